/** Where a command writes: what was asked for to `out`, everything about it to `err`. */
export interface Terminal {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

const PATIENCE_MS = 1000

/** Tells of progress once the work has taken more than a second, and then at most once a second. */
export function progressOf(terminal: Terminal, words: (done: number, total: number) => string) {
  let last = performance.now()
  return (done: number, total: number): void => {
    if (performance.now() - last < PATIENCE_MS) return
    last = performance.now()
    terminal.err(words(done, total))
  }
}
