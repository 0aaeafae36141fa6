import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { IncomingPlan } from '../../db/commands/import.ts'
import { parseExchange } from '../../db/model/exchange/parse.ts'
import { tableNames } from '../../db/model/records.ts'
import { builtInTemplates } from '../../db/model/template/built-in/index.ts'
import { layouts } from '../../db/tables.ts'
import { Workbook, type WorkbookPlace } from '../../db/workbook.ts'

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'planvaerk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const placeIn = (folder: string, name = 'bog.sqlite'): WorkbookPlace => ({
  file: join(folder, name),
  workBase: join(folder, 'work'),
  person: { who: 'Maja', machine: 'pc-1' },
  now: pausing(),
})

/** A clock by which a minute passes between any two commands, so that no two are one typing. */
function pausing(): () => number {
  let now = 0
  return () => {
    now += 60_000
    return now
  }
}

/** A new workbook of Sundkøbing Kommune in a folder of its own, closed after the test. */
export function newWorkbook(place: WorkbookPlace = placeIn(temporaryFolder())): Workbook {
  return closedAfterTest(Workbook.create(place, 'Sundkøbing Kommune'))
}

export const reopen = (place: WorkbookPlace): Workbook => closedAfterTest(Workbook.open(place))

function closedAfterTest(workbook: Workbook): Workbook {
  onTestFinished(() => {
    if (workbook.db.open) workbook.close()
  })
  return workbook
}

/** Everything that merging and undo are about: all rows without their stamps, in a fixed order. */
export function contentOf(workbook: Workbook): string {
  return JSON.stringify(
    tableNames.map((table) => [
      table,
      workbook.db
        .prepare(`SELECT ${layouts[table].columns.join(', ')} FROM ${table} ORDER BY id`)
        .raw()
        .all(),
    ]),
  )
}

const exampleFolder = join(import.meta.dirname, '../../build/example')

export const exampleFiles: readonly string[] = readdirSync(exampleFolder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => join(exampleFolder, name))

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** A plan ready to import; a problem in it comes out as it is. */
export const incoming = (json: unknown): IncomingPlan => ({
  document: parseExchange(json, builtInTemplates),
  problem: (problem) => problem,
  exists: (plan) => new Error(`exists: ${plan}`),
})
