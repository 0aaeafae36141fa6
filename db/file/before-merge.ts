import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Change } from '../model/changes.ts'
import { AppError } from '../model/errors.ts'
import { type TableName, tableNames } from '../model/records.ts'
import { layouts, type Row, toRecord } from '../tables.ts'
import { discard } from './beside.ts'
import { toDiskError } from './fs-errors.ts'
import { seal } from './seal.ts'

/** The working copy as it was before the last merge, beside it. */
const fileOf = (db: Database): string => join(dirname(db.name), 'before-merge.sqlite')

/**
 * Lays the working copy aside, sealed, and answers with where it lies and the digits of its seal. Throws `disk.*` errors; then
 * an earlier one is still there.
 */
export function keepBeforeMerge(db: Database): { readonly path: string; readonly seal: string } {
  const path = fileOf(db)
  const fresh = `${path}-new`
  try {
    rmSync(fresh, { force: true })
    db.prepare('VACUUM INTO ?').run(fresh)
    const digits = seal(fresh)
    const fd = openSync(fresh, 'r+')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(fresh, path)
    return { path, seal: digits }
  } catch (error) {
    throw toDiskError(error, path)
  } finally {
    discard(fresh)
  }
}

export const forgetBeforeMerge = (db: Database): void => discard(fileOf(db))

/**
 * Makes the working copy what it was before the last merge, row by row, history and all, in one durable transaction; answers
 * with what changed. This is no edit and leaves no trace: whoever goes on must go on in a new session. Throws
 * `merge.nothing-to-undo` where the copy is gone.
 */
export function restoreBeforeMerge(db: Database): readonly Change[] {
  const file = fileOf(db)
  if (!existsSync(file)) throw new AppError('merge.nothing-to-undo', {})
  db.prepare('ATTACH ? AS earlier').run(file)
  try {
    const restore = db.transaction(() => {
      const differences = tableNames.flatMap((table) => differencesIn(db, table))
      takeAway(db, differences)
      const changes = putBack(db, differences)
      // What points at others goes first and comes last.
      for (const table of ['change', 'txn', 'session', 'meta']) db.exec(`DELETE FROM main.${table}`)
      for (const table of ['meta', 'session', 'txn', 'change']) {
        db.exec(`INSERT INTO main.${table} SELECT * FROM earlier.${table}`)
      }
      return changes
    })
    return restore.immediate()
  } finally {
    db.exec('DETACH earlier')
  }
}

interface Difference {
  readonly table: TableName
  readonly now: Row | null
  readonly earlier: Row | null
}

function differencesIn(db: Database, table: TableName): readonly Difference[] {
  const rows = (sql: string): readonly Row[] => db.prepare<[], Row>(sql).all()
  const differs = [...layouts[table].columns, 'born', 'mods'].map(
    (column) => `now.${column} IS NOT was.${column}`,
  )
  const now = db.prepare<[unknown], Row>(`SELECT * FROM main.${table} WHERE id = ?`)
  const changed = rows(
    `SELECT was.* FROM earlier.${table} was LEFT JOIN main.${table} now ON now.id = was.id
     WHERE now.id IS NULL OR ${differs.join(' OR ')}`,
  )
  const added = rows(`SELECT * FROM main.${table} WHERE id NOT IN (SELECT id FROM earlier.${table})`)
  return [
    ...added.map((row) => ({ table, now: row, earlier: null })),
    ...changed.map((earlier) => ({ table, now: now.get(earlier.id) ?? null, earlier })),
  ]
}

/** All of them first, so that nothing meets what it was under a unique key. */
function takeAway(db: Database, differences: readonly Difference[]): void {
  for (const { table, now } of differences.toReversed()) {
    if (now) db.prepare(`DELETE FROM main.${table} WHERE id = ?`).run(now.id)
  }
}

function putBack(db: Database, differences: readonly Difference[]): readonly Change[] {
  for (const { table, earlier } of differences) {
    if (!earlier) continue
    const columns = Object.keys(earlier)
    const values = columns.map((column) => `@${column}`)
    db.prepare(`INSERT INTO main.${table} (${columns.join(', ')}) VALUES (${values.join(', ')})`).run(earlier)
  }
  const removed = differences.filter(({ earlier }) => !earlier).toReversed()
  const kept = differences.filter(({ earlier }) => earlier)
  return [...removed, ...kept].map(changeOf)
}

function changeOf({ table, now, earlier }: Difference): Change {
  const record = (row: Row | null) => (row ? toRecord(table, row) : null)
  const id = String((now ?? earlier)?.id)
  return { table, id, before: record(now), after: record(earlier) } as Change
}
