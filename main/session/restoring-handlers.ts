import { basename, dirname, join } from 'node:path'
import { AppError } from '../../db/model/errors.ts'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { Handlers } from '../../preload/contract.ts'
import type { Seat } from './seat.ts'

/** What main does about earlier states of the workbook, and about copies of it for others. */
export const restoringHandlers = (
  seat: Seat,
): Pick<Handlers, 'backup.list' | 'backup.difference' | 'backup.restore' | 'clean.write'> => ({
  'backup.list': () => seat.session.restoring.backups(),
  'backup.difference': (backup) => seat.session.restoring.difference(backup),
  'backup.restore': ({ plans, ...backup }) => {
    seat.session.restoring.restore(backup, plans)
    return null
  },
  'clean.write': () => writeCleanCopy(seat),
})

/** The file with the copy; null = the user named none. Throws `workbook.open-elsewhere`, and as `cleanCopy`. */
async function writeCleanCopy(seat: Seat): Promise<string | null> {
  const { session } = seat
  const name = restoreTexts.clean.fileName(nameOfWorkbook(session.file))
  const file = await seat.desk.askWhereToSave(join(dirname(session.file), name))
  if (file === null) return null
  if (seat.isOpenElsewhere(file)) throw new AppError('workbook.open-elsewhere', { file })
  session.restoring.writeCleanCopy({ file, workBase: seat.program.places.workBase })
  seat.program.written.add(file)
  return file
}

/** The name of the file without its ending. */
export const nameOfWorkbook = (file: string): string => basename(file).replace(/\.sqlite$/i, '')
