import type { Action } from '../actions/action.ts'
import { shownPlan } from '../shell/shown-plan.ts'
import { showHistory } from '../state/navigate.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'

/** The row that has the focus, or had it last, of the open plan. */
function currentRow() {
  const { mirror } = useWorkbook.getState()
  const node = mirror?.nodes.get(useView.getState().outline.current ?? '')
  return mirror && node ? { planId: mirror.planId, node: { id: node.id, title: node.title } } : null
}

/** Of the plan that is open or chosen; where there is none, of the whole workbook. */
export const historyOfPlan: Action = {
  can: () => useWorkbook.getState().file !== null,
  run: () => {
    const planId = shownPlan()
    const node = currentRow()?.node ?? null
    showHistory({ shown: planId === null ? 'workbook' : 'plan', planId, node })
  },
}

export const historyOfRow: Action = {
  can: () => currentRow() !== null,
  run: () => {
    const row = currentRow()
    if (row) showHistory({ shown: 'node', ...row })
  },
}
