import { isPast, understoodTime } from '../time/next-time.ts'
import type { TimeExpression } from '../time/time-expression.ts'
import { type CheckedPlan, type Finding, finding, type QualityRule } from './finding.ts'
import { periodOf } from './overview.ts'
import type { OverviewMilestone, OverviewPart } from './rows.ts'

/** What is wrong with a milestone's name and time. */
export function milestoneFindings(checked: CheckedPlan, milestone: OverviewMilestone): readonly Finding[] {
  const part: OverviewPart = { ...milestone, type: 'milestone' }
  const untitled = milestone.title.trim() === '' ? [finding('untitled', part, 'title@0')] : []
  const written = milestone.whenText?.trim() ?? ''
  const place = `field:=${milestone.id}/whenText`
  const about = written === '' ? [] : [written]
  return [
    ...untitled,
    ...timeRules(checked, milestone.id, written).map((rule) => finding(rule, part, place, about)),
  ]
}

function timeRules(
  { overview, plan, today }: CheckedPlan,
  id: string,
  written: string,
): readonly QualityRule[] {
  if (written === '') return ['no-time']
  const time = understoodTime(written, periodOf(plan))
  switch (time.kind) {
    case 'unknown':
      return ['unclear-time']
    case 'open-year':
      return ['no-year']
    case 'recurring':
    case 'plan-period':
      return []
    default:
      return [
        ...(isOutside(time, plan) ? (['outside-period'] as const) : []),
        ...(isPast(time, today) && !overview.lights.has(id) ? (['past-without-status'] as const) : []),
      ]
  }
}

/** Wholly before or after the plan's years. Of a deadline only its day counts. */
function isOutside(
  { kind, earliest, latest }: TimeExpression,
  { periodFrom, periodTo }: CheckedPlan['plan'],
): boolean {
  const first = kind === 'deadline' ? latest : earliest
  const isBefore = latest !== null && latest < `${periodFrom}-01-01`
  const isAfter = periodTo !== null && first !== null && first > `${periodTo}-12-31`
  return isBefore || isAfter
}
