import type { Database } from 'better-sqlite3'
import { labelIn } from '../history.ts'
import type {
  EntryKind,
  HistoryChanges,
  HistoryEntry,
  HistoryPage,
  HistoryPlace,
  HistoryScope,
  HistoryValue,
  PlaceChange,
} from '../model/history/entry.ts'
import { isRestorable } from '../model/history/restorable.ts'
import { ownerOf } from '../owners.ts'
import type { Row } from '../tables.ts'
import { statement } from '../transaction.ts'
import { type Scope, scopeOf } from './history-scope.ts'
import { type Cells, columnsOf, placeOf, unitsOf, valueIn } from './history-values.ts'
import { type Cell, Past, type PastChange } from './past.ts'

/** Changes that are looked at to say what a transaction was about, and places that are told of it. */
const LOOKED_AT = 40
const TOLD = 4

/** Changes of one transaction that are shown. */
const SHOWN = 200

/** What was done, newest first: so many entries at most, those before the one with the dot `before` where it is given. */
export function historyPage(
  db: Database,
  wanted: HistoryScope,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): HistoryPage {
  const past = new Past(db)
  const scope = scopeOf(db, past, wanted)
  const from = before === null ? Number.MAX_SAFE_INTEGER : ridOf(db, before)
  const found = from === null ? [] : scope.txns(from, limit + 1)
  return {
    entries: found.slice(0, limit).map((rid) => entryOf(db, past, scope, rid)),
    more: found.length > limit,
  }
}

/** What one entry changed of what is asked for, place by place. Nothing of an entry that is no more in the history. */
export function historyChanges(db: Database, wanted: HistoryScope, dot: number): HistoryChanges {
  const past = new Past(db)
  const scope = scopeOf(db, past, wanted)
  const found = past.changesIn(ridOf(db, dot) ?? 0, SHOWN + 1, scope.holds)
  const changes = found.slice(0, SHOWN).flatMap((change) =>
    unitsOf(change).flatMap((unit) => {
      const seen = placeChange(past, change, unit)
      return seen ? [{ ...seen, restorable: seen.restorable && !hangsOn(past, change) }] : []
    }),
  )
  return { changes, more: found.length > SHOWN }
}

const ridOf = (db: Database, dot: number): number | null => {
  const rid = statement(db, 'SELECT rid FROM txn WHERE dot = ?').get(dot)?.rid
  return rid === undefined ? null : Number(rid)
}

const ENTRY = `SELECT txn.dot, txn.at, txn.label, txn.kind, session.who FROM txn
  LEFT JOIN session ON session.rid = txn.dot / 4294967296 WHERE txn.rid = ?`

function entryOf(db: Database, past: Past, scope: Scope, rid: number): HistoryEntry {
  const { dot, at, label, kind, who }: Row = statement(db, ENTRY).get(rid) ?? {}
  const places = past
    .changesOf(rid, LOOKED_AT)
    .filter(({ table, rowId }) => scope.holds(table, rowId))
    .flatMap((change): readonly HistoryPlace[] => unitsOf(change).map((unit) => placeOf(past, change, unit)))
  return {
    dot: Number(dot),
    at: String(at),
    who: String(who ?? ''),
    kind: String(kind) as EntryKind,
    label: labelIn(String(label)),
    places: places.slice(0, TOLD),
  }
}

/** null where there is nothing to see: an empty cell of a row that came or went. */
function placeChange(past: Past, change: PastChange, unit: string | null): PlaceChange | null {
  const { table, op } = change
  const columns = unit === null ? ['title', 'name'] : columnsOf(table, unit)
  const value = (cells: Cells): HistoryValue | null => valueIn(past, table, unit, cells)
  const cellsBefore = op === 'i' ? null : known(columns, (column) => past.before(change, column))
  const cellsAfter = op === 'd' ? null : known(columns, (column) => past.after(change, column))
  const before = cellsBefore && value(cellsBefore)
  const isKnown = unit === null || cellsAfter === null || cellsAfter.size === columns.length
  const after = cellsAfter && value(cellsAfter)
  if (op !== 'u' && unit !== null && before === null && after === null && isKnown) return null
  const restorable =
    op !== 'i' && isRestorable(table, unit) && !stands(past, change, unit === null ? [] : (cellsBefore ?? []))
  return { ...placeOf(past, change, unit), before, ...(isKnown ? { after } : {}), restorable }
}

function known(columns: readonly string[], cell: (column: string) => Cell | undefined): Cells {
  const cells = new Map<string, Cell>()
  for (const column of columns) {
    const value = cell(column)
    if (value !== undefined) cells.set(column, value)
  }
  return cells
}

/** Whether the row is there, and holds these cells. */
function stands(past: Past, { table, rowId }: PastChange, cells: Iterable<readonly [string, Cell]>): boolean {
  const row = past.present(table, rowId)
  return row !== null && [...cells].every(([column, cell]) => row[column] === cell)
}

/** Whether the row was removed together with what it belongs to, and so comes back with it alone. */
function hangsOn(past: Past, { dot, table, op, old }: PastChange): boolean {
  if (op !== 'd' || table === 'plan') return false
  const owner = ownerOf(table, old)
  const above = typeof old.parentId === 'string' ? old.parentId : null
  return [
    owner && past.change(dot, owner.of, owner.id),
    table === 'node' && above !== null ? past.change(dot, 'node', above) : null,
  ].some((change) => change?.op === 'd')
}
