import type { Database } from 'better-sqlite3'
import { assertNever } from './model/errors.ts'
import type { TableName } from './model/records.ts'
import type { Row } from './tables.ts'
import { type Label, statement, type Tx, type TxnKind } from './transaction.ts'

export interface HistoryEntry {
  readonly dot: number
  readonly label: Label
}

/** The transactions that can be undone and redone now, the next one last. */
export interface Stacks {
  readonly undo: readonly HistoryEntry[]
  readonly redo: readonly HistoryEntry[]
}

const EMPTY: Stacks = { undo: [], redo: [] }

/**
 * The stacks after one more transaction. An undo is a transaction of its own that restores old values; redo
 * undoes that. Nothing is undone across a merge or a migration.
 */
export function advance({ undo, redo }: Stacks, kind: TxnKind, entry: HistoryEntry): Stacks {
  switch (kind) {
    case 'merge':
    case 'migrate':
      return EMPTY
    case 'undo':
      return { undo: undo.slice(0, -1), redo: [...redo, entry] }
    case 'redo':
      return { undo: [...undo, entry], redo: redo.slice(0, -1) }
    case 'edit':
    case 'import':
      return { undo: [...undo, entry], redo: [] }
    default:
      return assertNever(kind)
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
  ).all(person.who, person.machine)
  return rows.reduce<Stacks>(
    (stacks, row) =>
      advance(stacks, row.kind as TxnKind, {
        dot: Number(row.dot),
        label: JSON.parse(String(row.label)),
      }),
    EMPTY,
  )
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
