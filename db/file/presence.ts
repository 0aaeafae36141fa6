import { rmSync } from 'node:fs'
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { newId } from '../model/ids.ts'
import type { Opener } from '../model/presence.ts'
import { IN_USE_BY } from '../model/texts/program.ts'
import { ownPrefix } from './beside.ts'
import { systemCode } from './fs-errors.ts'
import { isOrphaned, type Note, readNote, removeNote } from './presence-note.ts'

/**
 * Milliseconds: how long a note counts that does not change. It is renewed each minute, and a sync program may bring it late.
 */
const STALE = 5 * 60_000
/** Milliseconds after which a note that nobody renews is litter. */
const LITTER = 24 * 3_600_000
/** Notes that are looked at: a department is small, and a folder may be full of anything. */
const MOST = 50

/**
 * That this program has a workbook open, and who else has. Each opening has a note of its own beside the workbook, so that no
 * two write the same file. It tells a colleague and hinders nobody: what protects the work is the comparing and merging at each
 * save. So nothing here throws for what a disk may do, and nothing waits in the way of opening and saving.
 */
export class Presence {
  readonly #path: string
  readonly #prefix: string
  readonly #note: Note
  /** When our note was last written: by the clock of the disk, and by our own that does not jump. */
  #written: { readonly modified: number; readonly at: number } | null = null
  /** When each other note was seen to be what it is. */
  readonly #watched = new Map<string, Watched>()
  #renewing: Promise<void> | null = null
  #withdrawn = false

  private constructor(place: string, { who, machine }: Pick<Opener, 'who' | 'machine'>) {
    const now = new Date().toISOString()
    const instance = newId()
    this.#note = {
      version: 1,
      who: showable(who),
      machine: showable(machine),
      pid: process.pid,
      instance,
      since: now,
      seen: now,
    }
    this.#prefix = `${ownPrefix(place)}${IN_USE_BY}`
    const end = `-${instance.slice(-6)}.json`
    const room = LONGEST_NAME - Buffer.byteLength(`${this.#prefix}-${end}`)
    const [left, right] = [who, machine].map((name) => namePart(name, Math.min(PART, room / 2)))
    this.#path = join(dirname(place), `${this.#prefix}${left}-${right}${end}`)
  }

  /** Tells all who open `file` from now on that it is open here. */
  static async announce(file: string, person: Pick<Opener, 'who' | 'machine'>): Promise<Presence> {
    const presence = new Presence(await placeOf(file), person)
    await presence.refresh()
    return presence
  }

  /** To be called each minute: what is not renewed is taken for a crash. One that still waits for the disk is not begun again. */
  async refresh(): Promise<void> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null
    })
    await this.#renewing
  }

  /** Who else has the workbook open, the first to open it first. */
  async others(): Promise<readonly Opener[]> {
    const names = await this.#names()
    for (const name of this.#watched.keys()) if (!names.includes(name)) this.#watched.delete(name)
    const found = await Promise.all(names.map((name) => this.#openerIn(name)))
    return found.flatMap((opener) => opener ?? []).toSorted((a, b) => (a.since < b.since ? -1 : 1))
  }

  /** The workbook is closed here; call it again as `announce` for another file. */
  withdraw(): void {
    this.#withdrawn = true
    try {
      rmSync(this.#path, { force: true })
    } catch (error) {
      // A note that stays is taken for a crash in a few minutes.
      if (systemCode(error) === null) throw error
    }
  }

  async #renew(): Promise<void> {
    if (this.#withdrawn) return
    try {
      const file = await openToWrite(this.#path)
      try {
        // Always as long as before, so that nobody reads half a note.
        const seen = new Date().toISOString()
        await file.write(`${JSON.stringify({ ...this.#note, seen }, null, 1)}\n`, 0)
        this.#written = { modified: (await file.stat()).mtimeMs, at: performance.now() }
      } finally {
        await file.close()
      }
    } catch (error) {
      // A folder that cannot be written has no notes.
      if (systemCode(error) === null) throw error
    }
    if (this.#withdrawn) await removeNote(this.#path)
  }

  async #names(): Promise<readonly string[]> {
    try {
      const wanted = comparable(this.#prefix)
      const names = await readdir(dirname(this.#path))
      return names
        .filter((name) => comparable(name).startsWith(wanted) && name.endsWith('.json'))
        .filter((name) => name !== basename(this.#path))
        .slice(0, MOST)
    } catch (error) {
      if (systemCode(error) === null) throw error
      return []
    }
  }

  async #openerIn(name: string): Promise<Opener | null> {
    const path = join(dirname(this.#path), name)
    const found = await readNote(path)
    if (!found || found.note.instance === this.#note.instance) return null
    const { note, modified } = found
    const watched = watch(this.#watched.get(name), modified)
    this.#watched.set(name, watched)
    const age = this.#diskNow() - modified
    if (isOrphaned(note) || (this.#written && age > LITTER && !watched.renewed)) {
      await removeNote(path)
      return null
    }
    if (performance.now() - watched.at > STALE) return null
    // A clock that is wrong, and a sync program that keeps its times, do not hide one who is seen to renew her note.
    if (age > STALE && !watched.renewed) return null
    return { who: note.who, machine: note.machine, since: note.since }
  }

  /** By the clock that dates the notes: that of the share, which may be neither ours nor right. */
  #diskNow(): number {
    return this.#written ? this.#written.modified + performance.now() - this.#written.at : Date.now()
  }
}

/** A note as it was seen: how it was dated, since when by our own clock, and whether it was seen to be renewed. */
interface Watched {
  readonly modified: number
  readonly at: number
  readonly renewed: boolean
}

function watch(known: Watched | undefined, modified: number): Watched {
  if (known?.modified === modified) return known
  return { modified, at: performance.now(), renewed: known !== undefined }
}

/** The file that a link stands for, so that all who open it meet; the path itself where it cannot be asked. */
async function placeOf(file: string): Promise<string> {
  try {
    return await realpath(file)
  } catch (error) {
    if (systemCode(error) === null) throw error
    return file
  }
}

async function openToWrite(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    return open(path, 'wx')
  }
}

/** As names of files are the same: however systems compose their letters, and in upper and lower case. */
const comparable = (name: string): string => name.normalize('NFC').toLowerCase()

const showable = (name: string): string =>
  name.replaceAll(/\p{C}/gu, '').trim().slice(0, 200).toWellFormed() || '?'

/** Bytes of a file's name on most systems, and of a person's or a machine's in it. */
const LONGEST_NAME = 255
const PART = 40

/** Letters and digits of a name, for the name of a file. */
function namePart(name: string, bytes: number): string {
  let part = name.normalize('NFC').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  while (Buffer.byteLength(part) > bytes) part = Array.from(part).slice(0, -1).join('')
  return part
}
