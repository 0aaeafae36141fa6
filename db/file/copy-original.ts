import { chmodSync, copyFileSync, rmSync, statSync } from 'node:fs'
import { AppError } from '../model/errors.ts'
import { type Fingerprint, sameFingerprint, takeFingerprint } from './fingerprint.ts'
import { NOT_THERE, systemCode, toReadError } from './fs-errors.ts'
import { readHeader, readStart } from './header.ts'
import { intactSeal } from './seal.ts'

export const MAX_BYTES = 2 * 2 ** 30
const ATTEMPTS = 3

export const SIDE_FILES = ['-journal', '-wal', '-shm'] as const

/**
 * Copies the workbook, and unless its seal holds, what an interrupted program may have left beside it. The
 * original is only read. A file that changes while it is copied is copied again; `workbook.busy` when it goes
 * on changing.
 */
export function copyOriginal(file: string, copy: string): Fingerprint {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = takeFingerprint(file)
    checkBeforeCopying(file, before.size)
    copyFile(file, copy, file)
    const seal = intactSeal(copy)
    if (seal === null) copySideFiles(file, copy)
    if (sameFingerprint(before, takeFingerprint(file))) return { ...before, seal }
  }
  throw new AppError('workbook.busy', { file })
}

/** Copies a file whatever it holds, and what lies beside it. Throws the `workbook.*` error of what cannot be copied at all. */
export function copyAsItIs(file: string, copy: string): void {
  const { size } = takeFingerprint(file)
  if (size > MAX_BYTES) throw new AppError('workbook.too-big', { file, finding: `${size} bytes` })
  copyFile(file, copy, file)
  copySideFiles(file, copy)
}

function checkBeforeCopying(file: string, size: number): void {
  const start = readStart(file)
  const sideFiles = SIDE_FILES.some((side) => sizeOf(file + side) > 0)
  readHeader(start, sideFiles ? null : size, file)
  if (size > MAX_BYTES) throw new AppError('workbook.too-big', { file, finding: `${size} bytes` })
}

/**
 * A whole workbook needs none of them, and what lies beside it may belong to another state of the file: SQLite
 * would play an old log into it. An `-shm` is remade from its log.
 */
function copySideFiles(file: string, copy: string): void {
  for (const side of ['-journal', '-wal']) {
    const size = sizeOf(file + side)
    rmSync(copy + side, { force: true })
    if (size === 0) continue
    if (size > MAX_BYTES)
      throw new AppError('workbook.too-big', { file, finding: `${side} of ${size} bytes` })
    copyFile(file + side, copy + side, file)
  }
}

/** Bytes of a regular file; 0 where there is none. */
function sizeOf(path: string): number {
  try {
    const stat = statSync(path)
    return stat.isFile() ? stat.size : 0
  } catch (error) {
    if (NOT_THERE.has(systemCode(error) ?? '')) return 0
    throw toReadError(error, path)
  }
}

function copyFile(from: string, to: string, file: string): void {
  try {
    rmSync(to, { force: true })
    copyFileSync(from, to)
    // A copy takes over the original's protection against writing.
    chmodSync(to, 0o600)
  } catch (error) {
    throw toReadError(error, file)
  }
}
