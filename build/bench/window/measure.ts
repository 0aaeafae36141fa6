import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fluentFolding, ourFolding } from './fold.ts'
import { fluentKeys, ourKeys } from './key.ts'
import type { Place } from './outline.ts'
import { fluentScrolling, ourScrolling } from './scroll.ts'
import { emptyStart, ourStart } from './start.ts'
import type { Subject } from './subject.ts'

/** `measure.ts SUBJECT ROUNDS FOLDER` prints what was measured in each round after a warm-up, by its name, as JSON. */
const subjects: Readonly<Record<string, (place: Place) => Promise<Subject>>> = {
  'our-keys': ourKeys,
  'fluent-keys': fluentKeys,
  'our-folding': ourFolding,
  'fluent-folding': fluentFolding,
  'our-scrolling': ourScrolling,
  'fluent-scrolling': fluentScrolling,
  'our-start': ourStart,
  'empty-start': emptyStart,
}

const [name = '', rounds, folder = ''] = process.argv.slice(2)
const prepare = subjects[name]
if (!prepare) throw new Error(`no such subject: ${name}`)
const scratch = mkdtempSync(join(tmpdir(), 'planvaerk-bench-window-'))
try {
  const { round, end } = await prepare({ folder, scratch })
  try {
    await round()
    const measured = []
    while (measured.length < Number(rounds)) measured.push(await round())
    process.stdout.write(JSON.stringify(measured))
  } finally {
    await end()
  }
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 })
}
