import type { HistoryPlace, HistoryValue } from '../history/entry.ts'
import type { MergeNotice, MergeSummary } from './notice.ts'

/** One merge, as the page »Fletninger« tells of it. */
export interface MergeReport {
  /** null = there was nothing to decide, so the history has no entry of its own for it. */
  readonly dot: number | null
  /** ISO time. */
  readonly at: string
  /** Who merged. */
  readonly who: string
  readonly people: MergeSummary['people']
  /** How many it found. */
  readonly conflicts: number
  readonly notices: readonly MergeNotice[]
  readonly moreNotices: number
}

/** A merge of this opening: what came in is known without the history. */
export interface FreshMerge extends MergeReport {
  /** Its name in this opening. */
  readonly key: string
  /** What came in, so many places at most. */
  readonly places: readonly HistoryPlace[]
  /** How many rows came in, went or were changed: nodes, and plans as far as they are not nodes. */
  readonly rows: number
}

/** One of the two values of a conflict. */
export interface ConflictSide {
  readonly choice: 'first' | 'second'
  readonly value: HistoryValue | null
  readonly who: string
  /** ISO time; null where nobody knows any more. */
  readonly at: string | null
  /** Whether it was written by the person who has the workbook open, on this computer. */
  readonly isMine: boolean
}

/** A place that two people wrote in without having seen each other's, and nobody has decided yet. */
export interface OpenConflict {
  readonly id: string
  readonly place: HistoryPlace
  /** Titles of the nodes above its node, from the top. */
  readonly path: readonly string[]
  /** What both had before; undefined where nobody knows any more. */
  readonly before?: HistoryValue | null
  /** What stands there now. */
  readonly now: HistoryValue | null
  /** Mine, where one of them is; else what stands there. */
  readonly left: ConflictSide
  readonly right: ConflictSide
  /** Which of them stands there; null where it was written anew since. */
  readonly stands: 'left' | 'right' | null
  /** Whether the place is a text that can hold both. */
  readonly joinable: boolean
}

/** What the page »Fletninger« shows. */
export interface MergePage {
  /** Newest first: those of this opening, and the user's own of earlier ones. */
  readonly fresh: readonly FreshMerge[]
  readonly earlier: readonly (MergeReport & { readonly dot: number })[]
  readonly conflicts: readonly OpenConflict[]
  /** How many commands were given since the newest merge; null = it cannot be undone. */
  readonly sinceLast: number | null
}
