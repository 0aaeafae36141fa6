import type { Database } from 'better-sqlite3'
import { connectForReading } from '../file/connect.ts'
import { knownSeals } from '../file/known-seals.ts'
import { openCopy } from '../file/open.ts'
import { wholeIdOf } from '../file/workbook-id.ts'
import { throughWorkingFolder } from '../file/working-folder.ts'
import type { Backup } from '../model/backup.ts'
import { AppError, type ErrorCode } from '../model/errors.ts'
import { Ring } from './ring.ts'

/** Whose states are kept, and where. */
export interface RingPlace {
  readonly workBase: string
  readonly wholeId: string
}

/** Lets `use` read a checked copy of a backup. Throws as `withCopy`. */
export const readState = <R>(ring: RingPlace, backup: Pick<Backup, 'name'>, use: (was: Database) => R): R =>
  withCopy(ring, backup, (path) => closing(connectForReading(path), use))

/** Lets `use` have a checked copy of a backup. Throws `backup.damaged`, `backup.missing` and what `openCopy` throws besides. */
export function withCopy<R>(
  { workBase, wholeId }: RingPlace,
  backup: Pick<Backup, 'name'>,
  use: (path: string) => R,
): R {
  const kept = new Ring(workBase, wholeId).pathOf(backup)
  return throughWorkingFolder(workBase, (folder) => {
    const { path } = asBackup(() => openCopy(kept, folder, knownSeals(workBase)))
    if (closing(connectForReading(path), wholeIdOf) !== wholeId) throw new AppError('backup.damaged', {})
    return use(path)
  })
}

export function closing<R>(db: Database, use: (db: Database) => R): R {
  try {
    return use(db)
  } finally {
    db.close()
  }
}

/** What is wrong with a backup is not said as of a file that the user opened; she never saw this one. */
function asBackup<R>(open: () => R): R {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'workbook.missing') throw new AppError('backup.missing', {}, { cause: error })
    if (DAMAGE.has(error.code)) throw new AppError('backup.damaged', {}, { cause: error })
    throw error
  }
}

const DAMAGE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'workbook.damaged',
  'workbook.truncated',
  'workbook.empty',
  'workbook.not-a-file',
  'workbook.not-a-workbook',
  'workbook.foreign-content',
])
