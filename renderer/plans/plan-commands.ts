import { newId } from '../../db/model/ids.ts'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import { openPlan } from '../state/navigate.ts'
import { run, tellUndoable } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'

const titleOf = (planId: string): string => {
  const title = useWorkbook.getState().plans.get(planId)?.title ?? ''
  return title === '' ? plansTexts.untitled : title
}

export async function removePlan(planId: string): Promise<void> {
  const title = titleOf(planId)
  if (await run({ type: 'plan.delete', id: planId })) tellUndoable(plansTexts.removed(title))
}

/** The copy begins as a draft and stands in the list beside the original. */
export async function duplicatePlan(planId: string): Promise<void> {
  const title = titleOf(planId)
  const copy = { id: planId, newId: newId(), title: plansTexts.copyTitle(title) }
  if (await run({ type: 'plan.duplicate', ...copy })) tellUndoable(plansTexts.duplicated(title))
}

export interface NewPlan {
  readonly template: string
  readonly variant: string | null
  readonly title: string
  readonly unit: string
  readonly period: { readonly from: number; readonly to: number | null }
}

/** Makes the plan and opens it. */
export async function createPlan(plan: NewPlan): Promise<void> {
  const id = newId()
  if (await run({ type: 'plan.create', id, ...plan })) await openPlan(id)
}
