import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { distrust } from './connect.ts'
import { systemCode, toDiskError } from './fs-errors.ts'
import { lastTxn, type Origin, readOrigin, WORKING_COPY } from './origin.ts'

const PREFIX = 'workbook-'

/** Makes a folder for one working copy below `base`, which only the user can read. Throws `disk.*` errors. */
export function makeWorkingFolder(base: string): string {
  try {
    mkdirSync(base, { recursive: true, mode: 0o700 })
    return mkdtempSync(join(base, PREFIX))
  } catch (error) {
    throw toDiskError(error, base)
  }
}

/** Deletes a folder that `makeWorkingFolder` made, with the copy in it. The copy must be closed. */
export function removeWorkingFolder(folder: string): void {
  if (!basename(folder).startsWith(PREFIX)) throw new Error('not a working folder')
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  } catch (error) {
    throw toDiskError(error, folder)
  }
}

export interface Leftover {
  readonly folder: string
  readonly origin: Origin
  /** How many commands never reached the file; null when the copy cannot say. */
  readonly unsaved: number | null
}

/**
 * Working copies below `base` that nobody has open: what a crash left behind. A folder without an origin holds
 * nothing of the user's: the copy was still being checked.
 */
export function leftovers(base: string): readonly Leftover[] {
  return folders(base).flatMap((folder) => {
    const origin = originOrNull(folder)
    if (origin === null) return []
    const unsaved = unsavedCommands(join(folder, WORKING_COPY), origin)
    return unsaved === 'in use' ? [] : [{ folder, origin, unsaved }]
  })
}

function folders(base: string): readonly string[] {
  try {
    return readdirSync(base)
      .filter((name) => name.startsWith(PREFIX))
      .map((name) => join(base, name))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw toDiskError(error, base)
  }
}

function originOrNull(folder: string): Origin | null {
  try {
    return readOrigin(folder)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/**
 * A process that edits a copy holds a lock on it as long as it lives, so an exclusive one can be had only after
 * its death.
 */
function unsavedCommands(path: string, origin: Origin): number | null | 'in use' {
  try {
    const db = new BetterSqlite3(path, { fileMustExist: true, timeout: 0 })
    try {
      distrust(db)
      db.pragma('locking_mode = EXCLUSIVE')
      return lastTxn(db) - origin.savedTxn
    } finally {
      db.close()
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return code.startsWith('SQLITE_BUSY') ? 'in use' : null
  }
}
