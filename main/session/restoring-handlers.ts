import { basename, dirname, join } from 'node:path'
import { bringBack, keptStates } from '../../db/backup/bring-back.ts'
import type { RingPlace } from '../../db/backup/read-state.ts'
import type { Backup } from '../../db/model/backup.ts'
import { AppError } from '../../db/model/errors.ts'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import type { Handlers } from '../../preload/contract.ts'
import type { Seat } from './seat.ts'

/** What main does about earlier states of the workbook, and about copies of it for others. */
export const restoringHandlers = (
  seat: Seat,
): Pick<
  Handlers,
  | 'backup.list'
  | 'backup.difference'
  | 'backup.restore'
  | 'backup.of-file'
  | 'backup.bring-back'
  | 'clean.write'
> => ({
  'backup.list': () => seat.session.restoring.backups(),
  'backup.difference': (backup) => seat.session.restoring.difference(backup),
  'backup.restore': ({ plans, ...backup }) => {
    seat.session.restoring.restore(backup, plans)
    return null
  },
  'backup.of-file': ({ file }) => keptStates(ringOf(seat, file)),
  'backup.bring-back': ({ file, ...backup }) => bringBackBeside(seat, file, backup),
  'clean.write': () => writeCleanCopy(seat),
})

/** Of the workbook that lay there when it was last opened. */
const ringOf = ({ program }: Seat, file: string): RingPlace => ({
  workBase: program.places.workBase,
  wholeId: program.recents.workbookAt(file),
})

/** The new file; null = the user named none. Throws as `bringBack`. */
async function bringBackBeside(
  seat: Seat,
  lost: string,
  backup: Pick<Backup, 'name'>,
): Promise<string | null> {
  const name = restoreTexts.earlier.fileName(nameOfWorkbook(lost))
  const file = await seat.desk.askWhereToSave(join(dirname(lost), name))
  if (file !== null) bringBack(ringOf(seat, lost), backup, file)
  return file
}

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
