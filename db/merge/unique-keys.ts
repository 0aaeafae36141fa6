import { type TableName, tableNames } from '../model/records.ts'
import { layouts, unitsOf, unitValue } from '../tables.ts'
import { statement } from '../transaction.ts'
import type { Merging } from './merge-row.ts'
import { type RowState, sameValue, stateOf } from './row-state.ts'

/** Makes sure that what is put in meets nothing under a key that must be alone. */
export function settleKeys(merging: Merging): void {
  for (const table of tableNames) {
    const { naturalKey } = layouts[table]
    if (naturalKey === null) continue
    for (const state of merging.outcome.puts.of(table)) meetUnderKey(merging, table, naturalKey, state)
  }
  renameTakenRefs(merging)
}

/** Of two rows under one key the one with the lesser id stays, in every copy; where their values differ, both are kept as a clash. */
function meetUnderKey(
  { db, outcome }: Merging,
  table: TableName,
  columns: readonly string[],
  state: RowState,
): void {
  const where = columns.map((column) => `${column} = ?`).join(' AND ')
  const [met] = statement(db, `SELECT * FROM main.${table} WHERE ${where} AND id <> ?`)
    .all(...columns.map((column) => state.row[column]), state.row.id)
    .filter(({ id }) => !outcome.removals.has(table, String(id)))
  if (!met) return
  const known = stateOf(table, met)
  const isTheirsFirst = String(state.row.id) < String(met.id)
  const id = String(isTheirsFirst ? state.row.id : met.id)
  for (const unit of unitsOf(table).keys()) {
    const [ours, theirs] = [unitValue(table, unit, known.row), unitValue(table, unit, state.row)]
    if (columns.includes(unit) || unit === 'pos' || sameValue(ours, theirs)) continue
    outcome.clashes.push({
      table,
      id,
      unit,
      ours: { value: ours, dot: known.stamps[unit] ?? known.born },
      theirs: { value: theirs, dot: state.stamps[unit] ?? state.born },
      before: null,
    })
  }
  if (isTheirsFirst) outcome.removals.set(table, known)
  else outcome.puts.delete(table, String(state.row.id))
}

/** Two plans that were given the same name: the one with the lesser id keeps it, in every copy. */
function renameTakenRefs({ db, outcome, dot }: Merging): void {
  const plans = new Map(
    statement(db, 'SELECT * FROM main.plan')
      .all()
      .map((row) => [String(row.id), stateOf('plan', row)]),
  )
  for (const { row } of outcome.removals.of('plan')) plans.delete(String(row.id))
  for (const state of outcome.puts.of('plan')) plans.set(String(state.row.id), state)
  const inOrder = [...plans].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, state]) => state)
  const taken = new Set(inOrder.map(({ row }) => String(row.ref)))
  const given = new Set<string>()
  for (const state of inOrder) {
    const { ref } = state.row
    if (typeof ref !== 'string') continue
    if (!given.has(ref)) {
      given.add(ref)
      continue
    }
    const now = freeName(ref, taken)
    taken.add(now)
    const row = { ...state.row, ref: now }
    outcome.puts.set('plan', { ...state, row, stamps: { ...state.stamps, ref: dot } })
    outcome.remarks.push({ table: 'plan', row, about: { kind: 'ref-changed', ref, now } })
  }
}

/** `navn-2`, `navn-3` …: the first that is free. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const candidate = `${name.slice(0, 490)}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
