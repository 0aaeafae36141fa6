import BetterSqlite3 from 'better-sqlite3'
import type * as z from 'zod'
import { idOf } from '../model/ids.ts'
import { recordSchemas, type TableName, tableNames } from '../model/records.ts'
import { schema } from '../schema.ts'
import { layouts, type Row } from '../tables.ts'
import type { RawRow, Value } from './record.ts'

/** The history is read whole or not at all. */
export const historyTables = ['session', 'txn', 'change'] as const
export type HistoryTable = (typeof historyTables)[number]

/** Tables whose rows lie on pages of their own. `meta` lies elsewhere. */
export type StoredTable = TableName | HistoryTable
export const storedTables: readonly StoredTable[] = [...tableNames, ...historyTables]

/** Tables that take nearly any texts, and so the rows of others too: they come last. */
const lenient: readonly StoredTable[] = ['unit', 'milestone', 'indicator']
export const strictFirst = [...storedTables.filter((table) => !lenient.includes(table)), ...lenient]

/** A table's columns in the order in which they lie in the file. */
interface Column {
  readonly name: string
  readonly type: 'TEXT' | 'INTEGER'
  readonly required: boolean
  /** Its value is the number of the row, and does not lie in it. */
  readonly isRowid: boolean
}

const columns = columnsOfOurTables()

export const columnNames = (table: StoredTable): readonly string[] =>
  (columns.get(table) ?? []).map(({ name }) => name)

/** The row with its columns' names; columns that are not there are null. */
export function toNamed(table: StoredTable, { rowid, values }: RawRow): Row {
  return Object.fromEntries(
    (columns.get(table) ?? []).map(({ name, isRowid }, index) => [
      name,
      isRowid ? rowid : (values[index] ?? null),
    ]),
  )
}

/** Rows of a page that are looked at: they are all of one table. */
const SAMPLE = 8
const UNNATURAL = 0.9
/** Of the values, so many must be possible for a page to be taken for a table's. */
const LIKELY = 0.6

/**
 * The table whose rows these are, by what they hold; `named` is what the file says itself, and stands unless it cannot be.
 * Null where they are of none of ours.
 */
export function tableOf(
  rows: readonly RawRow[],
  named: StoredTable | null,
  others: readonly StoredTable[] = strictFirst,
): StoredTable | null {
  const sample = rows.slice(0, SAMPLE)
  if (sample.length === 0) return null
  const likeness = (table: StoredTable): number =>
    sample.reduce((sum, row) => sum + likenessOf(table, row), 0) / sample.length
  if (named !== null && likeness(named) >= LIKELY) return named
  const [best] = others
    .map((table) => ({ table, likeness: likeness(table) }))
    .toSorted((one, other) => other.likeness - one.likeness)
  return best && best.likeness >= LIKELY ? best.table : null
}

/**
 * 0 = cannot be a row of the table; 1 = every value is possible; 2 = its id is made of its values, as the table's are; where it
 * should be and is not, a little less than possible.
 */
function likenessOf(table: StoredTable, row: RawRow): number {
  const shape = columns.get(table) ?? []
  if (row.values.length !== shape.length || !hasKey(table, row)) return 0
  const possible = shape.filter((column, index) => isPossible(table, column, row.values[index] ?? null))
  const share = possible.length / shape.length
  if (!naturalKeyOf(table) || share < 1) return share
  return hasNaturalId(table, toNamed(table, row)) ? 2 : UNNATURAL
}

/** What no other program's rows have by chance. */
function hasKey(table: StoredTable, { values }: RawRow): boolean {
  const [first, second, third] = values
  if (table === 'txn') return typeof second === 'number' && second >= 2 ** 32
  if (table === 'change') return typeof third === 'string' && tableNames.some((name) => name === third)
  const id = table === 'session' ? second : first
  return typeof id === 'string' && id.length === 36
}

function isPossible(table: StoredTable, { name, type, required, isRowid }: Column, value: Value): boolean {
  if (isRowid || value === null) return value === null && (isRowid || !required)
  if (typeof value !== (type === 'TEXT' ? 'string' : 'number')) return false
  const schema = isRecordTable(table) ? columnSchema(table, name) : undefined
  return !schema || fits(schema, asRecordValue(table, name, value))
}

/** Whether the schema takes the value. One that is nested until the stack is exhausted it does not take. */
export function fits(schema: z.ZodType, value: unknown): boolean {
  try {
    return schema.safeParse(value).success
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const isRecordTable = (table: StoredTable): table is TableName =>
  !historyTables.some((history) => history === table)

/** What a record may hold in the column; undefined for the stamps. */
export function columnSchema(table: TableName, column: string): z.ZodType | undefined {
  const shape: Readonly<Record<string, z.ZodType>> = recordSchemas[table].shape
  return shape[column]
}

/** As `toRecord` has it; what is no JSON where JSON should be is no value of a record. */
export function asRecordValue(table: StoredTable, column: string, value: Value): unknown {
  if (typeof value !== 'string' || !isRecordTable(table) || !layouts[table].json.includes(column))
    return value
  try {
    return JSON.parse(value)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** What its ids are always made of; null = nothing. */
export const naturalKeyOf = (table: StoredTable): readonly string[] | null =>
  isRecordTable(table) ? layouts[table].naturalKey : null

function hasNaturalId(table: StoredTable, row: Row): boolean {
  const key = naturalKeyOf(table)
  return key !== null && row.id === idOf(table, ...key.map((column) => String(row[column])))
}

function columnsOfOurTables(): ReadonlyMap<StoredTable, readonly Column[]> {
  const db = new BetterSqlite3(':memory:')
  try {
    for (const statement of schema) db.exec(statement)
    return new Map(storedTables.map((table) => [table, columnsOf(db, table)]))
  } finally {
    db.close()
  }
}

function columnsOf(db: BetterSqlite3.Database, table: StoredTable): readonly Column[] {
  interface Info {
    readonly name: string
    readonly type: 'TEXT' | 'INTEGER'
    readonly notnull: number
    readonly pk: number
  }
  return db
    .prepare<[], Info>(`SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name, type, notnull, pk }) => ({
      name,
      type,
      required: notnull === 1,
      isRowid: pk === 1 && type === 'INTEGER',
    }))
}
