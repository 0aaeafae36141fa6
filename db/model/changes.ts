import type { Records, TableName } from './records.ts'

/**
 * One changed row, before and after: an insert has no `before`, a removal no `after`. A command's changes, in
 * order, are what the history keeps, what undo reverses and what the renderer applies to its mirror.
 */
export type Change = { readonly [T in TableName]: ChangeOf<T> }[TableName]

export interface ChangeOf<T extends TableName> {
  readonly table: T
  readonly id: string
  readonly before: Records[T] | null
  readonly after: Records[T] | null
}

/** A workbook as a value: every table, by id. */
export type Mirror = { readonly [T in TableName]: ReadonlyMap<string, Records[T]> }

/** What takes the changes back: in opposite order, with before and after exchanged. */
export const reverseChanges = (changes: readonly Change[]): readonly Change[] =>
  changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as Change)
