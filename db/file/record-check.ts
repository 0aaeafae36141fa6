import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { AppError } from '../model/errors.ts'
import { type TableName, tableNames } from '../model/records.ts'
import { templateSchema } from '../model/template/template.ts'
import { layouts, type Row, toRecord } from '../tables.ts'

const stamps = z.strictObject({
  born: z.int().positive(),
  mods: z.record(z.string(), z.int().positive()).nullable(),
})

/** Checks every merged row against its schema. Throws `workbook.foreign-content` with the first that fails. */
export function checkRecords(db: Database, file: string): void {
  for (const table of tableNames) {
    const columns = [...layouts[table].columns, 'born', 'mods'].join(', ')
    for (const row of db.prepare<[], Row>(`SELECT ${columns} FROM ${table}`).iterate()) {
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
