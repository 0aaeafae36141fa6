import type { PlanRecord } from '../records.ts'
import { isPast, understoodTime } from '../time/next-time.ts'
import type { TimeExpression } from '../time/time-expression.ts'
import { milestonesOf, nodesIn, type Overview, periodOf } from './overview.ts'
import type { Light, OverviewMilestone, OverviewNode } from './rows.ts'

/** A milestone among those of all plans. */
export interface TimelineEntry {
  readonly milestone: OverviewMilestone
  /** What it is a milestone of. */
  readonly parent: OverviewNode
  readonly plan: PlanRecord
  /** null = nothing is written */
  readonly time: TimeExpression | null
  /** The day by which it is to be done, `YYYY-MM-DD`; null where the time names none. */
  readonly due: string | null
  readonly light: Light | null
}

/** Milestones of one quarter, or of those that have no day. */
export interface TimelineGroup {
  readonly when: Quarter | Undated
  readonly entries: readonly TimelineEntry[]
}

export interface Quarter {
  readonly year: number
  /** 1–4 */
  readonly quarter: number
}

const undated = ['recurring', 'no-year', 'unclear', 'none'] as const
export type Undated = (typeof undated)[number]

/** All milestones in the order in which they are due; those of one day in the order of the plans. */
export function timelineOf(overview: Overview): readonly TimelineEntry[] {
  const entries = [...overview.plans.values()].flatMap((plan) =>
    [...nodesIn(overview, plan.id)].flatMap((parent) =>
      milestonesOf(overview, parent.id).map((milestone) => entryOf(overview, plan, parent, milestone)),
    ),
  )
  return entries.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0))
}

function entryOf(
  { lights }: Overview,
  plan: PlanRecord,
  parent: OverviewNode,
  milestone: OverviewMilestone,
): TimelineEntry {
  const written = milestone.whenText?.trim() ?? ''
  const time = written === '' ? null : understoodTime(written, periodOf(plan))
  return { milestone, parent, plan, time, due: dueOf(time), light: lights.get(milestone.id) ?? null }
}

/** What only has a beginning is due when it begins. */
function dueOf(time: TimeExpression | null): string | null {
  if (time === null || time.kind === 'recurring' || time.kind === 'plan-period') return null
  return time.latest ?? time.earliest
}

const sortKey = ({ due, time }: TimelineEntry): string =>
  due === null ? `9${undated.indexOf(undatedOf(time))}` : `${due} ${time?.earliest ?? ''}`

/** Entries that are in order, by quarter; what has no day comes last. */
export const groupsOf = (entries: readonly TimelineEntry[]): readonly TimelineGroup[] =>
  [...Map.groupBy(entries, groupKey).values()].flatMap((own) => {
    const [first] = own
    return first ? [{ when: groupOf(first), entries: own }] : []
  })

function groupKey(entry: TimelineEntry): string {
  const when = groupOf(entry)
  return typeof when === 'string' ? when : `${when.year} ${when.quarter}`
}

const groupOf = ({ due, time }: TimelineEntry): Quarter | Undated =>
  due === null ? undatedOf(time) : { year: Number(due.slice(0, 4)), quarter: quarterOf(due) }

const quarterOf = (date: string): number => Math.ceil(Number(date.slice(5, 7)) / 3)

function undatedOf(time: TimeExpression | null): Undated {
  switch (time?.kind) {
    case undefined:
      return 'none'
    case 'recurring':
    case 'plan-period':
      return 'recurring'
    case 'unknown':
      return 'unclear'
    default:
      return 'no-year'
  }
}

/** Whether its day has gone by. `today` is `YYYY-MM-DD`. */
export const isOver = ({ due, time }: TimelineEntry, today: string): boolean =>
  due !== null && time !== null && isPast(time, today)
