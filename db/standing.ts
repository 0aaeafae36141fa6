import type { Database } from 'better-sqlite3'
import type { Fingerprint } from './file/fingerprint.ts'
import { lastTxn, type Origin, readOrigin, writeOrigin } from './file/origin.ts'
import { AppError } from './model/errors.ts'
import { statement } from './transaction.ts'

/** Where a working copy stands with the file that it belongs to. Noted beside it at every step, so that a crash can be mended. */
export class Standing {
  readonly #db: Database
  readonly #folder: string
  #file: string
  #origin: Origin

  /** `file` is the workbook's where it was never saved. */
  constructor(db: Database, folder: string, file: string) {
    this.#db = db
    this.#folder = folder
    const origin = readOrigin(folder)
    this.#file = origin.file ?? file
    this.#origin = settled(origin, lastTxn(db))
    if (this.#origin !== origin) writeOrigin(folder, this.#origin)
  }

  /** The file that the user shares. */
  get file(): string {
    return this.#file
  }

  /** Of the file as it was opened, last saved or last merged; null = it must not exist yet. */
  get fingerprint(): Fingerprint | null {
    return this.#origin.fingerprint
  }

  get keepOriginal(): boolean {
    return this.#origin.keepOriginal ?? false
  }

  /** Whether the user undid the merge with what is in the file. */
  get hasUndone(): boolean {
    return this.#origin.undone ?? false
  }

  /** Whether there are commands that never reached the file. */
  get unsaved(): boolean {
    return lastTxn(this.#db) > this.#origin.savedTxn
  }

  /** How many commands were given since the last merge; null = there is none that can be undone. */
  get sinceMerge(): number | null {
    const after = this.#origin.merge?.after ?? null
    if (after === null) return null
    return Number(statement(this.#db, 'SELECT count(*) AS count FROM txn WHERE rid > ?').get(after)?.count)
  }

  /** A crash between the replacing of the file and the note of it must not take our own save for a colleague's. */
  publishing(seal: string, txn: number): void {
    this.#write({ ...this.#origin, publishing: { seal, txn } })
  }

  published(file: string, fingerprint: Fingerprint): void {
    const { merge } = this.#origin
    // In another file there is nothing of a colleague's that undoing could take.
    const last = merge && { merge: file === this.#file ? merge : { ...merge, ofFile: false } }
    this.#file = file
    this.#write({ file, fingerprint, savedTxn: lastTxn(this.#db), ...last })
  }

  /** What is in the file is in the copy now; `isAll` = and nothing more is. */
  agreed(fingerprint: Fingerprint, isAll: boolean): void {
    const { undone: _undone, ...origin } = this.#origin
    const savedTxn = isAll ? lastTxn(this.#db) : origin.savedTxn
    this.#write({ ...origin, fingerprint, savedTxn })
  }

  /** A merge is about to be done, and can be undone then. */
  merging(ofFile: boolean): void {
    const { fingerprint, savedTxn } = this.#origin
    const merge = { ofFile, before: lastTxn(this.#db), after: null, fingerprint, savedTxn }
    this.#write({ ...this.#origin, merge })
  }

  merged(): void {
    this.#write(settled(this.#origin, lastTxn(this.#db)))
  }

  /**
   * The last merge is about to be undone. The file is again what it was before it for us, so that what a colleague saved there
   * is never taken for ours. Throws `merge.nothing-to-undo`.
   */
  undoing(): void {
    const { merge, ...origin } = this.#origin
    if (!merge || merge.after === null) throw new AppError('merge.nothing-to-undo', {})
    if (merge.ofFile) {
      const { fingerprint, savedTxn } = merge
      this.#write({ ...origin, merge, fingerprint, savedTxn, undone: true })
      return
    }
    // What was saved since holds the merge, so that what is restored is unsaved.
    const wasSaved = origin.savedTxn > merge.before
    const savedTxn = wasSaved ? Math.max(0, merge.before - 1) : merge.savedTxn
    this.#write({ ...origin, merge, savedTxn })
  }

  undone(): void {
    this.#write(settled(this.#origin, lastTxn(this.#db)))
  }

  #write(origin: Origin): void {
    this.#origin = origin
    writeOrigin(this.#folder, origin)
  }
}

/** The note of a merge after a crash in the midst of it or of its undoing: the history tells how far it came. */
function settled(origin: Origin, last: number): Origin {
  const { merge, undone, ...rest } = origin
  if (!merge) return origin
  const undoneToo = undone && { undone }
  if (merge.after === null && last > merge.before)
    return { ...rest, ...undoneToo, merge: { ...merge, after: last } }
  // It was never done, or it was undone.
  if (merge.after === null || last < merge.after) return { ...rest, ...undoneToo }
  // It was to be undone, and is still there.
  return undone ? { ...rest, merge } : origin
}
