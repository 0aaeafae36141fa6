import { Text } from '@fluentui/react-components'
import { helpTexts } from '../../db/model/texts/window/help.ts'
import { useProgram } from '../state/program.ts'
import { closeDialog } from '../state/view.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'

export function AboutDialog() {
  const version = useProgram((program) => program.version)
  const { title, version: versionOf, body, licence } = helpTexts.about
  return (
    <DialogFrame title={title} cancel={helpTexts.close} onClose={closeDialog}>
      <Text block weight="semibold">
        {versionOf(version)}
      </Text>
      <p>{body}</p>
      <p>{licence}</p>
    </DialogFrame>
  )
}
