import BetterSqlite3, { type Database } from 'better-sqlite3'
import { toOpenError } from './fs-errors.ts'

/**
 * Opens a working copy for editing: every committed transaction is durable when `commit` returns. Never for
 * the shared file itself: WAL needs two files beside it, and works on no network drive. Throws `disk.*` errors.
 */
export function connect(path: string): Database {
  return opened(path, (db) => {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('cache_size = -32000')
  })
}

/**
 * Opens a copy for reading; the caller closes it. Not as `readonly`: SQLite then drops the CHECK constraints,
 * and `integrity_check` would find no row that breaks one.
 */
export function connectForReading(path: string): Database {
  return opened(path, (db) => db.pragma('query_only = ON'))
}

function opened(path: string, prepare: (db: Database) => void): Database {
  try {
    const db = new BetterSqlite3(path, { fileMustExist: true, timeout: BUSY_MILLISECONDS })
    try {
      distrust(db)
      prepare(db)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw toOpenError(error, path)
  }
}

/**
 * Opens a file that was just made of our own rows, for reading; the caller closes it. SQLite then leaves the
 * CHECK constraints out of its structure check, which are most of its time.
 */
export function connectToOwn(path: string): Database {
  const db = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: BUSY_MILLISECONDS })
  try {
    distrust(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * What sqlite.org advises for files from strangers. Must come before the first statement that reads the schema.
 */
export function distrust(db: Database): void {
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('mmap_size = 0')
  db.pragma('temp_store = MEMORY')
}

const BUSY_MILLISECONDS = 2000
