import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Asked } from './sharer-child.ts'

/** What her program says: what she did is safe, or why it could not be done; null = it was killed before it said anything. */
export type Said = { readonly confirmed: string } | { readonly stated: string } | null

/** A user with a program of her own, in a process of its own. */
export class Sharer {
  readonly who: string
  readonly #file: string
  readonly #workBase: string
  #child: ChildProcess | null = null

  constructor(who: string, file: string, workBase: string) {
    this.who = who
    this.#file = file
    this.#workBase = workBase
    onTestFinished(() => this.kill())
  }

  get isRunning(): boolean {
    return this.#child !== null
  }

  /** Starts the program and opens the workbook, with what a crash left of it. */
  async start(clockOffset = 0): Promise<Said> {
    const child = fork(join(import.meta.dirname, 'sharer-child.ts'), [], {
      env: { ...process.env, CLOCK_OFFSET: String(clockOffset) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#child = child
    child.once('exit', (code) => {
      if (this.#child === child) this.#child = null
      if (code) this.#broken = new Error(`The program of ${this.who} ended with ${code}`)
    })
    await this.#next()
    return this.ask({ do: 'open', file: this.#file, workBase: this.#workBase, who: this.who })
  }

  /** A bug in her program, which no user may ever see. */
  #broken: Error | null = null

  async ask(wish: Asked): Promise<Said> {
    const answer = this.#next()
    this.#child?.send(wish, () => undefined)
    const said = await answer
    if (this.#broken) throw this.#broken
    return said
  }

  /** The computer loses its power. Comes when the program is gone. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }

  /** She closes the workbook and the program. */
  async end(): Promise<Said> {
    const said = await this.ask({ do: 'close' })
    const child = this.#child
    if (!child) return said
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.disconnect()
    await gone
    return said
  }

  #next(): Promise<Said> {
    const child = this.#child
    if (!child) return Promise.resolve(null)
    return new Promise((resolve) => {
      const heard = (said: Said) => {
        child.off('exit', gone)
        resolve(said)
      }
      const gone = () => {
        child.off('message', heard)
        resolve(null)
      }
      child.once('message', heard)
      child.once('exit', gone)
    })
  }
}
