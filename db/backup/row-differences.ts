import type { Database } from 'better-sqlite3'
import { type TableName, tableNames } from '../model/records.ts'
import { layouts, type Row } from '../tables.ts'

/** A row that is not the same in two states of a workbook; null where there is none. The stamps are left out. */
export interface RowDifference {
  readonly table: TableName
  readonly id: string
  readonly was: Row | null
  readonly now: Row | null
}

/** All rows that differ, table by table; about a second for 100,000 nodes. */
export const rowDifferences = (was: Database, now: Database): readonly RowDifference[] =>
  tableNames.flatMap((table) => differencesIn(table, was, now))

function differencesIn(table: TableName, was: Database, now: Database): readonly RowDifference[] {
  const { columns } = layouts[table]
  const gone = new Map(rowsOf(table, was).map((values) => [values[ID], values]))
  const differences: RowDifference[] = []
  for (const values of rowsOf(table, now)) {
    const before = gone.get(values[ID])
    gone.delete(values[ID])
    if (before?.every((value, index) => value === values[index])) continue
    differences.push(difference(table, columns, before ?? null, values))
  }
  for (const values of gone.values()) differences.push(difference(table, columns, values, null))
  return differences
}

type Values = readonly (string | number | null)[]

/** Every table's first column. */
const ID = 0

const rowsOf = (table: TableName, db: Database): readonly Values[] =>
  db
    .prepare<[], Values>(`SELECT ${layouts[table].columns.join(', ')} FROM ${table} ORDER BY rowid`)
    .raw()
    .all()

function difference(
  table: TableName,
  columns: readonly string[],
  was: Values | null,
  now: Values | null,
): RowDifference {
  const row = (values: Values | null): Row | null =>
    values && Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null]))
  return { table, id: String((now ?? was)?.[ID]), was: row(was), now: row(now) }
}
