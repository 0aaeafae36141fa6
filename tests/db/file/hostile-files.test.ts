import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectForReading } from '../../../db/file/connect.ts'
import { ContentSum } from '../../../db/file/content-sum.ts'
import { type OpenedCopy, openCopy } from '../../../db/file/open.ts'
import { makeWorkingFolder } from '../../../db/file/working-folder.ts'
import { AppError } from '../../../db/model/errors.ts'
import { asNobody, listing, temporaryFolder } from '../../support/folders.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'
import { byteCases } from './cases/bytes.ts'
import { type FileCase, fileIn } from './cases/case.ts'
import { contentCases } from './cases/content.ts'
import { journalCases } from './cases/journals.ts'
import { pathCases } from './cases/paths.ts'
import { schemaCases } from './cases/schema.ts'

/** Every file that somebody may hand us: it is opened or refused with the right error, and never touched. */

let root: string
let sound: string

beforeAll(() => {
  root = temporaryFolder()
  chmodSync(root, 0o755)
  sound = join(root, 'sound.sqlite')
  buildWorkbook(sound, join(root, 'work'), 300)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** `opened`, or the error's code and details. What is opened holds the rows that its own sum tells of. */
function outcomeOf(open: () => OpenedCopy): string {
  try {
    const db = connectForReading(open().path)
    expect(ContentSum.ofAllRows(db).toString()).toBe(ContentSum.of(db).toString())
    db.close()
    return 'opened'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return `${error.code} ${JSON.stringify(error.details)}`
  }
}

function check({ name, make, expected, details, asNobody: bound }: FileCase): void {
  const folder = join(root, name.slice(0, 3).trim())
  mkdirSync(folder)
  const file = make(folder, sound) ?? fileIn(folder)
  const before = listing(folder)
  const work = makeWorkingFolder(join(root, 'work'))
  if (bound) chmodSync(join(root, 'work'), 0o755)
  const open = () => openCopy(file, work)
  const outcome = outcomeOf(() => (bound ? asNobody([work], open) : open()))
  expect(outcome.split(' ')[0]).toBe(expected)
  if (details) expect(outcome).toMatch(details)
  expect(listing(folder)).toEqual(before)
  expect(readdirSync(work).sort()).toEqual(expected === 'opened' ? ['origin.json', 'workbook.sqlite'] : [])
}

const groups: readonly (readonly [string, readonly FileCase[]])[] = [
  ['bytes that are no workbook', byteCases],
  ['SQL that the file brings', schemaCases],
  ['content that nobody wrote with this program', contentCases],
  ['paths and names', pathCases],
  ['journals beside the file', journalCases],
]

describe.each(groups)('%s', (_, cases) => {
  test.each(cases)('$name: $expected', (one) => check(one))
})

test('84 another process holds an exclusive lock: opened', async () => {
  const folder = join(root, '84')
  mkdirSync(folder)
  copyFileSync(sound, fileIn(folder))
  const holder = spawn(process.execPath, ['tests/support/hold-lock.ts', fileIn(folder)])
  await once(holder.stdout, 'data')
  const before = listing(folder)
  expect(outcomeOf(() => openCopy(fileIn(folder), makeWorkingFolder(join(root, 'work'))))).toBe('opened')
  expect(listing(folder)).toEqual(before)
  holder.kill('SIGKILL')
})
