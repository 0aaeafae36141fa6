import { constants, copyFileSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { discard } from '../file/beside.ts'
import { connectToOwn } from '../file/connect.ts'
import { systemCode, toDiskError } from '../file/fs-errors.ts'
import { type KnownSeals, knownSeals } from '../file/known-seals.ts'
import { openCopy } from '../file/open.ts'
import { readOrigin, WORKING_COPY } from '../file/origin.ts'
import { makeSealed } from '../file/publish.ts'
import { wholeIdOf } from '../file/workbook-id.ts'
import { throughWorkingFolder } from '../file/working-folder.ts'
import type { Backup, BackupKind, Difference } from '../model/backup.ts'
import type { AppError } from '../model/errors.ts'
import { differenceBetween } from './difference.ts'
import { readState } from './read-state.ts'
import { type Keeping, Ring, type State } from './ring.ts'

export type { Keeping }

/** The file as it was opened, beside the working copy that was made of it. */
const AS_OPENED = 'as-opened.sqlite'

/** The file as it was last saved, laid beside the working copy. */
const AS_SAVED = 'as-saved.sqlite'

/** Milliseconds between states that are kept while somebody writes. */
const HOUR = 3_600_000

/** Lays the checked copy aside before it is edited, for when a save replaces what it was made of. */
export function setAside(folder: string): void {
  const aside = join(folder, AS_OPENED)
  try {
    copyFileSync(join(folder, WORKING_COPY), aside, constants.COPYFILE_FICLONE)
  } catch (error) {
    if (systemCode(error) === null) throw error
    // Without room for it there will be no backup; the workbook opens all the same.
    discard(aside)
  }
}

/** The kept states of the workbook that is open, and the keeping of more. */
export class Backups {
  readonly #db: Database
  /** The working folder of the copy that is open. */
  readonly #folder: string
  readonly #workBase: string
  readonly #known: KnownSeals
  readonly #ring: Ring
  /** The digits of the seal of the file as it was opened. */
  readonly #openedSeal: string | null
  /** The last published state, laid aside. */
  #saved: State | null = null
  #problem: AppError | null = null

  constructor(db: Database, folder: string, workBase: string) {
    this.#db = db
    this.#folder = folder
    this.#workBase = workBase
    this.#known = knownSeals(workBase)
    this.#ring = new Ring(workBase, wholeIdOf(db))
    this.#openedSeal = readOrigin(folder).fingerprint?.seal ?? null
  }

  /** Why the last state could not be kept; null = it was. */
  get problem(): AppError | null {
    return this.#problem
  }

  /** Newest first. */
  list(): readonly Backup[] {
    return this.#ring.list()
  }

  /** Keeps the workbook as it is now, saved or not; takes about as long as a save. */
  keep(kind: BackupKind): Keeping {
    const db = this.#db
    const packed = join(this.#folder, 'backup.sqlite')
    try {
      return this.#tried(packed, () => {
        const seal = makeSealed(db, packed)
        return this.#ring.take({ path: packed, kind, seal, ...countsOf(db) })
      })
    } finally {
      discard(packed)
    }
  }

  /** Keeps another's state of this workbook, of which a checked copy lies at `path`; `seal` are the digits of its seal, if it held. */
  keepCopy(path: string, kind: BackupKind, seal: string | null): Keeping {
    return this.#tried(path, () => {
      const { plans, nodes } = contentIn(path)
      return this.#ring.copy({ path, kind, seal, plans, nodes })
    })
  }

  /** Keeps the file as an older version of the program wrote it. */
  keepOriginal(file: string, seal: string | null): Keeping {
    const counts = countsOf(this.#db)
    return this.#tried(file, () => this.#ring.copy({ path: file, kind: 'before-upgrade', seal, ...counts }))
  }

  /** Keeps a file that the user has agreed to overwrite, where it is a workbook, be it this one or another. */
  keepOverwritten(file: string): Keeping {
    const keeping = attempt(file, () =>
      throughWorkingFolder(this.#workBase, (folder) => {
        const { path, fingerprint, migrated } = openCopy(file, folder, this.#known)
        const { wholeId, plans, nodes } = contentIn(path)
        const state = { path: migrated ? file : path, kind: 'replaced', seal: fingerprint.seal } as const
        return new Ring(this.#workBase, wholeId).copy({ ...state, plans, nodes })
      }),
    )
    const isNone = keeping.outcome === 'failed' && keeping.problem.code.startsWith('workbook.')
    return this.#tried(file, () => (isNone ? NEEDLESS : keeping))
  }

  /** Before a save: keeps what lies in the file since before this workbook was opened. At once, however large it is. */
  keepOpened(): Keeping {
    const path = join(this.#folder, AS_OPENED)
    const seal = this.#openedSeal
    if (!existsSync(path)) return NEEDLESS
    return this.#tried(path, () => {
      const { plans, nodes } = contentIn(path)
      return this.#ring.take({ path, kind: 'replaced', seal, plans, nodes })
    })
  }

  /**
   * After a save: keeps what was published as the state of this hour; where there is one, lays it aside until the workbook is
   * closed. At once, however large it is.
   */
  takePublished(published: string, seal: string): Keeping {
    const aside = join(this.#folder, AS_SAVED)
    const counts = countsOf(this.#db)
    return this.#tried(published, () => {
      this.#saved = null
      if (this.#isHourOver()) return this.#ring.take({ path: published, kind: 'hourly', seal, ...counts })
      renameSync(published, aside)
      this.#saved = { path: aside, kind: 'closed', seal, ...counts }
      return NEEDLESS
    })
  }

  /** When the workbook is closed: keeps it as it was last saved, for the file may be gone or damaged when it is opened again. */
  keepSaved(): Keeping {
    const saved = this.#saved
    return saved ? this.#tried(saved.path, () => this.#ring.take(saved)) : NEEDLESS
  }

  /** After a save that failed: keeps the state of this hour from the working copy. */
  keepHourly(): Keeping {
    return this.#isHourOver() ? this.keep('hourly') : NEEDLESS
  }

  /** How the workbook differs from a backup. Throws `backup.damaged`, `backup.missing` and what `openCopy` throws besides. */
  difference(backup: Pick<Backup, 'name'>): Difference {
    return this.reading(backup, (was) => differenceBetween(was, this.#db))
  }

  /** Lets `use` read a checked copy of a backup. Throws as `difference`. */
  reading<R>(backup: Pick<Backup, 'name'>, use: (was: Database) => R): R {
    return readState({ workBase: this.#workBase, wholeId: wholeIdOf(this.#db) }, backup, use)
  }

  #isHourOver(): boolean {
    const [newest] = this.#ring.list()
    return !newest || Math.abs(Date.now() - Date.parse(newest.at)) >= HOUR
  }

  /** Whatever goes wrong on the disk is an answer. */
  #tried(path: string, keep: () => Keeping): Keeping {
    const keeping = attempt(path, keep)
    this.#problem = keeping.outcome === 'failed' ? keeping.problem : null
    return keeping
  }
}

function attempt(path: string, keep: () => Keeping): Keeping {
  try {
    return keep()
  } catch (error) {
    return { outcome: 'failed', problem: toDiskError(error, path) }
  }
}

const NEEDLESS: Keeping = { outcome: 'needless' }

function countsOf(db: Database): { readonly plans: number; readonly nodes: number } {
  const count = (table: 'plan' | 'node') =>
    Number(db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get())
  return { plans: count('plan'), nodes: count('node') }
}

/** Of a file that was checked. */
function contentIn(path: string): {
  readonly wholeId: string
  readonly plans: number
  readonly nodes: number
} {
  const db = connectToOwn(path)
  try {
    return { wholeId: wholeIdOf(db), ...countsOf(db) }
  } finally {
    db.close()
  }
}
