import { isFollowedUp } from '../follow-up.ts'
import type { PlanRecord } from '../records.ts'
import { milestonesOf, nodesIn, type Overview } from './overview.ts'
import type { Light, OverviewPart } from './rows.ts'

/** Something that gets a light in a round of follow-up. */
export interface FollowedUp {
  readonly part: OverviewPart
  readonly plan: PlanRecord
  /** How deep it stands among what is followed up: a milestone stands one deeper than its indsats. */
  readonly level: number
  /** The time of a milestone as it is written. */
  readonly when: string | null
  /** In the latest round. */
  readonly light: Light | null
}

/** Indsatser, bidrag and milestones, plan by plan as the outline is read. */
export function followedUp(overview: Overview): readonly FollowedUp[] {
  return [...overview.plans.values()].flatMap((plan) =>
    [...nodesIn(overview, plan.id)].flatMap((node) => {
      const own = isFollowedUp(node.type)
      const row = (part: OverviewPart, level: number, when: string | null): FollowedUp => {
        return { part, plan, level, when, light: overview.lights.get(part.id) ?? null }
      }
      const milestones = milestonesOf(overview, node.id).map((milestone) =>
        row({ ...milestone, type: 'milestone' }, own ? 1 : 0, milestone.whenText),
      )
      return own ? [row(node, 0, null), ...milestones] : milestones
    }),
  )
}

/** How many have each light; `none` = those without. */
export type LightCounts = Readonly<Record<Light | 'none', number>>

export function countLights(all: readonly FollowedUp[]): LightCounts {
  const counts = { 'not-started': 0, green: 0, yellow: 0, red: 0, done: 0, none: 0 }
  for (const { light } of all) counts[light ?? 'none'] += 1
  return counts
}
