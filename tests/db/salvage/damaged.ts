import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { newId } from '../../../db/model/ids.ts'
import type { Loss, Salvaged } from '../../../db/model/salvage.ts'
import { readAll } from '../../../db/queries/read.ts'
import { salvage } from '../../../db/salvage/salvage.ts'
import type { Workbook, WorkbookPlace } from '../../../db/workbook.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'
import { placeIn, reopen, temporaryFolder } from '../../support/workbooks.ts'
import { edit, forge } from '../file/cases/case.ts'

export const PAGE = 4096

/** A published workbook of three plans, and the place for what is salvaged of it. */
export function damaged(damage: (file: string) => void) {
  const folder = temporaryFolder()
  const file = join(folder, 'Beskadiget.sqlite')
  buildWorkbook(file, join(folder, 'work'), 300)
  const before = contentIn(file)
  damage(file)
  return { folder, file, before, place: { ...placeIn(folder), file: join(folder, 'Reddet.sqlite') } }
}

/** Salvages, and opens the result with every check. */
export function salvaged({
  file,
  place,
}: {
  readonly file: string
  readonly place: WorkbookPlace
}): Salvaged & {
  readonly workbook: Workbook
  readonly db: Database
} {
  const outcome = salvage(file, place)
  const workbook = reopen({ ...place, workBase: join(place.workBase, '../checked') })
  return { ...outcome, workbook, db: workbook.db }
}

/** Statements whose traces are covered, run on the file. */
export const forged = (...statements: readonly string[]) =>
  damaged((file) => forge(file, (db) => statements.forEach((statement) => void db.exec(statement))))

/** Statements that another program runs on the file. */
export const edited = (...statements: readonly string[]) =>
  damaged((file) => edit(file, (db) => statements.forEach((statement) => void db.exec(statement))))

export const aNode = (type: string): string => `(SELECT min(id) FROM node WHERE type = '${type}')`

export function contentIn(file: string) {
  const db = new BetterSqlite3(file, { readonly: true })
  const rows = <T extends 'node' | 'field'>(table: T) => readAll(db, table, 'ORDER BY id')
  const content = { nodes: rows('node'), fields: rows('field') }
  db.close()
  return content
}

export const reasons = (losses: readonly Loss[]): readonly string[] => [
  ...new Set(losses.map(({ table, why }) => `${table} ${why}`)),
]

/** The page on which a tree begins, and whether it is a leaf. */
export function rootOf(file: string, name: string): number {
  const db = new BetterSqlite3(file, { readonly: true })
  const root = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(name)
  db.close()
  return root ?? 0
}

/** Overwrites a page, numbered from 1. */
export function overwrite(file: string, page: number, value = 0): void {
  const bytes = readFileSync(file)
  bytes.fill(value, (page - 1) * PAGE, page * PAGE)
  writeFileSync(file, bytes)
}

export function addChain(db: Database, depth: number): void {
  const insert = db.prepare(
    "INSERT INTO node SELECT ?, id, ?, 'a0', 'theme', ?, NULL, NULL, 0, 1, NULL FROM plan WHERE pos = 'a0'",
  )
  const run = db.transaction(() => {
    let parent: string | null = null
    for (let level = 0; level < depth; level += 1) {
      const id = newId()
      insert.run(id, parent, `Led ${level}`)
      parent = id
    }
  })
  run()
}

export function addCircles(db: Database, count: number): void {
  const insert = db.prepare(
    "INSERT INTO node SELECT ?, id, ?, 'a0', 'theme', 'Rundt', NULL, NULL, 0, 1, NULL FROM plan WHERE pos = 'a0'",
  )
  const run = db.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const [one, other] = [newId(), newId()]
      insert.run(one, other)
      insert.run(other, one)
    }
  })
  run()
}
