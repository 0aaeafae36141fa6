import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as z from 'zod'
import type { Recent } from '../../preload/contract.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'

/** How many workbooks are remembered. */
const MOST = 10

/** Milliseconds after which a drive that does not answer counts as away. */
const PATIENCE = 500

const entry = z.strictObject({
  file: z.string().min(1).max(4096),
  organisation: z.string().max(500),
  /** The id that its kept states go by; '' = written by a program that did not note it. */
  workbook: z.string().max(100).default(''),
  openedAt: z.iso.datetime(),
})
const listSchema = z.array(entry).max(100)
type Entry = z.infer<typeof entry>

export interface RecentsStore {
  /** The newest first; a file that was not there when it was last looked for is marked, not forgotten. */
  readonly list: () => readonly Recent[]
  /** Looks which files are there, without keeping anybody waiting for a drive that is away. */
  readonly check: () => Promise<void>
  readonly add: (file: string, organisation: string, workbook: string) => void
  /** The id of the workbook that lay there when it was last opened; '' = none is known. */
  readonly workbookAt: (file: string) => string
  readonly forget: (file: string) => void
}

export function recentsIn(file: string): RecentsStore {
  let entries: readonly Entry[] = readJsonFile(file, listSchema) ?? []
  let missing: ReadonlySet<string> = new Set()
  const become = (next: readonly Entry[]): void => {
    entries = next.slice(0, MOST)
    writeJsonFile(file, entries)
  }
  const without = (path: string): readonly Entry[] =>
    entries.filter((known) => written(known.file) !== written(path))
  return {
    list: () => entries.map(({ workbook: _, ...known }) => ({ ...known, missing: missing.has(known.file) })),
    check: async () => {
      const looked = await Promise.all(
        entries.map(async (known) => ((await isThere(known.file)) ? [] : [known.file])),
      )
      missing = new Set(looked.flat())
    },
    add: (path, organisation, workbook) => {
      missing = new Set([...missing].filter((away) => written(away) !== written(path)))
      become([{ file: path, organisation, workbook, openedAt: new Date().toISOString() }, ...without(path)])
    },
    workbookAt: (path) => entries.find(({ file }) => written(file) === written(path))?.workbook ?? '',
    forget: (path) => become(without(path)),
  }
}

/** The path as it is compared: as it is written, for a file that is away cannot be asked what it is. */
const written = (path: string): string =>
  process.platform === 'linux' ? resolve(path) : resolve(path).toLowerCase()

const isThere = (file: string): Promise<boolean> =>
  Promise.race([
    access(file).then(
      () => true,
      () => false,
    ),
    setTimeout(PATIENCE, false, { ref: false }),
  ])
