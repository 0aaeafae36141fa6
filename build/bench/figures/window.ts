import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { type Figure, figure, median, rounds } from '../harness.ts'
import type { Measurement } from './index.ts'
import { short } from './names.ts'

const measuredSchema = z.array(z.record(z.string(), z.number()))
const emptyPage = 'the host with an empty page'
const fluentTree = 'Fluent UI Tree'

/** The median of everything that a subject of `window/measure.ts` measures, each subject in a process of its own. */
async function medians(subject: string, folder: string): Promise<(name: string) => number> {
  const words = [join(import.meta.dirname, '../window/measure.ts'), subject, String(rounds), folder]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  const measured = measuredSchema.parse(JSON.parse(stdout))
  return (name) => median(measured.flatMap((round) => round[name] ?? []))
}

interface Beside {
  readonly ours: string
  readonly peer: string
  /** What is told of each: the figure's name, its unit, and what the subject calls it. */
  readonly told: readonly (readonly [name: string, unit: Figure['unit'], measured: string])[]
}

async function figuresOf(
  { ours, peer, told }: Beside,
  peerName: string,
  folder: string,
): Promise<readonly Figure[]> {
  const [mine, theirs] = [await medians(ours, folder), await medians(peer, folder)]
  return told.map(([name, unit, measured]) =>
    figure(name, unit, mine(measured), { name: peerName, value: theirs(measured) }),
  )
}

const outlineFigures = (
  rows: number,
  name: string,
  beside: Omit<Beside, 'told'>,
  told: Beside['told'],
): Measurement => ({
  name: `outline-${short(rows)}-${name}`,
  figures: (contents) => figuresOf({ ...beside, told }, fluentTree, contents.outline(rows).folder),
})

/** Keys, folding and scrolling in one plan of so many rows, with form and preview beside it as a user has them. */
export const outlineMeasurements = (rows: number): readonly Measurement[] => {
  const prefix = `outline-${short(rows)}`
  return [
    outlineFigures(rows, 'key', { ours: 'our-keys', peer: 'fluent-keys' }, [[`${prefix}-key`, 'ms', 'key']]),
    outlineFigures(rows, 'fold', { ours: 'our-folding', peer: 'fluent-folding' }, [
      [`${prefix}-fold`, 'ms', 'fold'],
      [`${prefix}-unfold`, 'ms', 'unfold'],
    ]),
    outlineFigures(rows, 'scroll', { ours: 'our-scrolling', peer: 'fluent-scrolling' }, [
      [`${prefix}-scroll`, 'ms', 'longest'],
      [`${prefix}-scroll-p95`, 'ms', 'p95'],
    ]),
  ]
}

/** From the launch until the plan that was open last is shown, and the memory of all processes. */
export const startFigures: Measurement = {
  name: 'start',
  figures: () =>
    figuresOf(
      {
        ours: 'our-start',
        peer: 'empty-start',
        told: [
          ['start', 'ms', 'time'],
          ['start-memory', 'MB', 'memory'],
        ],
      },
      emptyPage,
      '',
    ),
}
