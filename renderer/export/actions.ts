import type { ActionsFor } from '../actions/action.ts'
import { shownPlan } from '../shell/shown-plan.ts'
import { openDialog, useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'

/** The open plan, or the one chosen in the list of plans; with the list open and none chosen, all of them. */
function plansToExport(): readonly string[] {
  const { plans } = useWorkbook.getState()
  const shown = shownPlan()
  const one = shown !== null && plans.has(shown)
  return one && useView.getState().page === 'plan' ? [shown] : [...plans.keys()]
}

export const exportActions: ActionsFor<'export'> = {
  'export.word': {
    can: () => useWorkbook.getState().plans.size > 0,
    run: () => {
      if (useWorkbook.getState().plans.size > 0) openDialog({ kind: 'export', plans: plansToExport() })
    },
  },
}
