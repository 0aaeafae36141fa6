import type { Change } from '../db/model/changes.ts'
import type { ErrorCode, ErrorDetails } from '../db/model/errors.ts'
import type { Focus } from '../db/model/focus.ts'
import type { FreshMerge } from '../db/model/merge/report.ts'
import type { Packet } from '../db/model/packet.ts'
import type { Opener } from '../db/model/presence.ts'
import type { PlanRecord, Records } from '../db/model/records.ts'
import type { Salvaged } from '../db/model/salvage.ts'
import type { NodeType, Template } from '../db/model/template/template.ts'
import type { Preferences } from './preferences.ts'

/** What main answers and announces: plain data, the shapes of the requests and events in `contract.ts`. */

/** An expected failure as it crosses the border; its sentence is `sentenceFor`'s. */
export type Problem = {
  readonly [C in ErrorCode]: { readonly code: C; readonly details: ErrorDetails[C] }
}[ErrorCode]

export interface Started {
  readonly version: string
  readonly platform: string
  /** Whether the system shows the menu; otherwise the window shows its own. */
  readonly nativeMenu: boolean
  readonly preferences: Preferences
  readonly recents: readonly Recent[]
  readonly leftovers: readonly Leftover[]
  readonly workbook: OpenWorkbook | null
  /** Of the plan that was open when this workbook was left. */
  readonly plan: PlanRows | null
  /** Why a file that was asked for at the start is not open. */
  readonly problem: Problem | null
}

export interface Recent {
  readonly file: string
  readonly organisation: string
  /** ISO time */
  readonly openedAt: string
  readonly missing: boolean
}

/** A working copy that a crashed program left, with edits that were never published. */
export interface Leftover {
  readonly folder: string
  /** null: the workbook was never saved */
  readonly file: string | null
  /** ISO time */
  readonly changedAt: string
  /** How many edits; null: the copy is damaged, and it will be seen what can be had of it. */
  readonly unsaved: number | null
}

export interface LeftoverMet {
  /** They are in the workbook again; or they wait on the start page, for the file is another by now or the copy is damaged. */
  readonly outcome: 'recovered' | 'waiting'
  /** How many; null: the copy cannot say. */
  readonly edits: number | null
  /** ISO time */
  readonly changedAt: string
}

export interface OpenWorkbook {
  readonly file: string
  /** The file's name without its folder. */
  readonly name: string
  readonly organisation: string
  /** null = it is a whole workbook. */
  readonly packet: Packet | null
  readonly plans: readonly PlanRecord[]
  readonly units: readonly Records['unit'][]
  readonly templates: readonly Template[]
  readonly saveState: SaveState
  readonly history: HistoryWords
  /** Whether nothing can be edited or saved in this session. */
  readonly readOnly: boolean
  readonly sharing: Sharing
  /** Ids of the conflicts that wait to be decided. */
  readonly conflicts: readonly string[]
  /** How many merges there were in this opening. */
  readonly merges: number
}

/** What lies around a workbook that others share. */
export interface Sharing {
  /** Who else has it open, the first to open it first. */
  readonly others: readonly OtherOpener[]
  /** Other copies of it in its folder that the user has not been asked about, the newest first. */
  readonly copies: readonly OtherCopy[]
}

export interface OtherOpener extends Opener {
  /** Whether it was opened there after it was opened here. */
  readonly came: boolean
}

export interface OtherCopy {
  readonly file: string
  /** When it was saved, as an ISO time. */
  readonly at: string
}

/** What merging a file came to; null = the user named none. */
export type MergeAnswer = {
  readonly file: string
  /** null = it holds nothing new. */
  readonly merged: FreshMerge | null
} | null

/** The file with what was salvaged, and what came of it; null = the user named none. */
export type SalvageAnswer = { readonly file: string; readonly salvaged: Salvaged } | null

/** What undo and redo would do, in words: »Flyt »Flere børn læser««; null = nothing. */
export interface HistoryWords {
  readonly undo: string | null
  readonly redo: string | null
}

export type SaveState =
  | { readonly kind: 'saved'; readonly at: string }
  /** Durable in the working copy, published within seconds. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** The rows of one plan, each list in order of position where it has one. */
export interface PlanRows {
  readonly nodes: readonly Records['node'][]
  readonly fields: readonly Records['field'][]
  readonly cover: readonly Records['cover'][]
  readonly milestones: readonly Records['milestone'][]
  readonly indicators: readonly Records['indicator'][]
  readonly links: readonly Records['link'][]
  readonly coordinators: readonly Records['coordinator'][]
  /** Of the latest round of follow-up. */
  readonly statuses: readonly Records['status'][]
  /** The nodes in other plans that nodes here link to. */
  readonly targets: readonly LinkTarget[]
  /** The nodes in other plans that link to nodes here. */
  readonly contributors: readonly Contributor[]
}

export interface LinkTarget {
  readonly id: string
  readonly planId: string
  readonly planTitle: string
  readonly type: NodeType
  readonly title: string
}

export interface Contributor {
  /** The node here. */
  readonly nodeId: string
  readonly fromId: string
  readonly planId: string
  readonly planTitle: string
  readonly unit: string
  readonly title: string
}

export interface PlanSummary {
  readonly planId: string
  readonly indsatser: number
  readonly bidrag: number
}

export interface WorkbookChanged {
  readonly changes: readonly Change[]
  readonly cause: 'edit' | 'undo' | 'redo' | 'import' | 'merge'
  readonly history: HistoryWords
  /** How many merges there were in this opening, this one among them. */
  readonly merges: number
  /** Where the cursor belongs after an undo or redo. */
  readonly focus: Focus | null
}

export interface SearchAnswer {
  readonly total: number
  readonly plans: readonly {
    readonly planId: string
    readonly planTitle: string
    readonly hits: readonly SearchHit[]
  }[]
}

export interface SearchHit {
  /** null: the plan's title or cover */
  readonly nodeId: string | null
  readonly nodeTitle: string
  /** Key of the field, `text` for the running text, null for the title. */
  readonly key: string | null
  readonly excerpt: readonly { readonly text: string; readonly hit: boolean }[]
}

export interface FoundNode {
  readonly id: string
  readonly planId: string
  readonly planTitle: string
  readonly type: NodeType
  readonly title: string
  /** Titles from the top of the plan down to the node's parent. */
  readonly path: readonly string[]
}

export type ExportedPlan =
  | { readonly planId: string; readonly outcome: 'written'; readonly paths: readonly string[] }
  | { readonly planId: string; readonly outcome: 'failed'; readonly problem: Problem }
  | { readonly planId: string; readonly outcome: 'cancelled' }
