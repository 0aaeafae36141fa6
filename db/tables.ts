import { type Records, recordSchemas, type TableName, tableNames } from './model/records.ts'

/**
 * How records lie in the file: the columns of each table, which of them hold JSON, and the units of columns that are stamped, and
 * later merged, together.
 */
export interface TableLayout {
  readonly columns: readonly string[]
  readonly json: readonly string[]
  /** Column → the unit it belongs to; a column that is not named is a unit of its own. */
  readonly units: Readonly<Record<string, string>>
  /** Columns that no two rows have alike, and of which the id is made (`idOf`), so that such rows are one row in all copies. */
  readonly naturalKey: readonly string[] | null
}

const json: Partial<Record<TableName, readonly string[]>> = {
  cover: ['rich'],
  field: ['doc'],
  status: ['doc'],
}

const place = { planId: 'place', parentId: 'place', pos: 'place' }
const units: Partial<Record<TableName, TableLayout['units']>> = {
  plan: { periodFrom: 'period', periodTo: 'period', template: 'kind', variant: 'kind' },
  unit: { parentId: 'place', pos: 'place' },
  node: place,
  cover: { plain: 'value', rich: 'value' },
  link: { toNode: 'target', toRef: 'target' },
  measurement: { date: 'value', value: 'value' },
}

const naturalKeys: Partial<Record<TableName, readonly string[]>> = {
  setting: ['key'],
  template: ['key'],
  cover: ['planId', 'key'],
  field: ['nodeId', 'key'],
  coordinator: ['nodeId', 'unitId'],
  status: ['nodeId', 'roundId'],
}

const layoutOf = (table: TableName): TableLayout => ({
  columns: Object.keys(recordSchemas[table].shape),
  json: json[table] ?? [],
  units: units[table] ?? {},
  naturalKey: naturalKeys[table] ?? null,
})

export const layouts = Object.fromEntries(tableNames.map((table) => [table, layoutOf(table)])) as {
  readonly [T in TableName]: TableLayout
}

const columnsOfUnits = new Map<string, ReadonlyMap<string, readonly string[]>>(
  Object.entries(layouts).map(([table, { columns, units }]) => [
    table,
    Map.groupBy(
      columns.filter((column) => column !== 'id'),
      (column) => units[column] ?? column,
    ),
  ]),
)

/** The columns of each unit; the id is in none. */
export const unitsOf = (table: TableName): ReadonlyMap<string, readonly string[]> =>
  columnsOfUnits.get(table) ?? new Map()

/** The columns of one unit with their values. */
export const unitValue = (table: TableName, unit: string, row: Row): Row =>
  Object.fromEntries((unitsOf(table).get(unit) ?? []).map((column) => [column, row[column] ?? null]))

/** A row as better-sqlite3 gives and takes it: text, numbers and null. */
export type Row = Readonly<Record<string, string | number | null>>

/** The row, or the part of one, that a record or a patch of it makes; rich text becomes JSON text. */
export function toRow<T extends TableName>(table: T, record: Partial<Records[T]>): Row {
  const { json } = layouts[table]
  return Object.fromEntries(
    Object.entries(record).map(([column, value]) => [
      column,
      json.includes(column) && value !== null ? JSON.stringify(value) : value,
    ]),
  )
}

/** The record of a row as it lies in the file, checked against its schema: the file may come from anyone. */
export function toRecord<T extends TableName>(table: T, row: Row): Records[T] {
  const { columns, json } = layouts[table]
  const plain = Object.fromEntries(
    columns.map((column) => {
      const value = row[column]
      return [column, json.includes(column) && typeof value === 'string' ? JSON.parse(value) : value]
    }),
  )
  return recordSchemas[table].parse(plain) as Records[T]
}

/**
 * As `toRecord`, for a row of an open workbook that holds the record's own columns and becomes the record: opening
 * checked every row, and what was written since came from records. To check again would be most of the time of
 * reading a plan.
 */
export function toKnownRecord<T extends TableName>(table: T, row: Row): Records[T] {
  const record: Record<string, unknown> = row
  for (const column of layouts[table].json) {
    const value = record[column]
    if (typeof value === 'string') record[column] = JSON.parse(value)
  }
  return record as Records[T]
}
