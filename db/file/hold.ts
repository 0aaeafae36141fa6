import { existsSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { toDiskError } from './fs-errors.ts'

/** A working folder that is this program's until it is released or the process dies. */
export interface Hold {
  readonly folder: string
  readonly release: () => void
}

/** Milliseconds: another program that looks for leftovers holds a folder for a moment. */
const PATIENCE = 500

/**
 * Takes a working folder, from before there is a copy in it until after it is gone, so that no other program takes it for a
 * leftover. The lock is SQLite's, which the system frees when a process dies, however it dies. Throws `disk.file-in-use`
 * where another has the folder, and `workbook.missing` where it is gone; `file` is the name for the errors.
 */
export function hold(folder: string, file: string, patience: number = PATIENCE): Hold {
  try {
    // Never by `fs`: a process that closes a file gives up its own locks on it.
    const db = new BetterSqlite3(join(folder, 'in-use'), { timeout: patience })
    try {
      db.exec('BEGIN EXCLUSIVE')
      return { folder, release: () => void db.close() }
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    if (!existsSync(folder)) throw new AppError('workbook.missing', { file }, { cause: error })
    throw toDiskError(error, file)
  }
}

/** As `hold`, at once or not at all. */
export function tryHold(folder: string): Hold | null {
  try {
    return hold(folder, folder, 0)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
