import { closeSync, openSync, rmSync } from 'node:fs'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { newId } from '../model/ids.ts'
import { APPLICATION_ID, SCHEMA_VERSION, schema } from '../schema.ts'
import { ContentSum } from './content-sum.ts'
import { systemCode, toDiskError } from './fs-errors.ts'
import { UNSEALED } from './seal.ts'
import { OLDEST_PROGRAM } from './version-gate.ts'

/**
 * Makes a new, empty workbook at `path`, which must not exist yet. `program` is the version of the program
 * that makes it. Throws `workbook.exists` and the `disk.*` errors.
 */
export function createFile(path: string, program: string): void {
  reserve(path)
  try {
    const db = new BetterSqlite3(path, { fileMustExist: true })
    try {
      fill(db, program)
    } finally {
      db.close()
    }
  } catch (error) {
    rmSync(path, { force: true })
    throw toDiskError(error, path)
  }
}

/** Claims the name in one step, readable by nobody else; SQLite takes an empty file for a new database. */
function reserve(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if (systemCode(error) === 'EEXIST')
      throw new AppError('workbook.exists', { file: path }, { cause: error })
    throw toDiskError(error, path)
  }
}

function fill(db: Database, program: string): void {
  db.pragma('page_size = 4096')
  db.pragma("encoding = 'UTF-8'")
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${SCHEMA_VERSION}`)
  const meta: Readonly<Record<string, string>> = {
    workbookId: newId(),
    createdAt: new Date().toISOString(),
    createdWith: program,
    needs: OLDEST_PROGRAM,
    contentSum: new ContentSum().toString(),
    historySum: '',
    seal: UNSEALED,
  }
  const run = db.transaction(() => {
    for (const statement of schema) db.exec(statement)
    const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    for (const [key, value] of Object.entries(meta)) insert.run(key, value)
  })
  run()
}
