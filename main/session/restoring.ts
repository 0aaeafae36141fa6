import { cleanCopy } from '../../db/clean.ts'
import { isSameFile } from '../../db/file/same-file.ts'
import { wholeIdOf } from '../../db/file/workbook-id.ts'
import type { Backup, Difference } from '../../db/model/backup.ts'
import type { Executed, Workbook, WorkbookPlace } from '../../db/workbook.ts'

export interface SessionOfRestoring {
  /** Throws `workbook.read-only` where nothing can be edited. */
  readonly refuseReadOnly: () => void
  /** The workbook is another now. */
  readonly edited: (executed: Executed) => void
  /** Saves what can be saved. */
  readonly save: () => void
}

/** The earlier states of an open workbook, and copies of it for others. */
export class Restoring {
  readonly #workbook: Workbook
  readonly #session: SessionOfRestoring

  constructor(workbook: Workbook, session: SessionOfRestoring) {
    this.#workbook = workbook
    this.#session = session
  }

  /** What the kept states go by. */
  get wholeId(): string {
    return wholeIdOf(this.#workbook.db)
  }

  /** Newest first. */
  backups(): readonly Backup[] {
    return this.#workbook.backups.list()
  }

  /** Throws as `Backups.difference`. */
  difference(backup: Pick<Backup, 'name'>): Difference {
    return this.#workbook.backups.difference(backup)
  }

  /** Throws as `Workbook.restore`. */
  restore(backup: Pick<Backup, 'name'>, plans: readonly string[] | null): void {
    this.#session.refuseReadOnly()
    this.#session.edited(this.#workbook.restore(backup, plans))
  }

  /**
   * Writes a copy for others in the place of what was there: the user has agreed to that. What can be saved is saved first, so that
   * the copy holds nothing that the file does not. Throws as `cleanCopy`.
   */
  writeCleanCopy(place: Pick<WorkbookPlace, 'file' | 'workBase'>): void {
    this.#session.save()
    const { backups, file } = this.#workbook
    if (!isSameFile(place.file, file)) backups.keepOverwritten(place.file)
    cleanCopy(this.#workbook, place, { overwrite: true })
  }
}
