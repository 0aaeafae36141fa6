import type { Period } from '../period.ts'
import type { RichText } from '../rich-text/rich-text.ts'
import type { OutlineType } from '../template/template.ts'

/**
 * One whole plan as a value, free of rows and ids of the database: what the exchange format says, what the
 * workbook stores and loads, and what the documents are made of.
 * Properties that the writer never filled in are absent, so a plan that goes out and in again is equal.
 */
export interface PlanDocument {
  readonly organisation: string
  /** The name that other plans' references use; absent when the writer gave none. */
  readonly id?: string
  /** Key of the template. */
  readonly template: string
  readonly variant?: string
  readonly title: string
  readonly period: Period
  readonly unit: string
  /** Values of the cover rows, by key; plain rows are one paragraph-less string, rich rows are rich text. */
  readonly cover: Readonly<Record<string, CoverValue>>
  readonly case: CommitteeCase
  readonly status: PlanStatus
  readonly outline: readonly OutlineNode[]
}

export type CoverValue = { readonly plain: string } | { readonly rich: RichText }

export const planStatuses = ['udkast', 'hoering', 'politisk-behandling', 'godkendt'] as const
export type PlanStatus = (typeof planStatuses)[number]

/** What the committee secretariat needs stamped on the document; each part may be missing. */
export interface CommitteeCase {
  readonly caseNumber?: string
  readonly documentNumber?: string
  readonly committee?: string
  /** `YYYY-MM-DD` */
  readonly meetingDate?: string
  readonly item?: string
  readonly annex?: string
}

export interface OutlineNode {
  readonly type: OutlineType
  /** The name that references use, unique in the plan; absent when the writer gave none. */
  readonly id?: string
  /** Only sections: the section of the template that this is; absent = the user's own. */
  readonly key?: string
  /** Only sections: a Bilag. */
  readonly annex?: boolean
  readonly title: string
  readonly text?: RichText
  /** The template's rows, by key. */
  readonly fields: Readonly<Record<string, RichText>>
  readonly milestones: readonly Milestone[]
  readonly indicators: readonly Indicator[]
  /** Names of units that coordinate (bidrag). */
  readonly coordinators: readonly string[]
  /** References as written: `nodeId` in the same plan, or `planId/nodeId`. */
  readonly contributesTo: readonly string[]
  readonly realises: readonly string[]
  readonly children: readonly OutlineNode[]
}

/** All values are plain text. `when` is a time expression, kept as written. */
export interface Milestone {
  readonly title: string
  readonly when?: string
  readonly responsible?: string
}

/** All values are plain text: "62" and "ca. 62" are both fine. */
export interface Indicator {
  readonly title: string
  readonly unit?: string
  readonly baseline?: string
  readonly target?: string
  readonly when?: string
}
