import type { Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { SCHEMA_VERSION, schema } from '../schema.ts'

/**
 * The oldest program that opens files of `SCHEMA_VERSION`; written into every workbook for those that are too
 * old.
 */
export const OLDEST_PROGRAM = '0.1.0'

/**
 * Lets through the versions that this program reads. A newer one is refused with what it needs, never opened in
 * part. There is no older one yet: version 2 brings the first way up, a rebuild into a fresh file.
 */
export function checkVersion(db: Database, version: number, file: string): void {
  if (version > SCHEMA_VERSION)
    throw new AppError('workbook.newer', { file, needs: neededProgram(db, version) })
  if (version < SCHEMA_VERSION) {
    throw new AppError('workbook.foreign-content', { file, finding: `user_version ${version}` })
  }
}

/** Read only when `meta` is the plain table that we know: anything else is a stranger's SQL. */
function neededProgram(db: Database, version: number): string {
  const unknown = `format ${version}`
  const meta = db
    .prepare<[], { sql: unknown }>("SELECT sql FROM sqlite_schema WHERE name = 'meta' AND type = 'table'")
    .get()
  if (meta?.sql !== schema[0]) return unknown
  const needs = db.prepare<[], { value: unknown }>("SELECT value FROM meta WHERE key = 'needs'").get()?.value
  return typeof needs === 'string' && /^\d{1,4}(\.\d{1,4}){1,2}$/.test(needs) ? needs : unknown
}
