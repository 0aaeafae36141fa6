import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { distrust } from './connect.ts'
import { systemCode, toDiskError } from './fs-errors.ts'
import { type Hold, hold, tryHold } from './hold.ts'
import { lastTxn, ORIGIN, type Origin, readOrigin, WORKING_COPY } from './origin.ts'

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

/** Makes a working folder below `base` and holds it; it is gone again where `make` throws. */
export function inWorkingFolder<R>(base: string, make: (held: Hold) => R): R {
  const folder = makeWorkingFolder(base)
  const held = hold(folder, folder)
  try {
    return make(held)
  } catch (error) {
    held.release()
    removeWorkingFolder(folder)
    throw error
  }
}

/** Makes a working folder below `base` that is gone again after `use`. */
export function throughWorkingFolder<R>(base: string, use: (folder: string) => R): R {
  const folder = makeWorkingFolder(base)
  const held = hold(folder, folder)
  try {
    return use(folder)
  } finally {
    held.release()
    removeWorkingFolder(folder)
  }
}

export interface LeftCopy {
  readonly folder: string
  readonly origin: Origin
  /** How many commands never reached the file; null when the copy cannot say. */
  readonly unsaved: number | null
  /** When the last command was given, as an ISO time. */
  readonly changedAt: string
}

/**
 * Working copies below `base` that nobody has open: what a crash left behind. A folder without an origin holds
 * nothing of the user's: the copy was still being checked.
 */
export function leftovers(base: string): readonly LeftCopy[] {
  return folders(base).flatMap((folder) => {
    const origin = originOrNull(folder)
    const hold = origin && tryHold(folder)
    if (!hold) return []
    try {
      const history = lastCommand(join(folder, WORKING_COPY))
      if (history === 'in use') return []
      const { last, at } = history
      return [{ folder, origin, unsaved: last === null ? null : last - origin.savedTxn, changedAt: at }]
    } finally {
      hold.release()
    }
  })
}

/**
 * Removes what a process left that died while it was still checking a copy. An hour is longer than any check, and than the
 * moment between the making of a folder and its being held.
 */
export function sweepUnopened(base: string): void {
  for (const folder of folders(base)) {
    const modified = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (existsSync(join(folder, ORIGIN)) || Date.now() - modified < HOUR) continue
    const held = tryHold(folder)
    held?.release()
    if (held) removeWorkingFolder(folder)
  }
}

const HOUR = 3_600_000

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

interface LastCommand {
  /** Its number in the history; null when the copy cannot say. */
  readonly last: number | null
  readonly at: string
}

/**
 * A process that edits a copy holds a lock on it as long as it lives, so an exclusive one can be had only after
 * its death.
 */
function lastCommand(path: string): LastCommand | 'in use' {
  try {
    const db = new BetterSqlite3(path, { fileMustExist: true, timeout: 0 })
    try {
      distrust(db)
      db.pragma('locking_mode = EXCLUSIVE')
      const last = lastTxn(db)
      const at = db.prepare<[number], { at: string }>('SELECT at FROM txn WHERE rid = ?').get(last)?.at
      return { last, at: at ?? lastWritten(path) }
    } finally {
      db.close()
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return code.startsWith('SQLITE_BUSY') ? 'in use' : { last: null, at: lastWritten(path) }
  }
}

const lastWritten = (path: string): string =>
  (statSync(path, { throwIfNoEntry: false })?.mtime ?? new Date(0)).toISOString()
