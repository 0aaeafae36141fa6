import type { Database } from 'better-sqlite3'
import type { HistoryScope } from '../model/history/entry.ts'
import type { TableName } from '../model/records.ts'
import { statement } from '../transaction.ts'
import type { Past } from './past.ts'

/** The part of the history that is asked for, and how its transactions are found. */
export interface Scope {
  /** Row ids of its transactions before one, newest first, so many at most. */
  readonly txns: (before: number, limit: number) => readonly number[]
  readonly holds: (table: TableName, rowId: string) => boolean
}

export function scopeOf(db: Database, past: Past, wanted: HistoryScope): Scope {
  switch (wanted.of) {
    case 'workbook':
      return {
        txns: (before, limit) => rids(db, 'SELECT rid FROM txn WHERE rid < ?', before, limit),
        holds: () => true,
      }
    case 'plan':
      return planScope(db, past, wanted.planId)
    case 'node':
      return nodeScope(db, past, wanted.nodeId)
  }
}

const rids = (db: Database, select: string, ...values: readonly unknown[]): readonly number[] =>
  statement(db, `${select} ORDER BY rid DESC LIMIT ?`)
    .all(...values)
    .map(({ rid }) => Number(rid))

function planScope(db: Database, past: Past, planId: string): Scope {
  const holds = (table: TableName, rowId: string): boolean => past.planOf(table, rowId) === planId
  const touches = (txnRid: number): boolean =>
    statement(db, 'SELECT tbl, rowId FROM change WHERE txnRid = ? ORDER BY rid')
      .all(txnRid)
      .some(({ tbl, rowId }) => holds(String(tbl) as TableName, String(rowId)))
  return {
    holds,
    txns: (before, limit) => {
      const found: number[] = []
      for (const { rid, isKnown } of statement(db, TXNS_OF_PLAN).iterate(before, planId)) {
        if (found.length === limit) break
        if (isKnown === 1 || touches(Number(rid))) found.push(Number(rid))
      }
      return found
    },
  }
}

/** Also those of which it is not known, so that their changes must be looked at. */
const TXNS_OF_PLAN = `SELECT rid, plans IS NOT NULL AS isKnown FROM txn
  WHERE rid < ? AND (plans IS NULL OR instr(plans, ?) > 0) ORDER BY rid DESC`

/** A node's own rows and those of its milestones and indicators, also such as are gone. */
function nodeScope(db: Database, past: Past, nodeId: string): Scope {
  const planId = past.planOf('node', nodeId)
  const nodes = new Set([nodeId, ...partsOf(db, nodeId), ...removedIn(db, planId, REMOVED_PARTS, [nodeId])])
  const list = JSON.stringify([...nodes])
  const present = statement(db, ROWS)
    .all(list, list, list, list, list)
    .map(({ id }) => String(id))
  const rows = new Set([...nodes, ...present, ...removedIn(db, planId, REMOVED_ROWS, [...nodes])])
  const ids = JSON.stringify([...rows])
  return {
    holds: (_table, rowId) => rows.has(rowId),
    txns: (before, limit) =>
      rids(
        db,
        `SELECT DISTINCT txnRid AS rid FROM change WHERE rowId IN (SELECT value FROM json_each(?)) AND txnRid < ?`,
        ids,
        before,
        limit,
      ),
  }
}

const partsOf = (db: Database, nodeId: string): readonly string[] =>
  statement(db, "SELECT id FROM node WHERE parentId = ? AND type IN ('milestone', 'indicator')")
    .all(nodeId)
    .map(({ id }) => String(id))

const NODES = '(SELECT value FROM json_each(?))'

const ROWS = `SELECT id FROM field WHERE nodeId IN ${NODES}
  UNION ALL SELECT id FROM link WHERE fromNode IN ${NODES}
  UNION ALL SELECT id FROM coordinator WHERE nodeId IN ${NODES}
  UNION ALL SELECT id FROM status WHERE nodeId IN ${NODES}
  UNION ALL SELECT id FROM measurement WHERE indicatorId IN ${NODES}`

const REMOVED_PARTS = `tbl = 'node' AND old ->> 'type' IN ('milestone', 'indicator') AND old ->> 'parentId' IN ${NODES}`

const REMOVED_ROWS = `tbl IN ('field', 'link', 'coordinator', 'status', 'measurement')
  AND coalesce(old ->> 'nodeId', old ->> 'fromNode', old ->> 'indicatorId') IN ${NODES}`

/** Row ids of what was removed by the transactions that may have changed the plan. */
function removedIn(
  db: Database,
  planId: string | null,
  condition: string,
  nodes: readonly string[],
): readonly string[] {
  const sql = `SELECT DISTINCT rowId FROM txn CROSS JOIN change ON txnRid = txn.rid AND op = 'd'
    WHERE (plans IS NULL OR instr(plans, ?) > 0) AND ${condition}`
  return statement(db, sql)
    .all(planId ?? '', JSON.stringify(nodes))
    .map(({ rowId }) => String(rowId))
}
