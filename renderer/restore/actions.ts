import type { ActionsFor } from '../actions/action.ts'
import { flushDrafts } from '../state/drafts.ts'
import { openDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'

const hasWorkbook = () => useWorkbook.getState().file !== null

export const restoreActions: ActionsFor<'backup' | 'clean'> = {
  'backup.restore': {
    can: hasWorkbook,
    run: () => {
      if (!hasWorkbook()) return
      // What differs is told of what she has written, too.
      flushDrafts()
      openDialog({ kind: 'restore' })
    },
  },
  'clean.write': {
    can: hasWorkbook,
    run: () => {
      if (hasWorkbook()) openDialog({ kind: 'clean-copy' })
    },
  },
}
