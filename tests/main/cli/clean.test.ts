import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleBook, planvaerk } from '../../support/command-line.ts'

test('clean writes a copy that holds the same plans', async () => {
  const { folder, book } = await exampleBook()
  const before = readFileSync(book)
  const copy = join(folder, 'Til udvalget.sqlite')
  const { status, out, err } = await planvaerk('clean', book, copy)
  expect({ status, err }).toEqual({ status: 0, err: [] })
  expect(out).toEqual([`Kopien »${copy}« er skrevet, uden historik og uden navne på dem, der har skrevet.`])
  expect((await planvaerk('list', copy)).out).toEqual((await planvaerk('list', book)).out)
  expect((await planvaerk('check', copy)).status).toBe(0)
  expect(readFileSync(book).equals(before)).toBe(true)
})

test.each<[string, (book: string) => string]>([
  ['the workbook itself', (book) => book],
  ['a link to it', (book) => join(book, '../link.sqlite')],
  ['a file that is there', (book) => join(book, '../andet.sqlite')],
])('clean never writes over %s', async (_what, outOf) => {
  const { folder, book } = await exampleBook()
  symlinkSync(book, join(folder, 'link.sqlite'))
  await planvaerk('new', join(folder, 'andet.sqlite'), '--organisation', 'x')
  const before = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
  const { status, out, err } = await planvaerk('clean', book, outOf(book))
  expect({ status, out }).toEqual({ status: 1, out: [] })
  expect(err).toEqual([expect.stringMatching(/findes allerede og er ikke ændret\. Vælg et andet navn/)])
  expect(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toEqual(before)
})
