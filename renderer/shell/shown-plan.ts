import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'

/** The plan that is open, or that is chosen in the list of plans. */
export const shownPlan = (): string | null =>
  useWorkbook.getState().mirror?.planId ?? useView.getState().chosenPlan
