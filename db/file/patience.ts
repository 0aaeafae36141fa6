import { systemCode } from './fs-errors.ts'

/**
 * How long a save waits, in milliseconds, for virus scanners, indexers and sync programs that hold a file for a
 * moment.
 */
export const PATIENCE = 5000

const PASSING = new Set(['EPERM', 'EACCES', 'EBUSY', 'EEXIST', 'ETXTBSY'])

/**
 * Runs `action` again, after 10, 20, 40 … at most 200 ms, until it succeeds, fails for good, or the patience is
 * at an end.
 */
export function persist<R>(patience: number, action: () => R): R {
  const until = Date.now() + patience
  for (let pause = 10; ; pause = Math.min(200, pause * 2)) {
    try {
      return action()
    } catch (error) {
      if (!PASSING.has(systemCode(error) ?? '') || Date.now() >= until) throw error
      sleep(pause)
    }
  }
}

const clock = new Int32Array(new SharedArrayBuffer(4))

function sleep(milliseconds: number): void {
  Atomics.wait(clock, 0, 0, milliseconds)
}
