import type { Database } from 'better-sqlite3'
import type { TableName } from '../model/records.ts'
import { ownerOf } from '../owners.ts'
import type { Row } from '../tables.ts'

/** The node that a row is part of, or is; null for what belongs to a plan as a whole, or to none. */
export function nodeOf(table: TableName, row: Row): string | null {
  if (table === 'node') return String(row.id)
  const owner = ownerOf(table, row)
  return owner?.of === 'node' ? owner.id : null
}

/** Says of one state of a workbook which plan a row belongs to; null for rows of the whole workbook. */
export function planOwners(db: Database): (table: TableName, row: Row) => string | null {
  const nodes = db.prepare<[], [id: string, planId: string]>('SELECT id, planId FROM node').raw().all()
  const planOfNode = new Map(nodes)
  return (table, row) => {
    const owner = ownerOf(table, row)
    if (!owner) return null
    return owner.of === 'plan' ? owner.id : (planOfNode.get(owner.id) ?? null)
  }
}
