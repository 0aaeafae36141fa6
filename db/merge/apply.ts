import { type TableName, tableNames } from '../model/records.ts'
import { statement, type Tx } from '../transaction.ts'
import type { Outcome } from './outcome.ts'
import { type RowState, stampedRow } from './row-state.ts'

/**
 * Writes what merging came to. What goes, goes first, so that nothing meets its successor under a unique key; parents go last
 * and come first. Foreign keys are checked when all is done.
 */
export function apply(tx: Tx, { puts, removals }: Outcome): void {
  for (const table of tableNames.toReversed()) {
    for (const { row } of parentsFirst(removals.of(table)).toReversed()) {
      if (isThere(tx, table, row.id)) tx.remove(table, String(row.id))
    }
  }
  for (const isNew of [false, true]) {
    for (const table of tableNames) {
      const states = puts.of(table).filter(({ row }) => isThere(tx, table, row.id) !== isNew)
      for (const state of parentsFirst(states)) tx.putStamped(table, stampedRow(state))
    }
  }
}

const isThere = (tx: Tx, table: TableName, id: unknown): boolean =>
  statement(tx.db, `SELECT 1 FROM main.${table} WHERE id = ?`).get(id) !== undefined

function parentsFirst(states: readonly RowState[]): readonly RowState[] {
  const byId = new Map(states.map((state) => [state.row.id, state]))
  const depths = new Map<RowState, number>()
  const depthOf = (state: RowState): number => {
    const known = depths.get(state)
    if (known !== undefined) return known
    // Two moves may have made a circle; it is broken when all is written.
    depths.set(state, 0)
    const parent = byId.get(state.row.parentId ?? null)
    const depth = parent ? depthOf(parent) + 1 : 0
    depths.set(state, depth)
    return depth
  }
  return states.toSorted((a, b) => depthOf(a) - depthOf(b))
}
