import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectForReading } from '../../../db/file/connect.ts'
import { openCopy } from '../../../db/file/open.ts'
import { publish } from '../../../db/file/publish.ts'
import { makeWorkingFolder, removeWorkingFolder } from '../../../db/file/working-folder.ts'
import { AppError } from '../../../db/model/errors.ts'
import { plainText } from '../../../db/model/rich-text/plain-text.ts'
import { lossSentence, salvageSummary } from '../../../db/model/texts/salvage.ts'
import { readAll } from '../../../db/queries/read.ts'
import { salvage } from '../../../db/salvage/salvage.ts'
import { commit } from '../../../db/transaction.ts'
import { temporaryFolder } from '../../support/folders.ts'
import { buildWorkingCopy, richText } from '../../support/workbook-builder.ts'

/** Sectors are lost, bits rot, copies end early: what stood on pages that nothing happened to is there again. */

const PAGE = 4096

let root: string
let sound: Buffer
/** Every title and text, which are all different, with the page on which it stands. */
let written: readonly { readonly text: string; readonly pages: ReadonlySet<number> }[]

beforeAll(() => {
  root = temporaryFolder()
  const file = join(root, 'plan.sqlite')
  const { db, session } = buildWorkingCopy(makeWorkingFolder(join(root, 'work')), 200)
  commit(db, session, { kind: 'edit', label: () => ({ command: 'test' }) }, (tx) => {
    for (const [index, { id }] of readAll(db, 'node').entries())
      tx.update('node', id, { title: `Titel ${index};` })
    for (const [index, { id }] of readAll(db, 'field').entries()) {
      tx.update('field', id, { doc: richText(`Tekst ${index}; ${'æøå '.repeat(index * 20)}`) })
    }
  })
  // The older titles would be there too.
  db.exec('DELETE FROM change; DELETE FROM txn')
  publish(db, file, { expected: null })
  db.close()
  sound = readFileSync(file)
  written = whereItStands(file)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Pages may hold remains of rows that have moved to others, and texts go on on other pages: all of them count. */
function whereItStands(file: string) {
  const db = new BetterSqlite3(file, { readonly: true })
  const titles = readAll(db, 'node').map(({ title }) => title)
  const texts = readAll(db, 'field').map(({ doc }) => `${plainText(doc).split(';')[0]};`)
  const overflowing = db
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'field' AND pagetype = 'overflow'")
    .pluck()
    .all()
  db.close()
  const pages = Array.from({ length: sound.length / PAGE }, (_, page) => page + 1)
  const onPage = (page: number, text: string) => sound.subarray((page - 1) * PAGE, page * PAGE).includes(text)
  return [...titles, ...texts].map((text) => ({
    text,
    pages: new Set([
      ...pages.filter((page) => onPage(page, text)),
      ...(text.startsWith('Tekst') ? overflowing : []),
    ]),
  }))
}

type Damage = (bytes: Buffer) => { readonly bytes: Buffer; readonly touched: (page: number) => boolean }

const pageOf = (at: number): number => Math.floor(at / PAGE) + 1
const someByte = fc.nat().map((at) => at % sound.length)
const somePage = fc.nat().map((page) => (page % (sound.length / PAGE)) + 1)

const zeroed = fc.array(somePage, { minLength: 1, maxLength: 4 }).map(
  (pages): Damage =>
    (bytes) => {
      for (const page of pages) bytes.fill(0, (page - 1) * PAGE, page * PAGE)
      return { bytes, touched: (page) => pages.includes(page) }
    },
)
const overwritten = fc.tuple(someByte, fc.uint8Array({ minLength: 1, maxLength: 600 })).map(
  ([at, noise]): Damage =>
    (bytes) => {
      const end = Math.min(at + noise.length, bytes.length)
      bytes.set(noise.subarray(0, end - at), at)
      return { bytes, touched: (page) => page >= pageOf(at) && page <= pageOf(end - 1) }
    },
)
const flipped = fc.array(fc.tuple(someByte, fc.nat(7)), { minLength: 1, maxLength: 8 }).map(
  (bits): Damage =>
    (bytes) => {
      for (const [at, bit] of bits) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      return { bytes, touched: (page) => bits.some(([at]) => pageOf(at) === page) }
    },
)
const swapped = fc.tuple(somePage, somePage).map(
  ([one, other]): Damage =>
    (bytes) => {
      const copy = Buffer.from(bytes.subarray((one - 1) * PAGE, one * PAGE))
      bytes.copy(bytes, (one - 1) * PAGE, (other - 1) * PAGE, other * PAGE)
      copy.copy(bytes, (other - 1) * PAGE)
      return { bytes, touched: (page) => page === one || page === other }
    },
)
const cutOff = someByte.map(
  (length): Damage =>
    (bytes) => ({
      bytes: bytes.subarray(0, length),
      touched: (page) => page >= pageOf(length),
    }),
)

test('whatever happens to a file', () => {
  fc.assert(
    fc.property(fc.oneof(zeroed, overwritten, flipped, swapped, cutOff), (damage) => {
      const folder = makeWorkingFolder(join(root, 'runs'))
      const { bytes, touched } = damage(Buffer.from(sound))
      const file = join(folder, 'broken.sqlite')
      writeFileSync(file, bytes)
      const safe = written.filter(({ pages }) => ![...pages].some(touched)).map(({ text }) => text)
      const out = join(folder, 'out.sqlite')
      try {
        const salvaged = salvage(file, { file: out, workBase: join(root, 'work') })
        for (const line of [...salvageSummary(salvaged), ...salvaged.losses.map(lossSentence)]) {
          expect(line).toMatch(/^[A-ZÆØÅ][^\n]*[.:]$/)
        }
        const kept = textsIn(out, folder)
        expect(safe.filter((text) => !kept.has(text))).toEqual([])
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        expect(error.code === 'salvage.nothing' || error.code === 'workbook.newer').toBe(true)
        if (error.code === 'salvage.nothing') expect(safe).toEqual([])
      }
      expect(readFileSync(file).equals(bytes)).toBe(true)
      removeWorkingFolder(folder)
    }),
    { numRuns: 60 },
  )
})

function textsIn(out: string, folder: string): ReadonlySet<string> {
  const work = makeWorkingFolder(join(folder, 'work'))
  const db = connectForReading(openCopy(out, work).path)
  const titles = readAll(db, 'node').map(({ title }) => title)
  const texts = readAll(db, 'field').map(({ doc }) => `${plainText(doc).split(';')[0]};`)
  db.close()
  return new Set([...titles, ...texts])
}
