import type { Database } from 'better-sqlite3'
import type { TableName } from '../model/records.ts'
import { ownerOf } from '../owners.ts'
import type { Row } from '../tables.ts'
import { statement } from '../transaction.ts'

/** Where a row stands, by the names that people know. */
export interface NamedPlace {
  readonly planId: string | null
  readonly planTitle: string
  readonly nodeId: string | null
  readonly title: string
  /** The key of the field or cover row. */
  readonly key: string | null
}

/** The place of a row as the workbook is now. */
export function placeOf(db: Database, table: TableName, row: Row): NamedPlace {
  const owner = table === 'node' ? ({ of: 'node', id: String(row.id) } as const) : ownerOf(table, row)
  const key = table === 'field' || table === 'cover' ? String(row.key) : null
  if (owner === null) return { planId: null, planTitle: '', nodeId: null, title: nameOf(row), key }
  const node = owner.of === 'node' ? known(db, 'node', owner.id) : undefined
  const planId = owner.of === 'plan' ? owner.id : String(node?.planId ?? '')
  const planTitle = String(known(db, 'plan', planId)?.title ?? '')
  return {
    planId: planId === '' ? null : planId,
    planTitle,
    nodeId: owner.of === 'node' ? owner.id : null,
    title: owner.of === 'node' ? String(node?.title ?? '') : '',
    key,
  }
}

/** Units and rounds have a name; a setting has its key, a template too. */
const nameOf = (row: Row): string => String(row.name ?? row.key ?? '').slice(0, 2000)

const known = (db: Database, table: 'node' | 'plan', id: string): Row | undefined =>
  statement(db, `SELECT * FROM main.${table} WHERE id = ?`).get(id)
