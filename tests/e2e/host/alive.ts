import { setTimeout } from 'node:timers/promises'

/** Whether a process of this id runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another user may not be asked, but it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Waits until the process has ended, for five seconds at most. */
export async function hasEnded(pid: number): Promise<void> {
  for (let turn = 0; turn < 100 && isAlive(pid); turn += 1) await setTimeout(50)
}
