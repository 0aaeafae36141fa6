import type { Database } from 'better-sqlite3'
import { assertNever } from './model/errors.ts'
import { type Focus, focusSchema } from './model/focus.ts'
import { type Label, labelSchema } from './model/label.ts'
import type { TableName } from './model/records.ts'
import type { Row } from './tables.ts'
import { statement, type Tx, type TxnKind } from './transaction.ts'

export interface HistoryEntry {
  readonly dot: number
  readonly label: Label
}

/** The transactions that can be undone and redone now, the next one last. */
export interface Stacks {
  readonly undo: HistoryEntry[]
  readonly redo: HistoryEntry[]
}

/**
 * Takes one more transaction into the stacks. An undo is a transaction of its own that restores old values; redo
 * undoes that. Nothing is undone across a merge or a migration.
 */
export function advance({ undo, redo }: Stacks, kind: TxnKind, entry: HistoryEntry): void {
  switch (kind) {
    case 'merge':
    case 'migrate':
      undo.length = 0
      redo.length = 0
      return
    case 'undo':
      undo.pop()
      redo.push(entry)
      return
    case 'redo':
      redo.pop()
      undo.push(entry)
      return
    case 'edit':
    case 'import':
      undo.push(entry)
      redo.length = 0
      return
    default:
      assertNever(kind)
  }
}

/** Takes more typing in the newest transaction into the stacks; null where all of it was taken back. */
export function typedOn({ undo }: Stacks, entry: HistoryEntry | null): void {
  undo.pop()
  if (entry) undo.push(entry)
}

/** Forgets what can no more be undone or redone: the oldest entries, whose transactions are gone. */
export function forgetPruned(db: Database, { undo, redo }: Stacks): void {
  const isThere = ({ dot }: HistoryEntry): boolean =>
    statement(db, 'SELECT 1 FROM txn WHERE dot = ?').get(dot) !== undefined
  for (const stack of [undo, redo]) {
    const first = stack.findIndex(isThere)
    stack.splice(0, first < 0 ? stack.length : first)
  }
}

/** Reads the stacks from the history, so that undo survives a restart; another person's work is a barrier. */
export function readStacks(db: Database, person: { readonly who: string; readonly machine: string }): Stacks {
  const rows = statement(
    db,
    `SELECT txn.dot, txn.label, txn.kind FROM txn WHERE rid > (
       SELECT ifnull(max(txn.rid), 0) FROM txn JOIN session ON session.rid = txn.dot / 4294967296
       WHERE session.who <> ? OR session.machine <> ? OR txn.kind IN ('merge', 'migrate')
     ) ORDER BY txn.rid`,
  )
  const stacks: Stacks = { undo: [], redo: [] }
  for (const { dot, kind, label } of rows.iterate(person.who, person.machine)) {
    advance(stacks, kind as TxnKind, { dot: Number(dot), label: labelIn(String(label)) })
  }
  return stacks
}

/** The file may come from anyone, or from a program that knows more labels. */
export function labelIn(text: string): Label {
  const label = labelSchema.safeParse(JSON.parse(text))
  return label.success ? label.data : { command: '' }
}

/** Where the user was when she gave the command of this transaction. */
export function focusOf(db: Database, dot: number): Focus | null {
  const row = statement(db, 'SELECT focus FROM txn WHERE dot = ? AND json_valid(focus)').get(dot)
  const focus = focusSchema.safeParse(row ? JSON.parse(String(row.focus)) : null)
  return focus.success ? focus.data : null
}

/** Restores what every row was before the transaction with this dot, newest change first. */
export function restoreBefore(tx: Tx, dot: number): void {
  const rows = statement(
    tx.db,
    `SELECT change.tbl, change.rowId, change.op, change.old FROM change JOIN txn ON txn.rid = change.txnRid
     WHERE txn.dot = ? ORDER BY change.rid DESC`,
  ).all(dot)
  for (const row of rows) {
    const table = String(row.tbl) as TableName
    const id = String(row.rowId)
    if (row.op === 'i') tx.remove(table, id)
    else if (row.op === 'd') tx.insertRow(table, oldRow(row))
    else tx.updateRow(table, id, oldRow(row))
  }
}

const oldRow = (row: Row): Row => JSON.parse(String(row.old))
