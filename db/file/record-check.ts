import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { AppError } from '../model/errors.ts'
import { recordSchemas, type TableName, tableNames } from '../model/records.ts'
import { templateSchema } from '../model/template/template.ts'
import { layouts, type Row, toRecord, unitsOf } from '../tables.ts'

const stamps = z.strictObject({
  born: z.int().positive(),
  mods: z.record(z.string(), z.int().positive()).nullable(),
})

/**
 * Checks every merged row against its schema; but rows that are, byte for byte, in the workbook at `checked` have passed
 * already. Throws `workbook.foreign-content` with the first that fails.
 */
export function checkRecords(db: Database, file: string, checked: string | null = null): void {
  if (checked !== null) db.prepare('ATTACH ? AS checked').run(checked)
  for (const table of tableNames) {
    const columns = [...layouts[table].columns, 'born', 'mods']
    const same = columns.map((column) => `known.${column} IS row.${column}`).join(' AND ')
    const unchecked =
      checked === null ? '' : `WHERE NOT EXISTS (SELECT 1 FROM checked.${table} known WHERE ${same})`
    const rows = db.prepare<[], Row>(`SELECT ${columns.join(', ')} FROM main.${table} row ${unchecked}`)
    for (const row of rows.iterate()) {
      const problem = problemOf(table, row)
      if (problem === null) continue
      throw new AppError('workbook.foreign-content', { file, finding: `${table}: ${problem}`.slice(0, 200) })
    }
  }
}

function problemOf(table: TableName, row: Row): string | null {
  try {
    toRecord(table, row)
    if (table === 'template') templateSchema.parse(JSON.parse(String(row.doc)))
    if (table === 'conflict') parseConflict(row)
    const mods: unknown = row.mods === null ? null : JSON.parse(String(row.mods))
    stamps.parse({ born: row.born, mods })
    return null
  } catch (error) {
    if (error instanceof z.ZodError)
      return error.issues
        .map((issue) => `${issue.path.join('.')} ${issue.code === 'custom' ? issue.message : issue.code}`)
        .join()
    // Nesting that exhausts the stack, and JSON that only SQLite understands.
    if (error instanceof RangeError || error instanceof SyntaxError) return error.message
    throw error
  }
}

/** What is chosen comes to stand in the row, so it must be what may stand there; a `ZodError`, `SyntaxError` or `RangeError` where it is not. */
export function parseConflict(row: Row): void {
  const table = tableNames.find((name) => name === row.tbl)
  const columns = table ? unitsOf(table).get(String(row.unit)) : undefined
  if (!table || !columns) throw new SyntaxError('a conflict of no unit')
  const shapes: Readonly<Record<string, z.ZodType>> = recordSchemas[table].shape
  const value = z.strictObject(
    Object.fromEntries(columns.map((column) => [column, shapes[column] ?? z.never()])),
  )
  for (const text of [row.firstValue, row.secondValue, row.beforeValue]) {
    if (text === null) continue
    const unit: Readonly<Record<string, unknown>> = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(String(text)))
    const parsed = Object.entries(unit).map(([column, inFile]) => {
      const isJson = layouts[table].json.includes(column) && typeof inFile === 'string'
      return [column, isJson ? JSON.parse(inFile) : inFile] as const
    })
    value.parse(Object.fromEntries(parsed))
  }
}
