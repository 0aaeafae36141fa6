import { type FileHandle, open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { beforeUpgrade } from '../model/texts/program.ts'
import { saysPacket } from '../packet/recognised.ts'
import { systemCode } from './fs-errors.ts'

/** Files that are looked at: the folder may be full of anything. */
const MOST = 40
/** Bytes from the beginning of a file within which a published workbook names itself: its first table holds the id. */
const BEGINNING = 65_536
const HEADER = 'SQLite format 3\0'

export interface CopyBeside {
  readonly file: string
  /** When it was last written, as an ISO time of the disk. */
  readonly at: string
}

/**
 * Other files of the same workbook in its folder, whatever they are called, the newest first: a sync program's conflict copies, and
 * what somebody put there. They are told by the id in their first bytes, which are read and never opened as a workbook; whether
 * they are sound is seen when they are merged. What the program itself kept there is not among them, nor are contribution packets:
 * those wait for their answers. Never throws for
 * what a disk may do.
 */
export async function copiesBeside(file: string, workbookId: string): Promise<readonly CopyBeside[]> {
  const folder = dirname(file)
  const names = (await namesIn(folder)).filter((name) => isCandidate(name, basename(file))).slice(0, MOST)
  const found = await Promise.all(names.map((name) => copyAt(join(folder, name), workbookId)))
  return found.flatMap((copy) => copy ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

const OWN_END = comparable(beforeUpgrade(''))

function isCandidate(name: string, own: string): boolean {
  const known = comparable(name)
  if (!known.endsWith('.sqlite') || known.startsWith('.') || known === comparable(own)) return false
  return !known.slice(0, -'.sqlite'.length).endsWith(OWN_END)
}

/** As names of files are the same: however systems compose their letters, and in upper and lower case. */
function comparable(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

const namesIn = (folder: string): Promise<readonly string[]> => orElse(() => readdir(folder), [])

const copyAt = (file: string, workbookId: string): Promise<CopyBeside | null> =>
  orElse(async () => {
    const { mtime } = await stat(file)
    const handle = await open(file, 'r')
    try {
      return (await isOf(handle, workbookId)) ? { file, at: mtime.toISOString() } : null
    } finally {
      await handle.close()
    }
  }, null)

async function isOf(handle: FileHandle, workbookId: string): Promise<boolean> {
  if (!(await handle.stat()).isFile()) return false
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
  const beginning = buffer.subarray(0, bytesRead)
  return (
    beginning.subarray(0, HEADER.length).equals(Buffer.from(HEADER)) &&
    beginning.includes(`workbookId${workbookId}`) &&
    !saysPacket(beginning)
  )
}

async function orElse<T>(look: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await look()
  } catch (error) {
    if (systemCode(error) === null) throw error
    return otherwise
  }
}
