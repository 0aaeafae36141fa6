import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { requireNode } from '../main/node-version.mjs'

requireNode()

/** What a newcomer runs first: the example workbook of Sundkøbing Kommune, and all its plans as Word documents. */
async function makeExample(folder: string): Promise<number> {
  const { run } = await import('../main/cli/run.ts')
  const terminal = {
    out: (line: string) => process.stdout.write(`${line}\n`),
    err: (line: string) => process.stderr.write(`${line}\n`),
  }
  const source = join(import.meta.dirname, 'example')
  const plans = readdirSync(source).sort()
  const book = join(folder, 'Sundkøbing Kommune.sqlite')
  rmSync(book, { force: true })
  for (const words of [
    ['new', book, '--organisation', 'Sundkøbing Kommune'],
    ['import', book, ...plans.map((plan) => join(source, plan))],
    ['export', book, '--out', join(folder, 'Word')],
  ]) {
    const status = await run(words, terminal)
    if (status !== 0) return status
  }
  return 0
}

process.exitCode = await makeExample('eksempel')
