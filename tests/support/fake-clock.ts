import type { Clock } from '../../main/session/clock.ts'

export interface FakeClock extends Clock {
  /** Lets the time pass; what falls due is run in its turn. */
  readonly pass: (milliseconds: number) => void
}

/** A clock that stands at 1970 until the test lets time pass. */
export function fakeClock(): FakeClock {
  let now = 0
  let timers: readonly { readonly due: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { due: now + milliseconds, run }
      timers = [...timers, timer]
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass: (milliseconds) => {
      const end = now + milliseconds
      for (;;) {
        const [next] = timers.filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due)
        if (!next) break
        timers = timers.filter((other) => other !== next)
        now = next.due
        next.run()
      }
      now = end
    },
  }
}
