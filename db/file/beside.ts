import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../model/errors.ts'
import { systemCode, toDiskError } from './fs-errors.ts'
import { PATIENCE, persist } from './patience.ts'

/**
 * Files are replaced, never overwritten: the new one is written beside the old, made durable and renamed, so at
 * every moment the name stands for one whole file. The names beside it begin with `.~`; sync programs refuse
 * `~$`.
 */

/**
 * Replaces `target`, or makes it, with the bytes. Throws `disk.*` errors; then the target is as it was.
 */
export function replaceFile(target: string, pieces: Iterable<Uint8Array>): void {
  const place = placeOf(target)
  const temporary = writeBeside(place, pieces)
  try {
    moveOver(temporary, place)
  } finally {
    discard(temporary)
  }
}

/**
 * The file that a link stands for, so that the link stays a link; the path itself where there is nothing yet.
 */
export function placeOf(target: string): string {
  try {
    return realpathSync(target)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return target
    throw toDiskError(error, target)
  }
}

/**
 * Writes a durable temporary file beside `place`, with the permissions of what is there, and returns its path.
 */
export function writeBeside(place: string, pieces: Iterable<Uint8Array>): string {
  const path = join(dirname(place), `${ownPrefix(place)}${process.pid}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const fd = openSync(path, 'wx')
    try {
      takeOverMode(fd, place)
      for (const bytes of pieces) writeAll(fd, bytes)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    return path
  } catch (error) {
    discard(path)
    throw toDiskError(error, place)
  }
}

/**
 * Gives the temporary file its name. `patience` in milliseconds, while other programs hold the target; then
 * `disk.file-in-use`.
 */
export function moveOver(temporary: string, place: string, patience: number = PATIENCE): void {
  try {
    persist(patience, () => renameSync(temporary, place))
    syncFolder(dirname(place))
  } catch (error) {
    if (HELD.has(systemCode(error) ?? ''))
      throw new AppError('disk.file-in-use', { file: place }, { cause: error })
    throw toDiskError(error, place)
  }
}

/**
 * Removes what interrupted saves of the same file left behind more than an hour ago, by the clock of the disk
 * that `temporary` was just written to.
 */
export function sweepBeside(place: string, temporary: string): void {
  const folder = dirname(place)
  const now = statSync(temporary).mtimeMs
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(ownPrefix(place)) || !name.endsWith('.tmp')) continue
    const path = join(folder, name)
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - modified > HOUR) discard(path)
  }
}

/** A temporary file that cannot be removed now is swept later; what made it superfluous is the news. */
export function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true })
  } catch (error) {
    if (systemCode(error) === null) throw error
  }
}

/** `.~NAME.`; a name that leaves no room for more is replaced by its hash. */
export function ownPrefix(place: string): string {
  const name = basename(place)
  const short =
    Buffer.byteLength(name) <= 200 ? name : createHash('sha256').update(name).digest('hex').slice(0, 32)
  return `.~${short}.`
}

const HOUR = 3_600_000
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done)
}

function takeOverMode(fd: number, place: string): void {
  const existing = statSync(place, { throwIfNoEntry: false })
  if (!existing || process.platform === 'win32') return
  try {
    fchmodSync(fd, existing.mode & 0o777)
  } catch (error) {
    // Shares and sticks without permissions of their own.
    if (systemCode(error) !== 'EPERM' && systemCode(error) !== 'ENOTSUP') throw error
  }
}

/** Makes the renaming durable, where folders can be synced. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  try {
    const fd = openSync(folder, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EACCES'].includes(systemCode(error) ?? '')) throw error
  }
}
