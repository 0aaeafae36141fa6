import { lstat, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import * as z from 'zod'
import { systemCode } from './fs-errors.ts'
import { isAlive } from './save-lock.ts'

/** A name that can be shown: no line ends, nothing that hides or turns around what stands beside it. */
const shown = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{C}+$/u)
  .refine((name) => name.trim() !== '')

/**
 * What a program writes beside a workbook that it has open. Other versions of the program may write other notes: only what is
 * just this is taken for somebody's presence.
 */
const noteSchema = z.strictObject({
  version: z.literal(1),
  who: shown,
  machine: shown,
  pid: z.int().positive().max(2_147_483_647),
  /** The opening that it tells of. */
  instance: z.string().length(36),
  since: z.iso.datetime(),
  seen: z.iso.datetime(),
})
export type Note = z.infer<typeof noteSchema>

/** Bytes; ours are a few hundred. */
const LARGEST = 4096

export interface FoundNote {
  readonly note: Note
  /** Milliseconds since 1970, by the clock of the disk, or of who wrote it. */
  readonly modified: number
}

/** Null for whatever is no note, and for what cannot be read. */
export async function readNote(path: string): Promise<FoundNote | null> {
  try {
    // Not by a link, and no pipe: reading from one would never end.
    const stat = await lstat(path)
    if (!stat.isFile() || stat.size > LARGEST) return null
    const note = noteSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    return { note, modified: stat.mtimeMs }
  } catch (error) {
    if (systemCode(error) !== null || error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

/** Whether the program that wrote it ran on this computer, and has died. */
export const isOrphaned = ({ machine, pid }: Note): boolean => machine === hostname() && !isAlive(pid)

/** A note that cannot be removed is left to its age. */
export async function removeNote(path: string): Promise<void> {
  try {
    await rm(path, { force: true })
  } catch (error) {
    if (systemCode(error) === null) throw error
  }
}
