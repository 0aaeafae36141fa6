import { join } from 'node:path'
import type { PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { Workbook } from '../../../db/workbook.ts'

export const openBook = (folder: string): Workbook =>
  Workbook.open({ file: join(folder, 'workbook.sqlite'), workBase: join(folder, 'work') })

/** The workbook's first plan with its template, as every export begins. */
export function firstPlan(workbook: Workbook): { readonly plan: PlanDocument; readonly template: Template } {
  const [first] = workbook.plans
  if (!first) throw new Error('the workbook holds no plan')
  const template = workbook.templates.find(({ key }) => key === first.template)
  if (!template) throw new Error(`no template ${first.template}`)
  return { plan: workbook.plan(first.id), template }
}
