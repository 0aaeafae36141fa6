import type { Problem, SaveState } from '../../preload/contract.ts'
import type { Clock } from './clock.ts'

/** Milliseconds: after the last edit, but not longer after the first unsaved one; and after a save that failed. */
const IDLE = 3_000
const LONGEST = 20_000
const RETRY = 30_000

export interface Saving {
  /** Publishes the workbook; throws when it cannot. */
  readonly save: () => void
  readonly problemOf: (error: unknown) => Problem
  readonly tell: (state: SaveState) => void
  readonly clock: Clock
}

/**
 * Decides when the working copy is published. What was edited is durable before it comes here, so a save that fails loses
 * nothing: it is tried again, without a word until it succeeds or fails otherwise.
 */
export class Autosave {
  readonly #saving: Saving
  #state: SaveState
  /** Time of the first edit since the last attempt. */
  #since: number | null = null
  #callOff: () => void = () => {}

  constructor(saving: Saving, state: SaveState) {
    this.#saving = saving
    this.#state = state
    if (state.kind === 'unsaved') this.edited()
  }

  get state(): SaveState {
    return this.#state
  }

  edited(): void {
    const now = this.#saving.clock.now()
    this.#since ??= now
    this.#schedule(Math.min(IDLE, this.#since + LONGEST - now))
    if (this.#state.kind === 'saved') this.#become({ kind: 'unsaved' })
  }

  /** Saves what is unsaved at once, and answers with how it went. */
  saveNow(): SaveState {
    if (this.#state.kind === 'saved') return this.#state
    if (this.#state.kind === 'unsaved') this.#become({ kind: 'saving' })
    try {
      this.#saving.save()
      this.saved()
    } catch (error) {
      this.#since = null
      this.#become({ kind: 'failed', problem: this.#saving.problemOf(error) })
      this.#schedule(RETRY)
    }
    return this.#state
  }

  /** Everything is published. */
  saved(): void {
    this.stop()
    this.#become({ kind: 'saved', at: new Date(this.#saving.clock.now()).toISOString() })
  }

  stop(): void {
    this.#callOff()
    this.#since = null
  }

  #schedule(milliseconds: number): void {
    this.#callOff()
    this.#callOff = this.#saving.clock.after(Math.max(0, milliseconds), () => this.saveNow())
  }

  #become(state: SaveState): void {
    const isNews = !isSameFailure(state, this.#state)
    this.#state = state
    if (isNews) this.#saving.tell(state)
  }
}

const isSameFailure = (one: SaveState, other: SaveState): boolean =>
  one.kind === 'failed' && other.kind === 'failed' && one.problem.code === other.problem.code
