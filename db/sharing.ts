import type { Database } from 'better-sqlite3'
import type { Backups } from './backup/backups.ts'
import type { Edits } from './edits.ts'
import { forgetBeforeMerge, keepBeforeMerge, restoreBeforeMerge } from './file/before-merge.ts'
import type { KnownSeals } from './file/known-seals.ts'
import type { OpenedCopy } from './file/open.ts'
import { lastTxn } from './file/origin.ts'
import { keepBeforeUpgrade, type PublishOptions, publish } from './file/publish.ts'
import { isSameFile } from './file/same-file.ts'
import { holdNothingMore, holdsNothingNew, type Merged, type MergedState } from './merge/merge-attached.ts'
import { withTheirs } from './merge/their-copy.ts'
import type { Change } from './model/changes.ts'
import { AppError } from './model/errors.ts'
import type { Standing } from './standing.ts'

/** What was merged on the way to the file: what colleagues had saved there meanwhile. */
export interface Saved {
  readonly merged: readonly MergedState[]
}

/** Hears of a merge as soon as it is done, for what comes after it may fail. */
export type OnMerged = (merged: MergedState) => void

export interface SharingParts {
  readonly db: Database
  /** The working folder. */
  readonly folder: string
  readonly standing: Standing
  readonly edits: Edits
  readonly backups: Backups
  readonly known: KnownSeals
}

/** So often others may have saved between the merge with what they saved and the next attempt. */
const RACES = 5

const NOTHING_NEW = { nothingNew: true } as const

/** How the working copy comes into the file that is shared, and what others wrote into the working copy. */
export class Sharing {
  readonly #parts: SharingParts

  constructor(parts: SharingParts) {
    this.#parts = parts
  }

  /** As `Workbook.save`. */
  save(onMerged: OnMerged): Saved {
    const { standing, backups } = this.#parts
    if (standing.keepOriginal) {
      keepBeforeUpgrade(standing.file)
      backups.keepOriginal(standing.file, standing.fingerprint?.seal ?? null)
    }
    backups.keepOpened()
    const merged: MergedState[] = []
    try {
      for (let race = 0; !this.#isPublished(race); race += 1) {
        const state = this.#merge(standing.file, true)
        if (state.nothingNew) continue
        merged.push(state)
        onMerged(state)
      }
      return { merged }
    } catch (error) {
      backups.keepHourly()
      throw error
    }
  }

  /** As `Workbook.saveAs`. */
  saveAs(file: string, options: { readonly overwrite?: true }, onMerged: OnMerged): Saved {
    const { standing, backups } = this.#parts
    // Under whatever name: here a colleague's work must not be overwritten.
    if (isSameFile(file, standing.file)) return this.save(onMerged)
    if (options.overwrite) backups.keepOverwritten(file)
    this.#publish(file, { expected: null, ...options })
    return { merged: [] }
  }

  /** As `Workbook.merge`. */
  merge(file: string): Merged {
    return this.#merge(file, isSameFile(file, this.#parts.standing.file))
  }

  /** As `Workbook.undoMerge`. */
  undoMerge(options: { readonly discard?: true }): readonly Change[] {
    const { db, standing, edits } = this.#parts
    const commands = standing.sinceMerge
    if (commands !== null && commands > 0 && !options.discard) {
      throw new AppError('merge.edited-since', { commands })
    }
    standing.undoing()
    const changes = restoreBeforeMerge(db)
    standing.undone()
    forgetBeforeMerge(db)
    edits.beginAfresh()
    return changes
  }

  /** `ofFile` = it is the workbook's own file, in which a colleague has saved. */
  #merge(file: string, ofFile: boolean): Merged {
    const { db, standing } = this.#parts
    return withTheirs(db, { ...this.#parts, file }, (copy) => {
      const merged = holdsNothingNew(db) ? NOTHING_NEW : this.#mergeCopy(file, ofFile, copy)
      if (ofFile) standing.agreed(copy.fingerprint, holdNothingMore(db))
      return merged
    })
  }

  #mergeCopy(file: string, ofFile: boolean, { path, fingerprint, migrated }: OpenedCopy): MergedState {
    const { db, standing, edits, backups } = this.#parts
    const kept = keepBeforeMerge(db)
    backups.keepCopy(kept.path, 'before-merge', kept.seal)
    // The next save puts ours in the place of it.
    if (ofFile && !migrated) backups.keepCopy(path, 'replaced', fingerprint.seal)
    standing.merging(ofFile)
    try {
      return edits.merge(file)
    } finally {
      standing.merged()
    }
  }

  /** Whether it could be published; false = somebody else has saved meanwhile, but not for the last time that is waited for. */
  #isPublished(race: number): boolean {
    const { db, standing } = this.#parts
    try {
      const txn = lastTxn(db)
      const onSealed = (seal: string) => standing.publishing(seal, txn)
      this.#publish(standing.file, { expected: standing.fingerprint, onSealed })
      return true
    } catch (error) {
      const isOvertaken = error instanceof AppError && error.code === 'workbook.changed-elsewhere'
      if (isOvertaken && standing.hasUndone) {
        throw new AppError('workbook.merge-undone', { file: standing.file }, { cause: error })
      }
      if (!isOvertaken || race >= RACES) throw error
      return false
    }
  }

  #publish(file: string, options: PublishOptions): void {
    const { db, standing, edits, backups, known } = this.#parts
    // Once others may have seen what was typed, more typing must be told from it.
    edits.endTyping()
    edits.prune()
    const onPublished = (made: string, seal: string) => void backups.takePublished(made, seal)
    const fingerprint = publish(db, file, { ...options, onPublished })
    standing.published(file, fingerprint)
    known.add(fingerprint.seal)
  }
}
