import { statSync } from 'node:fs'
import { toReadError } from './fs-errors.ts'

/** Whether both are names of one file that is there: through links, and in the system's own view of upper and lower case. */
export function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [one, other].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }))
    return a !== undefined && b !== undefined && a.ino !== 0n && a.ino === b.ino && a.dev === b.dev
  } catch (error) {
    throw toReadError(error, one)
  }
}
