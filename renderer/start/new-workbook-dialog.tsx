import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { startTexts } from '../../db/model/texts/window/start.ts'
import { request } from '../state/client.ts'
import { enterWith } from '../state/program.ts'
import { closeDialog } from '../state/view.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'

/** Asks whose plans they are; main then asks where the file shall lie. */
export function NewWorkbookDialog() {
  const [organisation, setOrganisation] = useState('')
  const name = organisation.trim()
  const create = () => {
    closeDialog()
    void enterWith(() => request('workbook.new', { organisation: name }))
  }
  const texts = startTexts.organisation
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.create, disabled: name === '', run: create }}
      cancel={texts.cancel}
      onClose={closeDialog}
    >
      <Field label={texts.label} hint={texts.hint}>
        <Input
          value={organisation}
          maxLength={500}
          autoFocus
          onChange={(_, { value }) => setOrganisation(value)}
        />
      </Field>
    </DialogFrame>
  )
}
