import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Calls, ProgramMessage } from './control.ts'
import { SETTINGS_VARIABLE, type Settings } from './settings.ts'

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

interface Start {
  readonly entry: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly settings: Partial<Settings>
}

type Messages<K extends ProgramMessage['kind']> = Extract<ProgramMessage, { readonly kind: K }>

/** A running program, and the line to it. */
export class ProgramProcess {
  readonly pid: number
  readonly closed: Promise<Exit>
  log = ''
  /** A dialog that no answer was queued for. */
  unexpectedDialog: string | undefined
  readonly #child: ChildProcess
  #browser: Messages<'browser'> | undefined
  #calls = 0
  readonly #waiting = new Map<number, (message: Messages<'answer' | 'failure'>) => void>()
  readonly #listeners: ((message: ProgramMessage) => void)[] = []

  constructor({ entry, args, env, settings }: Start) {
    const register = join(import.meta.dirname, 'register.ts')
    this.#child = spawn(process.execPath, ['--import', register, entry, ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, ...env, [SETTINGS_VARIABLE]: JSON.stringify(settings) },
    })
    this.pid = this.#child.pid ?? 0
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (words: string) => {
        this.log += words
      })
    }
    this.#child.on('message', (message: ProgramMessage) => this.#hear(message))
    this.closed = new Promise((resolve, reject) => {
      this.#child.once('error', reject)
      this.#child.once('close', (code, signal) => resolve({ code, signal }))
    })
  }

  /** 0 until Chromium runs. */
  get browserPid(): number {
    return this.#browser?.pid ?? 0
  }

  on(listen: (message: ProgramMessage) => void): void {
    this.#listeners.push(listen)
  }

  /** Asks the program. Fails when it ends first, and once it has shown a dialog that nobody expected. */
  async ask<N extends keyof Calls>(
    name: N,
    ...args: Parameters<Calls[N]>
  ): Promise<Awaited<ReturnType<Calls[N]>>> {
    this.mustBeExpected()
    this.#calls += 1
    const call = this.#calls
    const answered = new Promise<Messages<'answer' | 'failure'>>((resolve) => {
      this.#waiting.set(call, resolve)
    })
    if (this.#child.connected) this.#child.send({ call, name, args })
    const message = await Promise.race([answered, this.closed])
    this.mustBeExpected()
    if (!('kind' in message)) throw new Error(`The program has ended.\n${this.log}`)
    if (message.kind === 'failure') throw new Error(message.message)
    // The program answers each call by the function that `Calls` has for it.
    return message.value as Awaited<ReturnType<Calls[N]>>
  }

  mustBeExpected(): void {
    if (this.unexpectedDialog !== undefined) throw new Error(this.unexpectedDialog)
  }

  /** Ends program and Chromium at once, as a crash of the computer would. */
  async kill(): Promise<void> {
    // Once it has ended, its ids may belong to others.
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGKILL')
      if (this.#browser) killGroup(this.#browser.pid)
    }
    await this.closed
  }

  #hear(message: ProgramMessage): void {
    if (message.kind === 'answer' || message.kind === 'failure') {
      this.#waiting.get(message.call)?.(message)
      this.#waiting.delete(message.call)
      return
    }
    if (message.kind === 'browser') this.#browser = message
    if (message.kind === 'unexpected-dialog') this.unexpectedDialog ??= message.words
    for (const listen of this.#listeners) listen(message)
  }
}

/** Chromium leads a group of processes of its own, except on Windows. */
function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH'
    if (!isGone) throw error
  }
}
