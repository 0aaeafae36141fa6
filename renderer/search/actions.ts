import type { ActionsFor } from '../actions/action.ts'
import { openDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'

const hasWorkbook = () => useWorkbook.getState().file !== null

export const searchActions: ActionsFor<'search' | 'palette'> = {
  'search.jump': { can: hasWorkbook, run: () => openDialog({ kind: 'jump' }) },
  'search.everywhere': { can: hasWorkbook, run: () => openDialog({ kind: 'search' }) },
  'palette.open': { can: () => true, run: () => openDialog({ kind: 'palette' }) },
}
