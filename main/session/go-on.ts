import { basename } from 'node:path'
import { continuesItsFile } from '../../db/file/open.ts'
import { type Leftover, leftoversOf } from '../../db/leftovers.ts'
import { AppError } from '../../db/model/errors.ts'
import { type MergedState, Workbook, type WorkbookPlace } from '../../db/workbook.ts'
import type { LeftoverMet } from '../../preload/contract.ts'
import { identityOf } from './same-file.ts'

export interface Opened {
  readonly workbook: Workbook
  /** What a crashed program had left of it, if anything. */
  readonly met: LeftoverMet | null
  /** What others had saved in the file since, if anything. */
  readonly merged: MergedState | null
}

/**
 * Opens the workbook of a file as the user left it: with the edits that a crash kept from the file, and merged with what others
 * have saved since. Where that cannot be, as the file is, and the edits wait on the start page. Throws the errors of
 * `Workbook.open`.
 */
export function openAsLeft(place: WorkbookPlace): Opened {
  const left = leftoverOf(place)
  const recovered = left && continued(place, left)
  // Where the crash came just after a save, everything is in the file.
  if (recovered) return { ...recovered, met: recovered.workbook.unsaved ? metAs('recovered', left) : null }
  return { workbook: Workbook.open(place), met: left && metAs('waiting', left), merged: null }
}

/** The newest, where there are several. Only files of the same name are looked at: the drive of another may be away. */
function leftoverOf({ file, workBase }: WorkbookPlace): Leftover | null {
  const identity = identityOf(file)
  const isOwn = (left: Leftover) =>
    left.file !== null && nameOf(left.file) === nameOf(file) && identityOf(left.file) === identity
  const own = leftoversOf(workBase).filter(isOwn)
  return own.toSorted((one, other) => (one.changedAt < other.changedAt ? 1 : -1))[0] ?? null
}

const nameOf = (file: string): string => basename(file).toLowerCase()

/** null: it is damaged, or what lies in the file now cannot be merged with it. */
function continued(place: WorkbookPlace, left: Leftover): Omit<Opened, 'met'> | null {
  try {
    const goesOn = continuesItsFile(left.folder)
    const workbook = recover(place, left)
    return { workbook, merged: goesOn ? null : mergeOwnFile(workbook) }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function mergeOwnFile(workbook: Workbook): MergedState | null {
  try {
    const merged = workbook.merge(workbook.file)
    return merged.nothingNew ? null : merged
  } catch (error) {
    workbook.leave()
    throw error
  }
}

/** As `Workbook.recover`, but what is wrong with the working copy is not said of the file. Throws `leftover.damaged`. */
export function recover(place: WorkbookPlace, left: Pick<Leftover, 'folder'>): Workbook {
  try {
    return Workbook.recover(place, left)
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('workbook.')) throw error
    throw new AppError('leftover.damaged', { file: place.file }, { cause: error })
  }
}

const metAs = (outcome: LeftoverMet['outcome'], { unsaved, changedAt }: Leftover): LeftoverMet => ({
  outcome,
  edits: unsaved,
  changedAt,
})
