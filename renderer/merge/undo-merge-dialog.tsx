import { makeStyles, Text } from '@fluentui/react-components'
import type { MergeReport } from '../../db/model/merge/report.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import { request } from '../state/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { tell } from '../state/notices.ts'
import { telling } from '../state/run.ts'
import { closeDialog } from '../state/view.ts'
import { writtenTime } from '../ui/dates.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'

const { undo: texts } = mergeTexts

const useStyles = makeStyles({ since: { marginTop: '12px' } })

interface UndoMergeProps {
  readonly merge: MergeReport
  /** How many commands were given since; they go too. */
  readonly since: number
}

/** The one question before everything becomes what it was before a merge. */
export function UndoMergeDialog({ merge: { people, at }, since }: UndoMergeProps) {
  const styles = useStyles()
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.confirm, run: () => void undoMerge(since > 0) }}
      cancel={texts.cancel}
      onClose={closeDialog}
    >
      <Text block>{texts.body(people, writtenTime(at))}</Text>
      {since > 0 && (
        <Text block weight="semibold" className={styles.since}>
          {texts.since(since)}
        </Text>
      )}
    </DialogFrame>
  )
}

async function undoMerge(discard: boolean): Promise<void> {
  flushDrafts()
  closeDialog()
  const done = await telling(async () => {
    await request('workbook.undo-merge', { discard })
    return true
  })
  if (done) tell({ text: texts.done })
}
