// @ts-check
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { requireNode } from '../main/node-version.mjs'

requireNode()
const { run } = await import('../main/cli/run.ts')

/** What a newcomer runs first: the example workbook of Sundkøbing Kommune, and all its plans as Word documents. */
const folder = 'eksempel'
const book = join(folder, 'Sundkøbing Kommune.sqlite')
const source = join(import.meta.dirname, 'example')
const plans = readdirSync(source).sort()

mkdirSync(folder, { recursive: true })
rmSync(book, { force: true })
for (const words of [
  ['new', book, '--organisation', 'Sundkøbing Kommune'],
  ['import', book, ...plans.map((plan) => join(source, plan))],
  ['export', book, '--out', join(folder, 'Word')],
]) {
  process.exitCode = await run(words, {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
  })
  if (process.exitCode !== 0) break
}
