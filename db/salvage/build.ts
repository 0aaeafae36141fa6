import { rmSync, statSync } from 'node:fs'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { ContentSum } from '../file/content-sum.ts'
import { createFile } from '../file/create.ts'
import { readHeader, readStart } from '../file/header.ts'
import { historySum } from '../file/history-sum.ts'
import { markInHistory } from '../file/migrate.ts'
import { verify } from '../file/verify.ts'
import { AppError } from '../model/errors.ts'
import { type Packet, packetSchema } from '../model/packet.ts'
import { tableNames } from '../model/records.ts'
import { PROGRAM } from '../model/texts/program.ts'
import { type Row, toRow } from '../tables.ts'
import { versions } from '../versions.ts'
import type { Found } from './read-rows.ts'
import type { Rescue } from './rescue.ts'
import { columnNames, type StoredTable, storedTables } from './shapes.ts'

/** Whether the rows that were found are just those that were saved. */
export function isComplete({ rows, meta }: Found): boolean {
  const sum = new ContentSum()
  for (const table of tableNames) for (const { row } of rows.get(table) ?? []) sum.add(table, row)
  return sum.toString() === meta.get('contentSum')
}

/**
 * Makes the workbook anew with its history, where every row of it is as it was saved: then only the file around the rows was
 * damaged. Answers with whether it did; otherwise there is nothing at `path`.
 */
export function buildWhole(path: string, found: Found): boolean {
  try {
    const isWhole = building(path, (db) => {
      db.exec('DELETE FROM meta')
      const set = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
      for (const pair of found.meta) set.run(...pair)
      for (const table of storedTables) {
        const insert = inserter(db, table)
        for (const { row } of found.rows.get(table) ?? []) insert(row)
      }
      return historySum(db) === found.meta.get('historySum')
    })
    if (isWhole) {
      check(path)
      return true
    }
  } catch (error) {
    // The sums can be made to fit rows that no program of ours wrote.
    if (!(error instanceof AppError) && !(error instanceof BetterSqlite3.SqliteError)) throw error
  }
  rmSync(path, { force: true })
  return false
}

/**
 * Makes a workbook of the rows that were mended. All are new in it: what the old file's history would say of them cannot be
 * trusted, and a colleague's copy would take for deleted what only could not be read.
 */
export function buildMended(path: string, rescue: Rescue, meta: Found['meta']): void {
  building(path, (db) => {
    const keep = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)')
    const id = meta.get('workbookId')
    if (isWorkbookId(id)) keep.run('workbookId', id)
    const packet = packetOf(meta.get('packet'))
    if (packet) keep.run('packet', JSON.stringify({ ...packet, sessions: OWN_SESSIONS }))
    const born = markInHistory(db, 'workbook.salvage')
    for (const table of tableNames) {
      const insert = inserter(db, table)
      for (const record of rescue.rows(table)) insert({ ...toRow(table, record), born, mods: null })
    }
    ContentSum.ofAllRows(db).save(db)
  })
  check(path)
}

/** The session in which the rows came in; what is written in a packet after it is an answer. */
const OWN_SESSIONS = 1

/** What a packet says of itself; null where it is none, or where that is damaged: then it is merged as any copy is. */
function packetOf(text: string | undefined): Packet | null {
  try {
    return packetSchema.safeParse(JSON.parse(text ?? 'null')).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

export const isWorkbookId = (id: string | undefined): boolean => /^[!-~]{36}$/.test(id ?? '')

function building<R>(path: string, build: (db: Database) => R): R {
  createFile(path, PROGRAM)
  const db = new BetterSqlite3(path, { fileMustExist: true })
  try {
    // A private file that is thrown away where anything goes wrong, and published when all is done.
    db.pragma('journal_mode = MEMORY')
    db.pragma('synchronous = OFF')
    db.pragma('cache_size = -200000')
    return db.transaction(() => build(db))()
  } finally {
    db.close()
  }
}

function inserter(db: Database, table: StoredTable): (row: Row) => void {
  const columns = columnNames(table)
  const insert = db.prepare<[Row]>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  )
  return (row) => void insert.run(row)
}

/** What is made is checked like what comes from strangers. */
function check(path: string): void {
  verify(path, readHeader(readStart(path), statSync(path).size, path), 'working', path, versions)
}
