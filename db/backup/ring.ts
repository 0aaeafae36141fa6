import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { discard } from '../file/beside.ts'
import { systemCode, toDiskError } from '../file/fs-errors.ts'
import { readHeader, readStart } from '../file/header.ts'
import { persist } from '../file/patience.ts'
import { type Backup, type BackupKind, backupKinds } from '../model/backup.ts'
import { AppError } from '../model/errors.ts'
import { superfluous } from './thinning.ts'

/** What became of the wish to keep a state. A failure is told and never thrown: keeping must not stand in the way of a save. */
export type Keeping =
  | { readonly outcome: 'kept'; readonly backup: Backup }
  /** That very state is kept already, or there was nothing to keep. */
  | { readonly outcome: 'needless' }
  | { readonly outcome: 'failed'; readonly problem: AppError }

/** A whole, sealed file that holds a state of the workbook. */
export interface State {
  readonly path: string
  readonly kind: BackupKind
  /** The digits of its seal, if they are known: the same state is kept once. */
  readonly seal: string | null
  readonly plans: number
  readonly nodes: number
}

/** Milliseconds: a virus scanner may look at a new file for a moment. */
const PATIENCE = 500
const HOUR = 3_600_000
const UNFINISHED = '.part'

/**
 * The kept states of one workbook, in a folder that only the user can read. All that is said of a backup stands in the name of
 * its file, so there is nothing that could come apart from it.
 */
export class Ring {
  readonly #folder: string

  /** Beside `workBase`. The id comes out of the file, and so from anyone: it is no name for a folder. */
  constructor(workBase: string, wholeId: string) {
    const name = createHash('sha256').update(wholeId).digest('hex').slice(0, 32)
    this.#folder = join(`${resolve(workBase)}-backups`, name)
  }

  /** Newest first. Empty where none can be read. */
  list(): readonly Backup[] {
    return this.#names()
      .flatMap((name) => backupIn(this.#folder, name) ?? [])
      .toSorted((one, other) => (one.name < other.name ? 1 : -1))
  }

  pathOf({ name }: Pick<Backup, 'name'>): string {
    if (!NAME.test(name)) throw new AppError('backup.missing', {})
    return join(this.#folder, name)
  }

  /** Takes the file into the ring; it is gone from its place, unless that failed. */
  take(state: State): Keeping {
    const keeping = this.#keep(state, moveDurably)
    if (keeping.outcome !== 'failed') discard(state.path)
    return keeping
  }

  /** Keeps a copy of the file; where the disk can, without writing its bytes again. */
  copy(state: State): Keeping {
    return this.#keep(state, copyDurably)
  }

  #keep(state: State, bring: (from: string, to: string) => void): Keeping {
    const { seal, kind, plans, nodes, path } = state
    try {
      if (seal !== null && this.#names().some((name) => name.includes(`_${shortened(seal)}.`))) {
        return { outcome: 'needless' }
      }
      const at = new Date().toISOString().replaceAll(':', '-')
      const mark = seal === null ? randomBytes(MARK / 2).toString('hex') : shortened(seal)
      const name = `${at}_${kind}_${plans}-${nodes}_${mark}.sqlite`
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      bring(path, join(this.#folder, name))
      this.#tidyUp()
      const backup = backupIn(this.#folder, name)
      return backup ? { outcome: 'kept', backup } : { outcome: 'needless' }
    } catch (error) {
      return { outcome: 'failed', problem: toDiskError(error, path) }
    }
  }

  #tidyUp(): void {
    const names = superfluous(this.list(), Date.now()).map(({ name }) => name)
    for (const name of [...names, ...this.#abandoned()]) discard(join(this.#folder, name))
  }

  /** Copies that a crash interrupted; another program may be making one now. */
  #abandoned(): readonly string[] {
    return this.#names().filter((name) => {
      if (!name.endsWith(UNFINISHED)) return false
      const made = statSync(join(this.#folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      return Date.now() - made > HOUR
    })
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.#folder)
    } catch (error) {
      if (systemCode(error) === null) throw error
      return []
    }
  }
}

/** Digits of a seal, or of chance, in a name. */
const MARK = 16
const shortened = (seal: string): string => seal.slice(0, MARK)

const NAME = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\dT)(\\d\\d)-(\\d\\d)-(\\d\\d\\.\\d{3}Z)_(${backupKinds.join('|')})_(\\d{1,9})-(\\d{1,9})_[0-9a-f]{${MARK}}\\.sqlite$`,
)

/** Null where the name is none of ours, or there is no such file. */
function backupIn(folder: string, name: string): Backup | null {
  const [, day, hours, minutes, seconds, written, plans, nodes] = NAME.exec(name) ?? []
  const kind = backupKinds.find((known) => known === written)
  const at = `${day}${hours}:${minutes}:${seconds}`
  if (kind === undefined || Number.isNaN(Date.parse(at))) return null
  const path = join(folder, name)
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return null
  const damaged = !seemsWhole(path, stat.size)
  return { name, kind, at, bytes: stat.size, plans: Number(plans), nodes: Number(nodes), damaged }
}

/** As far as the first page tells; to read every byte of every backup would take seconds. */
function seemsWhole(path: string, size: number): boolean {
  try {
    readHeader(readStart(path), size, path)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

function moveDurably(from: string, to: string): void {
  try {
    sync(from)
    persist(PATIENCE, () => renameSync(from, to))
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error
    copyDurably(from, to)
    discard(from)
  }
}

function copyDurably(from: string, to: string): void {
  const unfinished = `${to}${UNFINISHED}`
  try {
    copyFileSync(from, unfinished, constants.COPYFILE_FICLONE)
    // A copy takes over the original's protection against writing.
    chmodSync(unfinished, 0o600)
    sync(unfinished)
    persist(PATIENCE, () => renameSync(unfinished, to))
  } finally {
    discard(unfinished)
  }
}

function sync(path: string): void {
  const fd = openSync(path, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
