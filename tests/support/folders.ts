import { createHash } from 'node:crypto'
import { chownSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder for one test, which everybody may reach. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'planvaerk-test-'))

/**
 * What lies in a folder, with the content of files, so that two listings are equal only when nothing was
 * touched.
 */
export function listing(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true, recursive: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name)
      if (entry.isSymbolicLink()) return [path, readlinkSync(path)]
      if (!entry.isFile()) return [path, 'no file']
      const { mtimeMs, mode, ino } = statSync(path)
      return [path, `${sha256(path)} ${mtimeMs} ${mode} ${ino}`]
    }),
  )
}

export const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

export const isRoot = process.getuid?.() === 0

const NOBODY = 65534

/** Runs the action as a user whom permissions bind; `folders` become that user's. */
export function asNobody<R>(folders: readonly string[], action: () => R): R {
  if (!isRoot || !process.seteuid) return action()
  for (const folder of folders) chownSync(folder, NOBODY, NOBODY)
  process.seteuid(NOBODY)
  try {
    return action()
  } finally {
    process.seteuid(0)
  }
}
