import type { AnyRecord, TableName } from './model/records.ts'
import type { Row } from './tables.ts'

/** What a row belongs to: a plan, or a node, which is in a plan. */
export interface Owner {
  readonly of: 'plan' | 'node'
  readonly id: string
}

/** The column that names it; units, templates, rounds and settings belong to the workbook alone. */
const columns: Readonly<Partial<Record<TableName, readonly [of: Owner['of'], column: string]>>> = {
  plan: ['plan', 'id'],
  cover: ['plan', 'planId'],
  snapshot: ['plan', 'planId'],
  node: ['plan', 'planId'],
  field: ['node', 'nodeId'],
  milestone: ['node', 'id'],
  indicator: ['node', 'id'],
  link: ['node', 'fromNode'],
  coordinator: ['node', 'nodeId'],
  status: ['node', 'nodeId'],
  measurement: ['node', 'indicatorId'],
}

/** null for what belongs to the workbook alone. `row` is a row of the table, or a record of it. */
export function ownerOf(table: TableName, row: Row | AnyRecord): Owner | null {
  const [of, column] = columns[table] ?? []
  if (of === undefined || column === undefined) return null
  const [, id] = Object.entries(row).find(([name]) => name === column) ?? []
  return typeof id === 'string' ? { of, id } : null
}
