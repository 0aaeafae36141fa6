import type { Database } from 'better-sqlite3'
import type { TableName } from '../model/records.ts'
import { type Row, unitValue } from '../tables.ts'
import { statement } from '../transaction.ts'
import type { Causality } from './causality.ts'
import { type RowState, sameValue } from './row-state.ts'

/** A unit of columns of a row that both sides have. */
export interface Place {
  readonly table: TableName
  readonly unit: string
  readonly ours: RowState
  readonly theirs: RowState
}

/** What stood in a place before either side wrote what the other has not seen. */
export interface Before {
  /** What the histories of both sides agree on: both can be told from it. null where they do not, or do not know. */
  readonly agreed: Row | null
  /** What is shown to people: where only one history knows, what that one says. */
  readonly shown: Row | null
}

/**
 * Goes back through the history, which holds old values alone. A history that was pruned may begin after the other side left,
 * and one with branches may lead to an older state; so a value counts as agreed only where both sides come to it.
 */
export function valueBefore(db: Database, place: Place, causality: Causality): Before {
  const { table, unit, ours, theirs } = place
  const ourWay = wayBack(db, place, ours, (dot) => causality.seenByThem(dot))
  const theirWay = wayBack(db, place, theirs, (dot) => causality.seenByUs(dot))
  const agreed = ourWay && theirWay && sameValue(ourWay, theirWay) ? ourWay : null
  const [oneStamp = 0, otherStamp = 0] = [ours.stamps[unit], theirs.stamps[unit]]
  const isOursFirst = causality.later(oneStamp, otherStamp) === otherStamp
  const [first, second] = isOursFirst ? [ourWay, theirWay] : [theirWay, ourWay]
  const shown = agreed ?? first ?? second
  return { agreed, shown: shown && unitValue(table, unit, shown) }
}

/** The value before the first change that the other side has not seen; null where there was none, or nobody knows. */
function wayBack(
  db: Database,
  { table, unit }: Place,
  state: RowState,
  isSeen: (dot: number) => boolean,
): Row | null {
  const value: Record<string, Row[string]> = { ...unitValue(table, unit, state.row) }
  const columns = Object.keys(value)
  let isThere = true
  let isTold = false
  for (const { op, old, dot } of changesOf(db, table, String(state.row.id))) {
    if (isSeen(dot)) continue
    if (op === 'u' && !columns.some((column) => column in old)) continue
    isTold ||= dot === state.stamps[unit]
    isThere = op !== 'i'
    for (const column of columns) if (column in old) value[column] = old[column] ?? null
  }
  return isTold && isThere ? value : null
}

interface PastChange {
  readonly op: string
  readonly old: Row
  readonly dot: number
}

/** Newest first. */
const changesOf = (db: Database, table: TableName, id: string): readonly PastChange[] =>
  statement(
    db,
    `SELECT change.op, change.old, txn.dot FROM main.change JOIN main.txn ON txn.rid = change.txnRid
     WHERE change.rowId = ? AND change.tbl = ? ORDER BY change.rid DESC`,
  )
    .all(id, table)
    .map(({ op, old, dot }) => ({
      op: String(op),
      old: old === null ? {} : JSON.parse(String(old)),
      dot: Number(dot),
    }))
