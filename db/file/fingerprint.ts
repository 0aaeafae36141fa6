import { statSync } from 'node:fs'
import * as z from 'zod'
import { AppError } from '../model/errors.ts'
import { toReadError } from './fs-errors.ts'
import { readStart } from './header.ts'
import { intactSeal } from './seal.ts'

/**
 * What tells whether a file is still the one that was read or written. Plain data: it is kept beside the
 * working copy.
 */
export const fingerprintSchema = z.strictObject({
  /** Bytes. */
  size: z.number(),
  /** Nanoseconds since 1970. */
  modified: z.string(),
  /** Volume and file number. */
  fileId: z.string(),
  /** Bytes 24–31 of the header: the change counter and the number of pages. */
  counter: z.string(),
  /** The digits of the seal, if it held. */
  seal: z.string().nullable(),
})
export type Fingerprint = z.infer<typeof fingerprintSchema>

/** Throws the `workbook.*` error of what is no file, or cannot be read. The seal is not looked at. */
export function takeFingerprint(file: string): Fingerprint {
  try {
    const stat = statSync(file, { bigint: true })
    if (!stat.isFile()) {
      throw new AppError('workbook.not-a-file', { file, found: stat.isDirectory() ? 'folder' : 'special' })
    }
    return {
      size: Number(stat.size),
      modified: String(stat.mtimeNs),
      fileId: `${stat.dev}:${stat.ino}`,
      counter: readStart(file).toString('hex', 24, 32),
      seal: null,
    }
  } catch (error) {
    throw toReadError(error, file)
  }
}

export const sameFingerprint = (one: Fingerprint, other: Fingerprint): boolean =>
  one.size === other.size &&
  one.modified === other.modified &&
  one.fileId === other.fileId &&
  one.counter === other.counter

/**
 * Whether the file holds what it held when `expected` was taken. A sync program may have touched its time or
 * put it back under another number: then the seal tells.
 */
export function isUnchanged(file: string, expected: Fingerprint): boolean {
  if (sameFingerprint(takeFingerprint(file), expected)) return true
  return expected.seal !== null && intactSeal(file) === expected.seal
}
