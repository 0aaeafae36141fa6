import { renameSync, rmSync } from 'node:fs'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { newId } from '../model/ids.ts'
import { PROGRAM } from '../model/texts/program.ts'
import { APPLICATION_ID } from '../schema.ts'
import type { Version } from '../versions.ts'
import { distrust } from './connect.ts'
import { ContentSum } from './content-sum.ts'
import { OLDEST_PROGRAM } from './version-gate.ts'

/**
 * Brings a verified working copy of an older version up to the last of `versions`: a fresh file is made for each version
 * on the way and filled from the one before, so that the tables' SQL is exactly that of the version. The copy is replaced
 * when all is done, and stays as it was when anything fails. Throws `workbook.damaged` where the rows do not fit.
 */
export function migrate(path: string, versions: readonly Version[], from: number, file: string): void {
  const fresh = `${path}-next`
  try {
    for (const version of versions.filter(({ number }) => number > from)) {
      rmSync(fresh, { force: true })
      rebuild(path, fresh, version)
      renameSync(fresh, path)
    }
  } catch (error) {
    rmSync(fresh, { force: true })
    if (!(error instanceof BetterSqlite3.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT'))
      throw error
    throw new AppError('workbook.damaged', { file, finding: error.message }, { cause: error })
  }
}

function rebuild(path: string, fresh: string, { number, schema, fill }: Version): void {
  const db = new BetterSqlite3(fresh)
  try {
    distrust(db)
    db.pragma('page_size = 4096')
    db.pragma("encoding = 'UTF-8'")
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${number}`)
    db.prepare('ATTACH ? AS old').run(path)
    const run = db.transaction(() => {
      for (const sql of [...schema, ...fill]) db.exec(sql)
      db.prepare("UPDATE meta SET value = ? WHERE key = 'needs'").run(OLDEST_PROGRAM)
      markInHistory(db, 'workbook.migrate')
      ContentSum.ofAllRows(db).save(db)
    })
    run()
    db.exec('DETACH old')
  } finally {
    db.close()
  }
}

/**
 * What is in the history from before fits the rows no more: nothing is undone across this. Answers with the dot of the entry,
 * which is of a session of its own.
 */
export function markInHistory(db: Database, command: 'workbook.migrate' | 'workbook.salvage'): number {
  const at = new Date().toISOString()
  const { lastInsertRowid } = db
    .prepare('INSERT INTO session (id, who, machine, program, startedAt, lastSeq) VALUES (?, ?, ?, ?, ?, 1)')
    .run(newId(), '', '', PROGRAM, at)
  const dot = Number(lastInsertRowid) * 2 ** 32 + 1
  const insert = db.prepare("INSERT INTO txn (dot, at, label, kind) VALUES (?, ?, ?, 'migrate')")
  insert.run(dot, at, JSON.stringify({ command }))
  return dot
}
