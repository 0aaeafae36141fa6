import { accessSync, closeSync, constants, copyFileSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import type { Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { beforeUpgrade } from '../model/texts/program.ts'
import { discard, moveOver, placeOf, sweepBeside, writeBeside } from './beside.ts'
import { connectToOwn } from './connect.ts'
import { isComplete } from './content-sum.ts'
import { type Fingerprint, isUnchanged, takeFingerprint } from './fingerprint.ts'
import { systemCode, toDiskError, toReadError } from './fs-errors.ts'
import { PATIENCE } from './patience.ts'
import { withSaveLock } from './save-lock.ts'
import { seal } from './seal.ts'

export interface PublishOptions {
  /** The target as it was opened or last published; null = it must not exist yet. */
  readonly expected: Fingerprint | null
  /** Whatever lies there is replaced, whoever changed it: the user has been asked. */
  readonly overwrite?: true
  /** Is told the seal of what will be in the target, before it is. */
  readonly onSealed?: (digits: string) => void
  /** Is given the file that was made and published, to take it or leave it; must not throw. */
  readonly onPublished?: (made: string, digits: string) => void
  /** Milliseconds to wait for other programs that hold the target for a moment. */
  readonly patience?: number
}

/**
 * Saves the working copy as the file that others see: one whole, sealed file without journal or free pages.
 * Throws `workbook.changed-elsewhere`, `workbook.exists`, `workbook.missing`, `workbook.lost-rows` or a `disk.*` error; then
 * the target is byte for byte as it was, and nothing lies beside it.
 */
export function publish(db: Database, target: string, options: PublishOptions): Fingerprint {
  const place = placeOf(target)
  checkTarget(place, options)
  // Whatever happened to the working copy behind our back must not reach the others.
  if (!isComplete(db)) throw new AppError('workbook.lost-rows', { file: target })
  const made = join(dirname(db.name), 'published.sqlite')
  try {
    const digits = makeSealed(db, made)
    options.onSealed?.(digits)
    const fingerprint = { ...replace(made, place, options), seal: digits }
    options.onPublished?.(made, digits)
    return fingerprint
  } finally {
    discard(made)
    discard(`${made}-journal`)
  }
}

/**
 * Keeps a file of an older version beside the one that will replace it; one that is kept already stays. Throws `disk.*`
 * errors.
 */
export function keepBeforeUpgrade(target: string): void {
  const { dir, name, ext } = parse(target)
  try {
    copyFileSync(target, join(dir, `${beforeUpgrade(name)}${ext}`), constants.COPYFILE_EXCL)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw toDiskError(error, target)
  }
}

/**
 * Packs the working copy into a file of its own, seals it, looks whether the disk kept it, and answers with the digits of the
 * seal. Throws `disk.*` errors.
 */
export function makeSealed(db: Database, made: string): string {
  try {
    rmSync(made, { force: true })
    db.prepare('VACUUM INTO ?').run(made)
    const digits = seal(made)
    const copy = connectToOwn(made)
    try {
      const finding = String(copy.pragma('quick_check(1)', { simple: true }))
      if (finding !== 'ok') throw new AppError('workbook.damaged', { file: db.name, finding })
    } finally {
      copy.close()
    }
    return digits
  } catch (error) {
    throw toDiskError(error, made)
  }
}

function replace(made: string, place: string, options: PublishOptions): Fingerprint {
  const patience = options.patience ?? PATIENCE
  const temporary = writeBeside(place, pieces(made))
  try {
    sweepBeside(place, temporary)
    return withSaveLock(place, temporary, patience, () => {
      checkTarget(place, options)
      moveOver(temporary, place, patience)
      return takeFingerprint(place)
    })
  } catch (error) {
    throw toDiskError(error, place)
  } finally {
    discard(temporary)
  }
}

/** Whether the target may be replaced: asked before the work, and again in the moment of replacing. */
function checkTarget(place: string, { expected, overwrite }: PublishOptions): void {
  const existing = statSync(place, { throwIfNoEntry: false })
  if (existing) {
    if (!existing.isFile()) {
      throw new AppError('workbook.not-a-file', {
        file: place,
        found: existing.isDirectory() ? 'folder' : 'special',
      })
    }
    checkWritable(place)
  }
  if (overwrite) return
  if (expected === null) {
    if (existing) throw new AppError('workbook.exists', { file: place })
    return
  }
  if (!existing) throw new AppError('workbook.missing', { file: place })
  if (!isUnchanged(place, expected)) throw new AppError('workbook.changed-elsewhere', { file: place })
}

/** A renaming would not ask about the protection of the file itself. */
function checkWritable(place: string): void {
  try {
    accessSync(place, constants.W_OK)
  } catch (error) {
    throw toDiskError(error, place)
  }
}

/** The file in pieces of a megabyte: fewer and larger writes are what network drives are good at. */
function* pieces(path: string): Generator<Uint8Array> {
  const fd = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(1 << 20)
    for (;;) {
      const read = readSync(fd, buffer)
      if (read === 0) return
      yield buffer.subarray(0, read)
    }
  } catch (error) {
    throw toReadError(error, path)
  } finally {
    closeSync(fd)
  }
}
