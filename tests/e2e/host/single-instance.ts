import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from './alive.ts'

/** What a later program hands to the first. */
interface Handover {
  readonly argv: readonly string[]
  readonly folder: string
  readonly data: unknown
}

/** How often the first program looks for what others have handed over, in milliseconds. */
const PATIENCE = 100

/**
 * One program for one folder: a file with the process id of the first. Files carry the words of later ones, because
 * Electron's request answers at once and may not wait for a connection.
 */
export class InstanceLock {
  readonly #file: string
  readonly #letters: string
  readonly #hear: (handover: Handover) => void
  #timer: NodeJS.Timeout | undefined

  constructor(folder: string, hear: (handover: Handover) => void) {
    this.#file = join(folder, 'stand-in.lock')
    this.#letters = join(folder, 'stand-in-letters')
    this.#hear = hear
  }

  get isHeld(): boolean {
    return this.#timer !== undefined
  }

  request(data: unknown): boolean {
    if (this.isHeld || this.#take()) return true
    this.#write({ argv: process.argv, folder: process.cwd(), data })
    return false
  }

  release(): void {
    if (!this.isHeld) return
    clearInterval(this.#timer)
    this.#timer = undefined
    rmSync(this.#letters, { recursive: true, force: true })
    rmSync(this.#file, { force: true })
  }

  #take(): boolean {
    try {
      writeFileSync(this.#file, String(process.pid), { flag: 'wx' })
    } catch (error) {
      if (!isExisting(error)) throw error
      if (isAlive(Number(readFileSync(this.#file, 'utf8')))) return false
      // Left by a program that was killed.
      rmSync(this.#file)
      return this.#take()
    }
    rmSync(this.#letters, { recursive: true, force: true })
    mkdirSync(this.#letters)
    this.#timer = setInterval(() => this.#read(), PATIENCE).unref()
    return true
  }

  #write(handover: Handover): void {
    const letter = join(this.#letters, `${process.pid}.json`)
    writeFileSync(`${letter}.part`, JSON.stringify(handover))
    renameSync(`${letter}.part`, letter)
  }

  #read(): void {
    for (const name of readdirSync(this.#letters)) {
      if (!name.endsWith('.json')) continue
      const letter = join(this.#letters, name)
      const handover: Handover = JSON.parse(readFileSync(letter, 'utf8'))
      rmSync(letter)
      this.#hear(handover)
    }
  }
}

const isExisting = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'
