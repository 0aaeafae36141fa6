import * as z from 'zod'
import type { Label } from '../label.ts'
import type { TableName } from '../records.ts'
import type { RichText } from '../rich-text/rich-text.ts'
import type { NodeType } from '../template/template.ts'

const id = z.string().length(36)

/** Whose history is wanted: the whole workbook's, a plan's, or a node's with its milestones and indicators. */
export const historyScopeSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('workbook') }),
  z.strictObject({ of: z.literal('plan'), planId: id }),
  z.strictObject({ of: z.literal('node'), nodeId: id }),
])
export type HistoryScope = Readonly<z.infer<typeof historyScopeSchema>>

/** What a transaction was: a command, what it took back, or what came from elsewhere. */
export type EntryKind = 'edit' | 'undo' | 'redo' | 'merge' | 'import' | 'migrate'

/** Something that was done, as the history lists it. */
export interface HistoryEntry {
  readonly dot: number
  /** ISO time, by the clock of the computer on which it was done. */
  readonly at: string
  /** '' where it was the program's own doing. */
  readonly who: string
  readonly kind: EntryKind
  readonly label: Label
  /** The first places that it changed, of those that were asked for. */
  readonly places: readonly HistoryPlace[]
}

export interface HistoryPage {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Whether there are older ones. */
  readonly more: boolean
}

/** A place in the workbook that was changed: a unit of columns that change together, or for null a whole row. */
export interface HistoryPlace {
  readonly table: TableName
  readonly rowId: string
  readonly unit: string | null
  readonly op: 'came' | 'went' | 'changed'
  /** The key of a field or a cover row, the kind of a link. */
  readonly key: string | null
  readonly planId: string | null
  readonly nodeId: string | null
  readonly nodeType: NodeType | null
  /** What the node, the plan or the unit is called now, or was called when it was last there. */
  readonly title: string
}

/** What stood, or stands, in a place. */
export type HistoryValue =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'rich'; readonly doc: RichText }
  /** A word of the program's: a status, a light, a variant of the template. */
  | { readonly kind: 'code'; readonly code: string }
  /** The name of something else in the workbook: a unit, the node that is linked to or stands above. '' = the top of the plan. */
  | { readonly kind: 'name'; readonly text: string }

/** One place before and after; null = nothing stood there. */
export interface PlaceChange extends HistoryPlace {
  readonly before: HistoryValue | null
  /** Absent where it cannot be known: what somebody else wrote that was merged, and of which another text was kept. */
  readonly after?: HistoryValue | null
  /** Whether `history.restore` may put back what stood there before. */
  readonly restorable: boolean
}

export interface HistoryChanges {
  readonly changes: readonly PlaceChange[]
  /** Whether there are more than these. */
  readonly more: boolean
}
