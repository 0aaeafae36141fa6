import type { PlanRecord } from '../records.ts'
import type { Template } from '../template/template.ts'
import { type CheckedPlan, type Finding, qualityRules } from './finding.ts'
import { formFindings } from './form-findings.ts'
import { milestonesOf, nodesIn, overviewOf } from './overview.ts'
import type { OverviewNode, OverviewRows } from './rows.ts'
import { hasGoals, indsatserWithoutGoal } from './thread.ts'
import { goalFindings, threadFindings } from './thread-findings.ts'
import { milestoneFindings } from './time-findings.ts'

/**
 * Everything in the workbook that the quality rules find fault with, plan by plan as the outline is read; of one node in the order of
 * the rules. `templates` by key; `today` is `YYYY-MM-DD`.
 */
export function findingsOf(
  rows: OverviewRows,
  plans: Iterable<PlanRecord>,
  templates: ReadonlyMap<string, Template>,
  today: string,
): readonly Finding[] {
  const overview = overviewOf(rows, plans)
  const without = hasGoals(overview)
    ? Map.groupBy(indsatserWithoutGoal(overview), ({ planId }) => planId)
    : new Map<string, readonly OverviewNode[]>()
  return [...overview.plans.values()].flatMap((plan) => {
    const template = templates.get(plan.template)
    return template ? findingsIn({ overview, plan, template, today }, without.get(plan.id) ?? []) : []
  })
}

function findingsIn(checked: CheckedPlan, without: readonly OverviewNode[]): readonly Finding[] {
  const { overview, plan } = checked
  const nodes = [...nodesIn(overview, plan.id)]
  const indsatser = nodes.filter(({ type }) => type === 'indsats').length
  const goals = Map.groupBy(goalFindings(without, indsatser), ({ part }) => part.id)
  return nodes.flatMap((node) => [
    ...[
      ...formFindings(checked, node),
      ...threadFindings(checked, node),
      ...(goals.get(node.id) ?? []),
    ].toSorted(byRule),
    ...milestonesOf(overview, node.id).flatMap((milestone) => milestoneFindings(checked, milestone)),
  ])
}

const byRule = (a: Finding, b: Finding): number => qualityRules.indexOf(a.rule) - qualityRules.indexOf(b.rule)
