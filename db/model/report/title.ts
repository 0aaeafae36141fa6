import { formatPeriod } from '../period.ts'
import type { PlanDocument } from '../plan/plan-document.ts'
import type { Template } from '../template/template.ts'

/** The period as it stands beside the title; empty when the title already says it. */
export function periodBesideTitle(plan: PlanDocument, template: Template): string {
  const title = plan.title === '' ? template.title : plan.title
  const said = title.includes(formatPeriod(plan.period)) || title.includes(String(plan.period.from))
  return said ? '' : formatPeriod(plan.period)
}

/** "Målaftale 2026-28". */
export function fullTitle(plan: PlanDocument, template: Template): string {
  const title = plan.title === '' ? template.title : plan.title
  const period = periodBesideTitle(plan, template)
  return period === '' ? title : `${title} ${period}`
}
