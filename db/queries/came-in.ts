import type { Database } from 'better-sqlite3'
import type { Change } from '../model/changes.ts'
import type { HistoryPlace } from '../model/history/entry.ts'
import type { Row } from '../tables.ts'
import { placeOf, unitsOf } from './history-values.ts'
import { Past } from './past.ts'

/** Places that are told of. */
const TOLD = 300

/** Where changes that came in by a merge have changed something that a reader may want to see, and in how many rows. */
export function cameIn(
  db: Database,
  changes: readonly Change[],
): { readonly places: readonly HistoryPlace[]; readonly rows: number } {
  const past = new Past(db)
  const places: HistoryPlace[] = []
  const rows = new Set<string>()
  for (const change of changes) {
    const { table, id: rowId, before, after } = change
    const op = before === null ? 'i' : after === null ? 'd' : 'u'
    const units = unitsOf({ table, rowId, op, old: op === 'u' ? changedColumns(before, after) : {} })
    if (units.length === 0) continue
    rows.add(past.nodeOf(table, rowId) ?? past.planOf(table, rowId) ?? rowId)
    if (places.length < TOLD) places.push(...units.map((unit) => placeOf(past, { table, rowId, op }, unit)))
  }
  return { places, rows: rows.size }
}

/** Only the names of the columns count. */
function changedColumns(before: object | null, after: object | null): Row {
  const now = new Map(Object.entries(after ?? {}))
  return Object.fromEntries(
    Object.entries(before ?? {})
      .filter(([column, value]) => JSON.stringify(value) !== JSON.stringify(now.get(column)))
      .map(([column]) => [column, null]),
  )
}
