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
