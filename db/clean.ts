import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { connect } from './file/connect.ts'
import { toDiskError } from './file/fs-errors.ts'
import { WORKING_COPY } from './file/origin.ts'
import { publish } from './file/publish.ts'
import { isSameFile } from './file/same-file.ts'
import { throughWorkingFolder } from './file/working-folder.ts'
import { AppError } from './model/errors.ts'
import type { Workbook, WorkbookPlace } from './workbook.ts'

/**
 * Writes a copy of the workbook for sending out of the house: what it says now, and nothing of how it came to say it. No history,
 * no names of those who wrote it, no free pages with remains of deleted texts.
 *
 * It is still the same workbook. The ids of the sessions stay, for the rows are stamped with them: so what the recipient
 * writes can be merged when the copy comes back. That is also why nothing may wait to be decided: a conflict that is not in
 * the copy would be taken for decided. Throws `clean.undecided`, `workbook.exists` where `place.file` is there already, unless
 * the user agreed to `overwrite` it, and the errors of `publish`.
 */
export function cleanCopy(
  { db, file }: Pick<Workbook, 'db' | 'file'>,
  place: Pick<WorkbookPlace, 'file' | 'workBase'>,
  options: { readonly overwrite?: true } = {},
): void {
  if (isSameFile(place.file, file)) throw new AppError('workbook.exists', { file: place.file })
  const undecided = Number(db.prepare('SELECT count(*) FROM conflict').pluck().get())
  if (undecided > 0) throw new AppError('clean.undecided', { count: undecided })
  throughWorkingFolder(place.workBase, (folder) => {
    const copy = copyWithoutHistory(db, join(folder, WORKING_COPY))
    try {
      publish(copy, place.file, { expected: null, ...options })
    } finally {
      copy.close()
    }
  })
}

function copyWithoutHistory(db: Database, path: string): Database {
  try {
    db.prepare('VACUUM INTO ?').run(path)
    const copy = connect(path)
    forget(copy)
    return copy
  } catch (error) {
    throw toDiskError(error, path)
  }
}

/** Not by `Tx`, which would write into the history what it takes out of it. Packing the copy takes it out of the bytes. */
function forget(copy: Database): void {
  const run = copy.transaction(() => {
    copy.exec('DELETE FROM change')
    copy.exec('DELETE FROM txn')
    copy.exec("UPDATE session SET who = '', machine = ''")
    copy.exec(
      "UPDATE meta SET value = json_set(value, '$.madeBy', '') WHERE key = 'packet' AND json_valid(value)",
    )
  })
  run()
}
