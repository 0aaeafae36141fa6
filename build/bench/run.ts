import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Contents } from './content/content.ts'
import { type Measurement, measurements } from './figures/index.ts'
import type { Figure } from './harness.ts'
import { tableOf } from './table.ts'

/** `npm run bench [-- --json] [-- NAME…]`: measures all, or the named ones. */
const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const unknown = positionals.filter((name) => !measurements.some((each) => each.name === name))
if (unknown.length > 0) {
  const known = measurements.map(({ name }) => name).join(' ')
  process.stderr.write(`Unknown: ${unknown.join(' ')}. There are: ${known}\n`)
  process.exitCode = 2
} else {
  const chosen = measurements.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  await measureAll(chosen, values.json === true)
}

async function measureAll(chosen: readonly Measurement[], json: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planvaerk-bench-'))
  const busy = loadavg()[0] ?? 0
  try {
    const contents = new Contents(folder)
    const figures: Figure[] = []
    for (const { name, figures: measure } of chosen) {
      process.stderr.write(`${name} …\n`)
      figures.push(...(await measured(name, () => measure(contents))))
    }
    process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : report(figures, contents, busy))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What was measured before and after stays good where one measurement fails; the run as a whole has failed. */
async function measured(name: string, measure: () => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  try {
    return await measure()
  } catch (error) {
    process.stderr.write(
      `${name} could not be measured: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    process.exitCode = 1
    return []
  }
}

function report(figures: readonly Figure[], contents: Contents, busy: number): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}, load at the start ${busy.toFixed(1)}`
  const notes = ['Medians of 5 rounds after a warm-up. ratio = ours / peer: below 1 is better.', machine]
  return [tableOf(figures), ...notes, ...contents.all.map(({ about }) => about)].join('\n').concat('\n')
}
