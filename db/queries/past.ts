import type { Database } from 'better-sqlite3'
import type { TableName } from '../model/records.ts'
import { ownerOf } from '../owners.ts'
import { layouts, type Row } from '../tables.ts'
import { sessionOf, statement } from '../transaction.ts'
import { type Branch, branchesOf, type Relation, relationOf } from './branches.ts'

export type Cell = string | number | null

/** A change of one row, as the history keeps it. */
export interface PastChange {
  readonly rid: number
  readonly txnRid: number
  readonly dot: number
  readonly table: TableName
  readonly rowId: string
  readonly op: 'i' | 'u' | 'd'
  /** What was there before: the changed columns of an update, all of a removal, nothing of an insert. */
  readonly old: Row
}

const CHANGES = `SELECT change.rid, txnRid, txn.dot, tbl, rowId, op, old FROM change JOIN txn ON txn.rid = txnRid`

const ROWS_IN_ORDER = `SELECT rid, tbl, rowId FROM change WHERE txnRid = ?
  ORDER BY op = 'd', CASE op WHEN 'd' THEN -rid ELSE rid END`

/**
 * The workbook as it was. The history holds old values alone, so what a change led to is what the next change of the same
 * place found there, or what stands there now. For the time of one question.
 */
export class Past {
  readonly #db: Database
  readonly #plans = new Map<string, string | null>()
  readonly #rows = new Map<string, Row | null>()
  #branches: readonly Branch[] | null = null

  constructor(db: Database) {
    this.#db = db
  }

  /** The changes of a transaction in order, so many at most. */
  changesOf(txnRid: number, limit: number): readonly PastChange[] {
    return statement(this.#db, `${CHANGES} WHERE txnRid = ? ORDER BY change.rid LIMIT ?`)
      .all(txnRid, limit)
      .map(toPastChange)
  }

  /**
   * The changes of a transaction to the rows that are wanted, so many at most. What was removed was removed from below, and
   * comes here last and from above: a reader wants to see first what the rest hung on.
   */
  changesIn(
    txnRid: number,
    limit: number,
    wanted: (table: TableName, rowId: string) => boolean,
  ): readonly PastChange[] {
    const found: PastChange[] = []
    for (const { rid, tbl, rowId } of statement(this.#db, ROWS_IN_ORDER).iterate(txnRid)) {
      if (found.length === limit) break
      if (!wanted(String(tbl) as TableName, String(rowId))) continue
      const row = statement(this.#db, `${CHANGES} WHERE change.rid = ?`).get(rid)
      if (row) found.push(toPastChange(row))
    }
    return found
  }

  /** The change of one row by one transaction; null where the history does not, or not any more, hold it. */
  change(dot: number, table: TableName, rowId: string): PastChange | null {
    const row = statement(this.#db, `${CHANGES} WHERE rowId = ? AND tbl = ? AND txn.dot = ?`).get(
      rowId,
      table,
      dot,
    )
    return row ? toPastChange(row) : null
  }

  /** The row as it is; null where it is gone. */
  present(table: TableName, id: string): Row | null {
    return statement(this.#db, `SELECT * FROM ${table} WHERE id = ?`).get(id) ?? null
  }

  /** The row as it is, or as it was when it was last removed. */
  lastSeen(table: TableName, id: string): Row | null {
    const key = `${table} ${id}`
    const known = this.#rows.get(key)
    if (known !== undefined) return known
    const row = this.present(table, id) ?? this.#removed(table, id)
    this.#rows.set(key, row)
    return row
  }

  /** The node that a row belongs to; null where it belongs to none. */
  nodeOf(table: TableName, rowId: string): string | null {
    if (table === 'node') return rowId
    const row = this.lastSeen(table, rowId)
    const owner = row && ownerOf(table, row)
    return owner?.of === 'node' ? owner.id : null
  }

  /** The plan that a row belongs to; null where it belongs to none, or nobody knows any more. */
  planOf(table: TableName, rowId: string): string | null {
    if (table === 'plan') return rowId
    const key = `${table} ${rowId}`
    const known = this.#plans.get(key)
    if (known !== undefined) return known
    const row = this.lastSeen(table, rowId)
    const owner = row && ownerOf(table, row)
    const plan = !owner || owner.of === 'plan' ? (owner?.id ?? null) : this.planOf('node', owner.id)
    this.#plans.set(key, plan)
    return plan
  }

  /** What a column held just before a change, whether or not the change touched it; undefined where that is not known. */
  before(change: PastChange, column: string): Cell | undefined {
    if (change.op === 'i') return undefined
    return column in change.old ? change.old[column] : this.after(change, column)
  }

  /** What a column held just after a change; undefined where that is not known, or the row is gone. */
  after(change: PastChange, column: string): Cell | undefined {
    if (change.op === 'd') return undefined
    for (let next = this.#next(change, change.rid); next; next = this.#next(change, next.rid)) {
      if (next.op === 'u' && !(column in next.old)) continue
      const relation = this.#relation(change, next)
      if (relation === 'aside') continue
      if (relation === 'line') return next.old[column]
      return relation === 'taken' ? this.after(next, column) : this.#stamped(change, column)
    }
    const isLast = this.#relation(change, null) === 'line'
    return isLast ? this.present(change.table, change.rowId)?.[column] : this.#stamped(change, column)
  }

  #next({ table, rowId }: PastChange, after: number): PastChange | null {
    const row = statement(
      this.#db,
      `${CHANGES} WHERE rowId = ? AND change.rid > ? AND tbl = ? ORDER BY change.rid LIMIT 1`,
    ).get(rowId, after, table)
    return row ? toPastChange(row) : null
  }

  #relation(change: PastChange, next: PastChange | null): Relation {
    if (next && sessionOf(change.dot) === sessionOf(next.dot)) return 'line'
    this.#branches ??= branchesOf(this.#db)
    return relationOf(this.#branches, change.txnRid, next?.txnRid ?? null)
  }

  /** What stands there now, where the stamp says that this change wrote it. */
  #stamped({ table, rowId, dot }: PastChange, column: string): Cell | undefined {
    const row = this.present(table, rowId)
    if (!row) return undefined
    const mods: Readonly<Record<string, number>> = row.mods === null ? {} : JSON.parse(String(row.mods))
    const stamp = mods[layouts[table].units[column] ?? column] ?? row.born
    return stamp === dot ? row[column] : undefined
  }

  #removed(table: TableName, id: string): Row | null {
    const removal = statement(
      this.#db,
      "SELECT old FROM change WHERE rowId = ? AND tbl = ? AND op = 'd' ORDER BY rid DESC LIMIT 1",
    ).get(id, table)
    return removal ? JSON.parse(String(removal.old)) : null
  }
}

function toPastChange({ rid, txnRid, dot, tbl, rowId, op, old }: Row): PastChange {
  return {
    rid: Number(rid),
    txnRid: Number(txnRid),
    dot: Number(dot),
    table: String(tbl) as TableName,
    rowId: String(rowId),
    op: op === 'i' || op === 'd' ? op : 'u',
    old: old === null || old === undefined ? {} : JSON.parse(String(old)),
  }
}
