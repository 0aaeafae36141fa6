import { readdirSync, readFileSync } from 'node:fs'

/** Memory in MB of a process and all that it started, what they share counted once (PSS). Only Linux tells it. */
export function memoryOf(pid: number): number {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)] as const),
  )
  const family = new Set([pid])
  for (let size = 0; size < family.size; ) {
    size = family.size
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child)
  }
  return [...family].reduce((sum, each) => sum + proportional(each), 0)
}

/** Name and parent stand in brackets and behind them: `12 (some name) S 11 …`. */
function parentOf(pid: string): number {
  const [, parent] = /\) \w (\d+) /.exec(ifThere(`/proc/${pid}/stat`)) ?? []
  return Number(parent ?? 0)
}

function proportional(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(ifThere(`/proc/${pid}/smaps_rollup`)) ?? []
  return Number(kilobytes ?? 0) / 1024
}

/** '' where the process has ended meanwhile. */
function ifThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'ESRCH') return ''
    throw error
  }
}
