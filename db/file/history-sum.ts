import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/**
 * SHA-256 of what `ContentSum` leaves out: sessions, history, and what is said about the file. Written when a
 * file is published, so that a repacked file is still known to be unchanged. The contentSum is among it, so the
 * two together cover every row.
 */
export function historySum(db: Database): string {
  const hash = createHash('sha256')
  for (const sql of [
    "SELECT key, value FROM meta WHERE key NOT IN ('seal', 'historySum') ORDER BY key",
    'SELECT * FROM session ORDER BY rid',
    'SELECT * FROM txn ORDER BY rid',
    'SELECT * FROM change ORDER BY rid',
  ]) {
    let batch = ''
    for (const values of db.prepare(sql).raw().iterate()) {
      batch += JSON.stringify(values)
      if (batch.length < BATCH) continue
      hash.update(batch)
      batch = ''
    }
    hash.update(`${batch}\n`)
  }
  return hash.digest('hex')
}

/** Hashing a few large pieces is much faster than many small ones. */
const BATCH = 1 << 16
