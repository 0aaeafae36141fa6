import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { AppError } from '../model/errors.ts'
import { ownPrefix } from './beside.ts'
import { NOT_THERE, systemCode, toDiskError } from './fs-errors.ts'
import { persist } from './patience.ts'

/**
 * A save holds the lock for the moment between comparing and renaming; after this many milliseconds its owner
 * is dead.
 */
const STALE = 30_000
/** It is signed at once when it is made; one that is still unsigned after this many was made by a process that died between the two. */
const UNSIGNED = 1000

/**
 * Runs `action` while no other save of the same file is between its comparison and its renaming: otherwise two
 * that compare at the same time would both find the file unchanged, and one would be lost. `temporary` was just
 * written beside the file and tells the time by that disk's clock.
 */
export function withSaveLock<R>(place: string, temporary: string, patience: number, action: () => R): R {
  const lock = join(dirname(place), `${ownPrefix(place)}gem`)
  try {
    const [written, from] = [statSync(temporary).mtimeMs, performance.now()]
    persist(patience, () => acquire(lock, written + performance.now() - from))
  } catch (error) {
    if (systemCode(error) === 'EEXIST')
      throw new AppError('disk.file-in-use', { file: place }, { cause: error })
    throw toDiskError(error, place)
  }
  try {
    return action()
  } finally {
    rmSync(lock, { force: true })
  }
}

function acquire(lock: string, now: number): void {
  if (isAbandoned(lock, now)) rmSync(lock, { force: true })
  const fd = openSync(lock, 'wx')
  try {
    writeSync(fd, `${process.pid} ${hostname()}`)
  } finally {
    closeSync(fd)
  }
}

function isAbandoned(lock: string, now: number): boolean {
  try {
    const age = now - statSync(lock).mtimeMs
    const signature = readFileSync(lock, 'utf8')
    if (signature === '') return age > UNSIGNED
    const [, pid, host] = /^(\d+) (.+)$/.exec(signature) ?? []
    return age > STALE || (host === hostname() && !isAlive(Number(pid)))
  } catch (error) {
    if (NOT_THERE.has(systemCode(error) ?? '')) return false
    throw error
  }
}

/** Whether a process of this computer is running, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}
