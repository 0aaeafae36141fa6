import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectForReading } from '../../../db/file/connect.ts'
import { openCopy } from '../../../db/file/open.ts'
import { makeWorkingFolder, removeWorkingFolder } from '../../../db/file/working-folder.ts'
import { AppError } from '../../../db/model/errors.ts'
import { temporaryFolder } from '../../support/folders.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'

/** Bits rot, sectors are lost: a damaged workbook is refused, or it holds exactly what it held. */

let root: string
let published: Buffer
let repacked: Buffer
let content: string

beforeAll(() => {
  root = temporaryFolder()
  const file = join(root, 'plan.sqlite')
  buildWorkbook(file, join(root, 'work'), 120)
  published = readFileSync(file)
  content = contentOf(file)
  const db = new BetterSqlite3(file)
  db.exec('VACUUM')
  db.close()
  repacked = readFileSync(file)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Every row of every table, but for the seal itself. */
function contentOf(path: string): string {
  const db = connectForReading(path)
  try {
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
    return JSON.stringify(
      tables.map((table) => {
        const rows = db.prepare(`SELECT * FROM ${table} ORDER BY 1`).raw().all()
        return table === 'meta' ? rows.filter((row) => !JSON.stringify(row).startsWith('["seal"')) : rows
      }),
    )
  } finally {
    db.close()
  }
}

/** Undefined when the file is refused. */
function openedContent(file: Buffer): string | undefined {
  const path = join(root, 'damaged.sqlite')
  writeFileSync(path, file)
  const folder = makeWorkingFolder(join(root, 'work'))
  try {
    return contentOf(openCopy(path, folder).path)
  } catch (error) {
    if (error instanceof AppError && error.code.startsWith('workbook.')) return undefined
    throw error
  } finally {
    removeWorkingFolder(folder)
  }
}

/** Where in the file, as a fraction: the same for files of any size. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const at = (file: Buffer, fraction: number): number => Math.floor(fraction * file.length)

const bitFlip = fc.tuple(place, fc.nat(7)).map(([where, bit]) => (file: Buffer) => {
  const byte = at(file, where)
  file.writeUInt8(file.readUInt8(byte) ^ (1 << bit), byte)
})

const overwritten = (size: number) =>
  fc
    .tuple(place, fc.uint8Array({ minLength: size, maxLength: size }))
    .map(([where, noise]) => (file: Buffer) => {
      file.set(noise.subarray(0, file.length - at(file, where)), at(file, where))
    })

const lostSector = place.map((where) => (file: Buffer) => {
  const start = at(file, where) & ~511
  file.fill(0, start, start + 512)
})

const kinds = [
  { kind: 'one flipped bit', damage: bitFlip, runs: 200 },
  { kind: '16 random bytes', damage: overwritten(16), runs: 60 },
  { kind: 'an overwritten sector', damage: overwritten(512), runs: 40 },
  { kind: 'a lost sector', damage: lostSector, runs: 40 },
]

describe.each(kinds)('$kind', ({ damage, runs }) => {
  test('in a published workbook never goes unnoticed', () => {
    fc.assert(
      fc.property(damage, (inflict) => {
        const file = Buffer.from(published)
        inflict(file)
        const found = openedContent(file)
        expect(found === undefined || found === content).toBe(true)
      }),
      { numRuns: runs },
    )
  })

  test('in a workbook that another program repacked never goes unnoticed', () => {
    fc.assert(
      fc.property(damage, (inflict) => {
        const file = Buffer.from(repacked)
        inflict(file)
        const found = openedContent(file)
        expect(found === undefined || found === content).toBe(true)
      }),
      { numRuns: runs / 2 },
    )
  })
})

test('the undamaged files are opened, so the properties can fail', () => {
  expect(openedContent(published)).toBe(content)
  expect(openedContent(repacked)).toBe(content)
})
