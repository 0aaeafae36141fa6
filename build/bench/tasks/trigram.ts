import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { plainText } from '../../../db/model/rich-text/plain-text.ts'
import { readAll } from '../../../db/queries/read.ts'
import { timed } from '../harness.ts'
import { openBook } from './book.ts'
import type { Task } from './index.ts'

/**
 * SQLite's own way to find parts of words, over the same titles and texts: the first 200 places, and how many there are. It folds case,
 * but not the ways in which å is written.
 */
export function prepareTrigram(folder = '', ...parts: readonly string[]): Task {
  const db = new BetterSqlite3(join(folder, 'trigram.sqlite'))
  fill(db, folder)
  const places = db.prepare('SELECT planId, nodeId, key FROM place WHERE place MATCH ? LIMIT 200')
  const total = db.prepare<[string], { total: number }>(
    'SELECT count(*) AS total FROM place WHERE place MATCH ?',
  )
  const round = async () =>
    (await timed(() => {
      for (const part of parts) {
        places.all(`"${part}"`)
        if (total.get(`"${part}"`)?.total === 0) throw new Error(`${part} was not found`)
      }
    })) / parts.length
  return { round, end: () => db.close() }
}

function fill(db: Database, folder: string): void {
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.exec(
    "CREATE VIRTUAL TABLE place USING fts5(text, planId UNINDEXED, nodeId UNINDEXED, key UNINDEXED, tokenize = 'trigram')",
  )
  const insert = db.prepare('INSERT INTO place (text, planId, nodeId, key) VALUES (?, ?, ?, ?)')
  const workbook = openBook(folder)
  const run = db.transaction(() => {
    const plans = new Map<string, string>()
    for (const { id, planId, title } of readAll(workbook.db, 'node')) {
      plans.set(id, planId)
      insert.run(title, planId, id, null)
    }
    for (const { nodeId, key, doc } of readAll(workbook.db, 'field')) {
      insert.run(plainText(doc), plans.get(nodeId), nodeId, key)
    }
  })
  run()
  workbook.close()
}
