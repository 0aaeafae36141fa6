import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { type Version, versions } from '../versions.ts'
import { connectForReading, distrust } from './connect.ts'
import { copyOriginal, SIDE_FILES } from './copy-original.ts'
import { type Fingerprint, isUnchanged, takeFingerprint } from './fingerprint.ts'
import { systemCode, toOpenError } from './fs-errors.ts'
import { type Header, readHeader, readStart } from './header.ts'
import type { KnownSeals } from './known-seals.ts'
import { migrate } from './migrate.ts'
import { lastTxn, type Origin, readOrigin, WORKING_COPY, writeOrigin } from './origin.ts'
import { intactSeal } from './seal.ts'
import { type Provenance, verify } from './verify.ts'
import { lastOf } from './version-gate.ts'

export type { Fingerprint }

const NONE_KNOWN: KnownSeals = { has: () => false, add: () => undefined }

export interface OpenedCopy {
  /** The working copy, for `connect`. */
  readonly path: string
  /** The original as it was copied, for `publish`. */
  readonly fingerprint: Fingerprint
  /** Whether the original is of an older version; it is to be kept when the workbook is saved. */
  readonly migrated: boolean
}

/**
 * Makes a checked working copy of the workbook in `folder`, which `makeWorkingFolder` made. The original is
 * never opened with SQLite: it and its folder stay as they were, whatever the file turns out to be. Throws
 * `workbook.*` errors about the original, and `disk.*` errors about the working folder; then no copy is left.
 * A file that is `known` to have passed its checks passes them no second time; nor do its rows that are in the workbook at
 * `checked`.
 */
export function openCopy(
  file: string,
  folder: string,
  known: KnownSeals = NONE_KNOWN,
  lineage: readonly Version[] = versions,
  checked: string | null = null,
): OpenedCopy {
  const path = join(folder, WORKING_COPY)
  try {
    const fingerprint = copyOriginal(file, path)
    const isKnown = known.has(fingerprint.seal)
    const provenance = fingerprint.seal === null ? 'found' : 'sealed'
    const migrated = !isKnown && settleAndVerify(path, provenance, file, lineage, checked)
    if (!migrated) known.add(fingerprint.seal)
    const keep = migrated ? ({ keepOriginal: true } as const) : {}
    writeOrigin(folder, { file, fingerprint, savedTxn: lastTxnOf(path), ...keep })
    return { path, fingerprint, migrated }
  } catch (error) {
    for (const side of ['', ...SIDE_FILES]) rmSync(path + side, { force: true })
    throw toOpenError(error, file)
  }
}

/**
 * Whether the file of a working copy that a crash left is as the copy last knew it, so that saving the copy takes nothing from
 * anybody.
 */
export function continuesItsFile(folder: string): boolean {
  try {
    const { file, fingerprint } = settledOrigin(folder)
    return file !== null && fingerprint !== null && isUnchanged(file, fingerprint)
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** Where a copy stands with its file, also where the crash came between the replacing of the file and the note of it. */
function settledOrigin(folder: string): Origin {
  const { publishing, ...origin } = readOrigin(folder)
  if (!publishing || origin.file === null || sealOf(origin.file) !== publishing.seal) return origin
  const fingerprint = { ...takeFingerprint(origin.file), seal: publishing.seal }
  const { keepOriginal: _kept, undone: _undone, ...standing } = origin
  return { ...standing, fingerprint, savedTxn: publishing.txn }
}

function sealOf(file: string): string | null {
  try {
    return intactSeal(file)
  } catch (error) {
    if (systemCode(error) === null) throw error
    return null
  }
}

/**
 * Makes a working copy that a crash left behind ready to be opened again, with every command that was
 * confirmed. Throws the errors of `openCopy`; the copy stays where it is, for what can be salvaged from it.
 */
export function recoverCopy(folder: string): { readonly path: string; readonly origin: Origin } {
  const path = join(folder, WORKING_COPY)
  const origin = settledOrigin(folder)
  const file = origin.file ?? path
  try {
    settleAndVerify(path, 'working', file, versions)
    writeOrigin(folder, origin)
    return { path, origin }
  } catch (error) {
    throw toOpenError(error, file)
  }
}

/** Whether the copy was of an older version and was brought up to the last. */
function settleAndVerify(
  path: string,
  provenance: Provenance,
  file: string,
  lineage: readonly Version[],
  checked: string | null = null,
): boolean {
  if (provenance !== 'sealed') settle(path)
  const header = headerOf(path, file)
  // A roll-back gives the published bytes back, and with them the seal.
  const restored = provenance === 'found' && intactSeal(path) !== null
  verify(path, header, restored ? 'sealed' : provenance, file, lineage, checked)
  if (header.userVersion === lastOf(lineage).number) return false
  migrate(path, lineage, header.userVersion, file)
  verify(path, headerOf(path, file), 'working', file, lineage)
  return true
}

const headerOf = (path: string, file: string): Header =>
  readHeader(readStart(path), statSync(path).size, file)

/** Plays what an interrupted program left in a journal or a log into the copy, so that it is one file again. */
export function settle(path: string): void {
  const db = new BetterSqlite3(path, { fileMustExist: true })
  try {
    distrust(db)
    db.pragma('schema_version')
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
  for (const side of SIDE_FILES) rmSync(path + side, { force: true })
}

function lastTxnOf(path: string): number {
  const db = connectForReading(path)
  try {
    return lastTxn(db)
  } finally {
    db.close()
  }
}
