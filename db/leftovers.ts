import { hold } from './file/hold.ts'
import { leftovers, removeWorkingFolder, sweepUnopened } from './file/working-folder.ts'
import { AppError } from './model/errors.ts'

/** A working copy that a crashed program left, with commands that never reached the file. */
export interface Leftover {
  readonly folder: string
  /** The workbook that was edited; null = it was never saved. */
  readonly file: string | null
  /** When the last command was given, as an ISO time. */
  readonly changedAt: string
  /** How many commands; null = the copy is damaged and cannot say. */
  readonly unsaved: number | null
}

/** What crashed programs left in the folder of the working copies. Copies of which everything was saved are removed. */
export function leftoversOf(workBase: string): readonly Leftover[] {
  ignoringFailure(() => sweepUnopened(workBase))
  return leftovers(workBase).flatMap(({ folder, origin, changedAt, unsaved }) => {
    const leftover = { folder, file: origin.file, changedAt, unsaved }
    if (unsaved !== 0) return [leftover]
    ignoringFailure(() => discardLeftover(leftover))
    return []
  })
}

/** Throws `disk.file-in-use` where a program has recovered it meanwhile. */
export function discardLeftover({ folder, file }: Pick<Leftover, 'folder' | 'file'>): void {
  hold(folder, file ?? folder).release()
  removeWorkingFolder(folder)
}

/** What cannot be tidied up now is tidied up at another start; nobody is to hear of it. */
function ignoringFailure(tidyUp: () => void): void {
  try {
    tidyUp()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
