import type { PlanRecord } from '../records.ts'
import type { Template } from '../template/template.ts'
import type { Overview } from './overview.ts'
import type { OverviewPart } from './rows.ts'

/** What a consultant expects of a good plan: the quality rules of DOMAIN.md, in the order in which they are listed. */
export const qualityRules = [
  'empty-rows',
  'unmeasured-effect',
  'no-time',
  'unclear-time',
  'no-year',
  'outside-period',
  'past-without-status',
  'no-goal',
  'no-bidrag',
  'no-indsats',
  'open-reference',
  'other-coordinator',
  'empty-section',
  'untitled',
] as const
export type QualityRule = (typeof qualityRules)[number]

/** Something to mend, and where. */
export interface Finding {
  readonly rule: QualityRule
  readonly part: OverviewPart
  /** Where the caret goes to mend it: `field:KEY` or `title@0`. */
  readonly place: string
  /** What the rule is about: labels of empty rows, the time as written, a reference, titles. */
  readonly about: readonly string[]
}

/** A plan with what it is checked against. */
export interface CheckedPlan {
  readonly overview: Overview
  readonly plan: PlanRecord
  readonly template: Template
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** The row of a template in which the wanted effect stands. */
export const EFFECT = 'effekt'

export const finding = (
  rule: QualityRule,
  part: OverviewPart,
  place: string,
  about: readonly string[] = [],
): Finding => ({ rule, part, place, about })
