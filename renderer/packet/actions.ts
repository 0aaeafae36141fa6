import type { ActionsFor } from '../actions/action.ts'
import { openDialog } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'

export const packetActions: ActionsFor<'packet'> = {
  'packet.send': {
    can: () => useWorkbook.getState().file !== null,
    run: () => openDialog({ kind: 'packet' }),
  },
}
