import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { platform } from 'node:os'
import * as z from 'zod'
import type { TaskName } from './tasks/index.ts'

/** One figure of ours beside a peer's, taken in the same run. A peer that is not installed has no value. */
export interface Figure {
  readonly name: string
  readonly unit: 'ms' | 'MB'
  readonly ours: number
  readonly peer: number | null
  readonly peerName: string
  /** ours / peer: below 1 is better. */
  readonly ratio: number | null
}

export interface Measured {
  /** Milliseconds of each round after the warm-up. */
  readonly times: readonly number[]
  /** The process's highest resident memory in MB; null where the system does not tell. */
  readonly peak: number | null
}

export const rounds = 5

/** In a program that has run for a while all code is compiled; one round of the shortest work does not get it there. */
const warmUp = 1000

/** Milliseconds of each of the rounds, after others that do not count. */
export async function measured(round: () => number | Promise<number>): Promise<readonly number[]> {
  for (const from = performance.now(); performance.now() - from < warmUp; ) await round()
  const times: number[] = []
  for (let count = 0; count < rounds; count++) times.push(await round())
  return times
}

export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The value that so large a share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export function figure(
  name: string,
  unit: Figure['unit'],
  ours: number,
  peer: { readonly name: string; readonly value: number | null },
): Figure {
  const peerName = peer.value === null ? `${peer.name} (missing)` : peer.name
  const ratio = peer.value === null ? null : rounded(ours / peer.value)
  return { name, unit, ours: rounded(ours), peer: peer.value && rounded(peer.value), peerName, ratio }
}

const rounded = (value: number): number => Number(value.toPrecision(4))

/** The medians of our rounds and a peer's; null = the peer is not installed. */
export const timeFigure = (name: string, ours: Measured, peerName: string, peer: Measured | null): Figure =>
  figure(name, 'ms', median(ours.times), { name: peerName, value: peer && median(peer.times) })

const measuredSchema = z.object({ times: z.array(z.number()), peak: z.number() })

/** Measures a task in a process of its own, so that no task's memory or garbage is counted as another's. */
export async function measureApart(task: TaskName, ...words: readonly string[]): Promise<Measured> {
  const child = new URL('child.ts', import.meta.url).pathname
  const { output, code } = await run(process.execPath, [child, task, ...words])
  if (code !== 0) throw new Error(`${task} ended with status ${code}`)
  return measuredSchema.parse(JSON.parse(output))
}

/** Measures another program from its start to its end; null when it is not installed. */
export async function measureProgram(command: string, words: readonly string[]): Promise<Measured | null> {
  try {
    let peak: number | null = null
    const times = await measured(() =>
      timed(async () => {
        const done = await run(command, words)
        if (done.code !== 0) throw new Error(`${command} ended with status ${done.code}`)
        if (done.peak !== null) peak = Math.max(peak ?? 0, done.peak)
      }),
    )
    return { times, peak }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** What a program prints; null when it is not installed. */
export async function programOutput(command: string, words: readonly string[]): Promise<string | null> {
  try {
    return (await run(command, words)).output
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

interface Finished {
  readonly output: string
  readonly code: number | null
  readonly peak: number | null
}

/** Runs a program to its end; what it complains of is passed on. */
function run(command: string, words: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    const output: Buffer[] = []
    let peak: number | null = null
    const look = setInterval(() => {
      peak = peakOf(child.pid) ?? peak
    }, 5)
    child.stdout.on('data', (bytes: Buffer) => output.push(bytes))
    child.on('error', (error) => {
      clearInterval(look)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(look)
      resolve({ output: Buffer.concat(output).toString('utf8'), code, peak })
    })
  })
}

/** The kernel's own high-water mark of a running process, in MB; only Linux tells it of others. */
function peakOf(pid: number | undefined): number | null {
  if (pid === undefined || platform() !== 'linux') return null
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch (error) {
    // It ended between two looks.
    if (isMissing(error) || isGone(error)) return null
    throw error
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ESRCH'
