import type { Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { schema } from '../schema.ts'
import type { Version } from '../versions.ts'

/**
 * The oldest program that opens files of `SCHEMA_VERSION`; written into every workbook for those that are too
 * old.
 */
export const OLDEST_PROGRAM = '0.1.0'

/**
 * The version of the file, if this program reads it. A newer one is refused with what it needs, never opened in
 * part; one that never was is a stranger's.
 */
export function knownVersion(
  db: Database,
  versions: readonly Version[],
  number: number,
  file: string,
): Version {
  const known = versions.find((version) => version.number === number)
  if (known) return known
  if (number > lastOf(versions).number) {
    throw new AppError('workbook.newer', { file, needs: neededProgram(db, number) })
  }
  throw new AppError('workbook.foreign-content', { file, finding: `user_version ${number}` })
}

export function lastOf(versions: readonly Version[]): Version {
  const last = versions.at(-1)
  if (!last) throw new Error('there is no version')
  return last
}

/** Read only when `meta` is the plain table that we know: anything else is a stranger's SQL. */
function neededProgram(db: Database, version: number): string {
  const unknown = `format ${version}`
  const meta = db
    .prepare<[], { sql: unknown }>("SELECT sql FROM sqlite_schema WHERE name = 'meta' AND type = 'table'")
    .get()
  if (meta?.sql !== schema[0]) return unknown
  const needs = db.prepare<[], { value: unknown }>("SELECT value FROM meta WHERE key = 'needs'").get()?.value
  return programNamed(needs, version)
}

/** The version of the program that a file of a newer version says that it needs. */
export const programNamed = (needs: unknown, version: number): string =>
  typeof needs === 'string' && /^\d{1,4}(\.\d{1,4}){1,2}$/.test(needs) ? needs : `format ${version}`
