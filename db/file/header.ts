import { closeSync, openSync, readSync } from 'node:fs'
import { AppError } from '../model/errors.ts'
import { APPLICATION_ID } from '../schema.ts'
import { toReadError } from './fs-errors.ts'
import { guessFile } from './guess.ts'

/** The first 100 bytes of an SQLite file (sqlite.org/fileformat2, section 1.3). */
export interface Header {
  readonly userVersion: number
  /** Raised by every writer; `publish` leaves `PUBLISHED_COUNTER`. */
  readonly changeCounter: number
  /** Whether the file counts on a write-ahead log. */
  readonly walMode: boolean
}

const SIZE = 100
const MAGIC = Buffer.from('SQLite format 3\0')

/** The beginning of the file: its header, or for a guess at what it is instead. */
export function readStart(file: string): Buffer {
  let fd: number | undefined
  try {
    fd = openSync(file, 'r')
    const start = Buffer.alloc(8192)
    return start.subarray(0, readSync(fd, start, 0, start.length, 0))
  } catch (error) {
    throw toReadError(error, file)
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}

/**
 * Reads the header without SQLite. `size` is the file's, in bytes, or null while a journal beside the file may
 * still change it. Throws the `workbook.*` error of a file that cannot be a workbook.
 */
export function readHeader(start: Buffer, size: number | null, file: string): Header {
  checkKind(start, file)
  const damaged = (finding: string) => new AppError('workbook.damaged', { file, finding })
  const pageSize = start.readUInt16BE(16) === 1 ? 65536 : start.readUInt16BE(16)
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) throw damaged(`page size ${pageSize}`)
  const [written = 0, read = 0, reserved = 0] = start.subarray(18, 21)
  if (written < 1 || written > 2 || read < 1 || read > 2) throw damaged(`format ${written}/${read}`)
  if (reserved !== 0) throw damaged(`${reserved} reserved bytes`)
  checkOwner(start, file)
  if (size !== null) checkSize(start.readUInt32BE(28) * pageSize, size, file)
  const changeCounter = start.readUInt32BE(24)
  if (size !== null && changeCounter !== start.readUInt32BE(92)) throw damaged('change counter')
  return { userVersion: start.readUInt32BE(60), changeCounter, walMode: written === 2 || read === 2 }
}

function checkKind(start: Buffer, file: string): void {
  if (start.length === 0) throw new AppError('workbook.empty', { file })
  if (!start.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new AppError('workbook.not-a-workbook', { file, looksLike: guessFile(start) })
  }
  if (start.length < SIZE) throw new AppError('workbook.truncated', { file })
}

function checkOwner(start: Buffer, file: string): void {
  if (start.readUInt32BE(68) !== APPLICATION_ID) {
    throw new AppError('workbook.not-a-workbook', { file, looksLike: 'other-database' })
  }
  const encoding = start.readUInt32BE(56)
  if (encoding !== 1)
    throw new AppError('workbook.foreign-content', { file, finding: `text encoding ${encoding}` })
}

function checkSize(expected: number, size: number, file: string): void {
  if (size < expected) throw new AppError('workbook.truncated', { file })
  if (size > expected) {
    throw new AppError('workbook.damaged', { file, finding: `${size} bytes, the header says ${expected}` })
  }
}
