/**
 * A text while it is typed: what is shown is what was typed last, until the workbook says something else than what was
 * sent to it. So an answer that is late does not take the newest letters away, and an undo is shown at once.
 */
export class Draft<T> {
  readonly #same: (a: T, b: T) => boolean
  /** What is typed and what came from elsewhere together, from what both began with; without it, what is typed wins. */
  readonly #join: ((before: T, typed: T, saved: T) => T) | undefined
  #saved: T
  #typed: { readonly value: T; readonly sent: boolean } | null = null
  /** Sent and not yet heard back, oldest first. */
  #underway: readonly T[] = []

  constructor(saved: T, same: (a: T, b: T) => boolean, join?: (before: T, typed: T, saved: T) => T) {
    this.#saved = saved
    this.#same = same
    this.#join = join
  }

  get value(): T {
    return this.#typed ? this.#typed.value : this.#saved
  }

  /** Whether what is shown was typed, and may not have what the workbook holds. */
  get isTyped(): boolean {
    return this.#typed !== null
  }

  /** Whether something typed has not been sent. */
  get waits(): boolean {
    return this.#typed?.sent === false
  }

  type(value: T): void {
    this.#typed = { value, sent: false }
  }

  /** What to send now, if there is something that the workbook does not know already. */
  take(): { readonly value: T } | null {
    if (this.#typed?.sent !== false) return null
    const { value } = this.#typed
    if (this.#same(value, this.#underway.at(-1) ?? this.#saved)) {
      this.#typed = this.#underway.length > 0 ? { value, sent: true } : null
      return null
    }
    this.#typed = { value, sent: true }
    this.#underway = [...this.#underway, value]
    return { value }
  }

  /** What the workbook holds now. */
  hear(saved: T): void {
    if (this.#same(saved, this.#saved)) return
    const before = this.#underway.at(-1) ?? this.#saved
    this.#saved = saved
    const echo = this.#underway.findIndex((value) => this.#same(value, saved))
    this.#underway = echo < 0 ? [] : this.#underway.slice(echo + 1)
    if (this.#typed?.sent && this.#underway.length === 0) this.#typed = null
    else if (this.#typed && echo < 0 && this.#join) {
      this.#typed = { ...this.#typed, value: this.#join(before, this.#typed.value, saved) }
    }
  }
}
