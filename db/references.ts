import { type TableName, tableNames } from './model/records.ts'
import type { Row } from './tables.ts'

/** The columns that name a row of another table, or of the same one: the foreign keys of `schema.ts`. */
export const references: Readonly<Partial<Record<TableName, Readonly<Record<string, TableName>>>>> = {
  unit: { parentId: 'unit' },
  plan: { unitId: 'unit' },
  cover: { planId: 'plan' },
  node: { planId: 'plan', parentId: 'node' },
  field: { nodeId: 'node' },
  milestone: { id: 'node' },
  indicator: { id: 'node' },
  link: { fromNode: 'node', toNode: 'node' },
  coordinator: { nodeId: 'node', unitId: 'unit' },
  status: { nodeId: 'node', roundId: 'round' },
  measurement: { indicatorId: 'indicator' },
  snapshot: { planId: 'plan' },
}

export interface RowId {
  readonly table: TableName
  readonly id: string
}

/** The table of this name, which may come from a stranger's file. */
export const tableNamed = (name: Row[string] | undefined): TableName | null =>
  tableNames.find((table) => table === name) ?? null

/** The rows without which a row cannot be. */
export function needsOf(table: TableName, row: Row): readonly RowId[] {
  const needs = Object.entries(references[table] ?? {}).flatMap(([column, target]) => {
    const id = row[column]
    return typeof id === 'string' ? [{ table: target, id }] : []
  })
  const about = table === 'conflict' ? tableNamed(row.tbl) : null
  return about === null ? needs : [...needs, { table: about, id: String(row.rowId) }]
}

/** The columns through which rows of any table name a row of this one. */
export const columnsNaming = (
  target: TableName,
): readonly { readonly table: TableName; readonly column: string }[] =>
  tableNames.flatMap((table) =>
    Object.entries(references[table] ?? {}).flatMap(([column, named]) =>
      named === target ? [{ table, column }] : [],
    ),
  )
