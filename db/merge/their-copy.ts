import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { toDiskError } from '../file/fs-errors.ts'
import type { KnownSeals } from '../file/known-seals.ts'
import { type OpenedCopy, openCopy } from '../file/open.ts'
import { AppError } from '../model/errors.ts'
import { refusePackets } from '../packet/merging.ts'
import { statement } from '../transaction.ts'
import { THEIRS } from './causality.ts'

/** Where a copy of another state of the workbook is made and how it is checked. */
export interface TheirPlace {
  /** The file, which is never opened itself. */
  readonly file: string
  /** The working folder of the workbook that it is to be merged with. */
  readonly folder: string
  readonly known: KnownSeals
}

/**
 * Lets `use` read a private, verified copy of the file, attached to our own; its fingerprint is of exactly the bytes in it. Throws
 * the errors of `openCopy`, and `merge.other-workbook`; the file stays as it was.
 */
export function withTheirs<R>(
  db: Database,
  { file, folder, known }: TheirPlace,
  use: (copy: OpenedCopy) => R,
): R {
  const place = join(folder, THEIRS)
  try {
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place)
  } catch (error) {
    throw toDiskError(error, folder)
  }
  try {
    const copy = openCopy(file, place, known, undefined, db.name)
    statement(db, `ATTACH ? AS ${THEIRS}`).run(copy.path)
    try {
      refuseOther(db, file)
      refusePackets(db, file)
      return use(copy)
    } finally {
      statement(db, `DETACH ${THEIRS}`).run()
    }
  } finally {
    rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

function refuseOther(db: Database, file: string): void {
  const read = (sql: string): string => String(statement(db, sql).get()?.value ?? '')
  const id = (copy: string): string => read(`SELECT value FROM ${copy}.meta WHERE key = 'workbookId'`)
  if (id('main') === id(THEIRS)) return
  const organisation = read(`SELECT value FROM ${THEIRS}.setting WHERE key = 'organisation'`)
  throw new AppError('merge.other-workbook', { file, organisation })
}
