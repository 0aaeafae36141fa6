import type { Database, Statement } from 'better-sqlite3'
import type { Row } from './tables.ts'

const cache = new WeakMap<Database, Map<string, Statement<unknown[], Row>>>()

/** A prepared statement, made once per connection. */
export function statement(db: Database, sql: string): Statement<unknown[], Row> {
  const known = cache.get(db) ?? new Map<string, Statement<unknown[], Row>>()
  cache.set(db, known)
  const found = known.get(sql) ?? db.prepare<unknown[], Row>(sql)
  known.set(sql, found)
  return found
}
