import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectForReading } from '../../../db/file/connect.ts'
import { ContentSum } from '../../../db/file/content-sum.ts'
import { readHeader, readStart } from '../../../db/file/header.ts'
import { openCopy } from '../../../db/file/open.ts'
import { verify } from '../../../db/file/verify.ts'
import { makeWorkingFolder } from '../../../db/file/working-folder.ts'
import { AppError } from '../../../db/model/errors.ts'
import { salvage } from '../../../db/salvage/salvage.ts'
import { versions } from '../../../db/versions.ts'
import { asNobody, listing, temporaryFolder } from '../../support/folders.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'
import { byteCases } from '../file/cases/bytes.ts'
import { type FileCase, fileIn } from '../file/cases/case.ts'
import { contentCases } from '../file/cases/content.ts'
import { journalCases } from '../file/cases/journals.ts'
import { pathCases } from '../file/cases/paths.ts'
import { schemaCases } from '../file/cases/schema.ts'

/**
 * Every file that somebody may hand us, salvaged: a new workbook that passes every check, or an honest answer; the file itself is
 * never touched, and what it brings is never run.
 */

let root: string
let sound: string

beforeAll(() => {
  root = temporaryFolder()
  sound = join(root, 'sound.sqlite')
  buildWorkbook(sound, join(root, 'work'), 300)
  mkdirSync(join(root, 'out'))
  for (const folder of [root, join(root, 'work'), join(root, 'out')]) chmodSync(folder, 0o777)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Cases by their numbers: what is none of these is salvaged whole. */
const nothing = ['2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '15', '25']
const mended = [
  ...['13', '14', '16', '44', '46a', '47', '48', '49', '50', '51', '52', '52b', '52c', '53', '54', '55'],
  ...[
    '55a',
    '55b',
    '56',
    '57',
    '58',
    '60',
    '61a',
    '61b',
    '61c',
    '61d',
    '61e',
    '61f',
    '61g',
    '61h',
    '61i',
    '79',
    '82',
  ],
]
/** What is no damage is refused as it is when opened. */
const refused = new Set(['workbook.newer', 'workbook.missing', 'workbook.not-a-file', 'workbook.no-access'])

function outcomeOf({ name, expected }: FileCase): string {
  const [number = ''] = name.split(' ')
  if (refused.has(expected)) return expected
  if (nothing.includes(number)) return 'salvage.nothing'
  return mended.includes(number) ? 'mended' : 'whole'
}

const groups: readonly (readonly [string, readonly FileCase[]])[] = [
  ['bytes that are no workbook', byteCases],
  ['SQL that the file brings', schemaCases],
  ['content that nobody wrote with this program', contentCases],
  ['paths and names', pathCases],
  ['journals beside the file', journalCases],
]

describe.each(groups)('%s', (_, cases) => {
  test.each(cases.map((one) => ({ ...one, outcome: outcomeOf(one) })))('$name: $outcome', (one) => {
    const { name, make, outcome, asNobody: bound } = one
    const folder = join(root, name.slice(0, 3).trim())
    mkdirSync(folder)
    const file = make(folder, sound) ?? fileIn(folder)
    const before = listing(folder)
    const out = join(root, 'out', `${name.slice(0, 3).trim()}.sqlite`)
    const run = () => outcomeOfSalvage(file, out)
    expect(bound ? asNobody([], run) : run()).toBe(outcome)
    expect(listing(folder)).toEqual(before)
    expect(readdirSync(join(root, 'work'))).toEqual([])
    expect(existsSync(out)).toBe(outcome === 'whole' || outcome === 'mended')
    if (existsSync(out)) expectSound(out)
  })
})

function outcomeOfSalvage(file: string, out: string): string {
  try {
    const { whole } = salvage(file, { file: out, workBase: join(root, 'work') })
    return whole ? 'whole' : 'mended'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.code
  }
}

/** Everything that is ever checked, and nothing that was in the file before is missing unseen. */
function expectSound(out: string): void {
  const work = makeWorkingFolder(join(root, 'checked'))
  const { path } = openCopy(out, work)
  verify(path, readHeader(readStart(path), statSync(path).size, path), 'working', path, versions)
  const db = connectForReading(path)
  expect(ContentSum.ofAllRows(db).toString()).toBe(ContentSum.of(db).toString())
  expect(db.prepare('SELECT count(*) FROM plan').pluck().get()).toBeGreaterThanOrEqual(3)
  db.close()
}
