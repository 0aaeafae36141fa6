import { Text } from '@fluentui/react-components'
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

/** The one question before everything becomes what it was before a merge. */
export function UndoMergeDialog({ merge: { people, at } }: { readonly merge: MergeReport }) {
  return (
    <DialogFrame
      title={texts.title}
      confirm={{ text: texts.confirm, run: () => void undoMerge() }}
      cancel={texts.cancel}
      onClose={closeDialog}
    >
      <Text>{texts.body(people, writtenTime(at))}</Text>
    </DialogFrame>
  )
}

async function undoMerge(): Promise<void> {
  flushDrafts()
  closeDialog()
  const done = await telling(async () => {
    await request('workbook.undo-merge', null)
    return true
  })
  if (done) tell({ text: texts.done })
}
