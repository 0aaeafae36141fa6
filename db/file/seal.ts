import { createHash, randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { historySum } from './history-sum.ts'

/**
 * The seal of a published file: `meta.seal` holds a SHA-256 of all the file's bytes, taken with its own 64
 * digits as zeros. While it holds, the file is, bit for bit, what was published. It is against bit rot, half
 * copies and other programs; it is no signature, since anyone could compute it.
 */
const PREFIX = 'planvaerk-seal:'
const DIGITS = 64
const LENGTH = PREFIX.length + DIGITS

/** What `meta.seal` holds in a file that was never published. */
export const UNSEALED = PREFIX + '0'.repeat(DIGITS)

/** The header's change counter of every published file: 1 by VACUUM INTO, 2 by the transaction in `seal`. */
export const PUBLISHED_COUNTER = 2

/**
 * Seals a file that VACUUM INTO just made, and returns the seal's digits. A random placeholder is written
 * first: it stands nowhere else in the file, whatever the users have written, so its one place is found by
 * searching the bytes.
 */
export function seal(path: string): string {
  const placeholder = randomBytes(DIGITS / 2).toString('hex')
  const db = new BetterSqlite3(path, { fileMustExist: true })
  try {
    db.pragma('synchronous = OFF')
    prepare(db, PREFIX + placeholder)
  } finally {
    db.close()
  }
  const fd = openSync(path, 'r+')
  try {
    const [place] = findSeals(fd, placeholder)
    if (place === undefined) throw new Error('the seal has no place in the file')
    const digits = hashAround(fd, place.at)
    writeSync(fd, digits, place.at + PREFIX.length, 'latin1')
    return digits
  } finally {
    closeSync(fd)
  }
}

function prepare(db: Database, placeholder: string): void {
  const set = db.prepare('UPDATE meta SET value = ? WHERE key = ?')
  const run = db.transaction(() => {
    set.run(historySum(db), 'historySum')
    set.run(placeholder, 'seal')
  })
  run()
}

/**
 * The digits of the seal that holds for the file as it lies there, or null. Reads bytes only, never with
 * SQLite.
 */
export function intactSeal(path: string): string | null {
  const fd = openSync(path, 'r')
  try {
    // The first is nearly always the right one, and then the rest of the file need not be searched.
    for (const { at, digits } of findSeals(fd)) if (hashAround(fd, at) === digits) return digits
    return null
  } finally {
    closeSync(fd)
  }
}

interface FoundSeal {
  /** Position of the prefix in the file. */
  readonly at: number
  readonly digits: string
}

/**
 * The places of the seals with these digits, or of any, eight at most: more than one is there only when
 * somebody wrote such a text into a plan.
 */
function* findSeals(fd: number, wanted?: string): Generator<FoundSeal> {
  let left = 8
  let tail = Buffer.alloc(0)
  for (const { start, bytes } of chunks(fd)) {
    const window = Buffer.concat([tail, bytes])
    const offset = start - tail.length
    for (let at = window.indexOf(PREFIX); at >= 0; at = window.indexOf(PREFIX, at + 1)) {
      const digits = window.toString('latin1', at + PREFIX.length, at + LENGTH)
      if (!/^[0-9a-f]{64}$/.test(digits) || (wanted ?? digits) !== digits) continue
      yield { at: offset + at, digits }
      left -= 1
      if (left === 0) return
    }
    // One byte short of a whole seal, so that none is found twice.
    tail = Buffer.from(window.subarray(Math.max(0, window.length - LENGTH + 1)))
  }
}

/** Hash of the whole file with the digits of the seal at `at` as zeros. */
function hashAround(fd: number, at: number): string {
  const hash = createHash('sha256')
  const from = at + PREFIX.length
  for (const { start, bytes } of chunks(fd)) {
    const begin = Math.max(0, from - start)
    const end = Math.min(bytes.length, from + DIGITS - start)
    if (begin < end) bytes.fill('0', begin, end)
    hash.update(bytes)
  }
  return hash.digest('hex')
}

/** The file in pieces of a megabyte; a piece is overwritten by the next. */
function* chunks(fd: number): Generator<{ readonly start: number; readonly bytes: Buffer }> {
  const buffer = Buffer.alloc(1 << 20)
  let start = 0
  for (;;) {
    const read = readSync(fd, buffer, 0, buffer.length, start)
    if (read === 0) return
    yield { start, bytes: buffer.subarray(0, read) }
    start += read
  }
}
