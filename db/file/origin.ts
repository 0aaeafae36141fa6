import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import * as z from 'zod'
import { AppError } from '../model/errors.ts'
import { fingerprintSchema } from './fingerprint.ts'
import { toDiskError, toReadError } from './fs-errors.ts'

/** The working copy's name in its folder. */
export const WORKING_COPY = 'workbook.sqlite'
/** The name of the note of where it came from. */
export const ORIGIN = 'origin.json'

/** Where a working copy came from, kept beside it so that a crash can be mended. */
const originSchema = z.strictObject({
  /** The workbook that is edited; null while a new one was never saved. */
  file: z.string().nullable(),
  fingerprint: fingerprintSchema.nullable(),
  /** The last entry of the history that is in the file. */
  savedTxn: z.int().min(0),
  /** The file is of an older version of the program, and is to be kept when it is first replaced. */
  keepOriginal: z.literal(true).exactOptional(),
  /** What is being saved, by its seal, and its last entry of the history: after a crash the file tells whether it got there. */
  publishing: z.strictObject({ seal: z.string(), txn: z.int().min(0) }).exactOptional(),
  /** The last merge, while it can be undone. Noted before it is done and again after it. */
  merge: z
    .strictObject({
      /** Whether it was the workbook's own file that was merged, which a colleague had saved. */
      ofFile: z.boolean(),
      /** The last entry of the history before it, and with it; null while it is not done. */
      before: z.int().min(0),
      after: z.int().min(0).nullable(),
      /** Of the file before it. */
      fingerprint: fingerprintSchema.nullable(),
      savedTxn: z.int().min(0),
    })
    .exactOptional(),
  /** The user undid the merge with what a colleague had saved in the file: it is not to be merged again without her. */
  undone: z.literal(true).exactOptional(),
})
export type Origin = z.infer<typeof originSchema>

/**
 * Notes where the copy came from, or after a save, what is saved. Replaced in one step, so it is never half.
 */
export function writeOrigin(folder: string, origin: Origin): void {
  const path = join(folder, ORIGIN)
  try {
    const fd = openSync(`${path}.new`, 'w', 0o600)
    try {
      writeSync(fd, JSON.stringify(origin))
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(`${path}.new`, path)
  } catch (error) {
    throw toDiskError(error, path)
  }
}

/**
 * Throws `workbook.missing` where no origin was noted, and `workbook.damaged` where it cannot be understood.
 */
export function readOrigin(folder: string): Origin {
  const path = join(folder, ORIGIN)
  try {
    return originSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new AppError('workbook.damaged', { file: path, finding: error.name }, { cause: error })
    }
    throw toReadError(error, path)
  }
}

/** The newest entry of the history; 0 in a new workbook. */
export const lastTxn = (db: Database): number =>
  db.prepare<[], { last: number }>('SELECT coalesce(max(rid), 0) AS last FROM txn').get()?.last ?? 0
