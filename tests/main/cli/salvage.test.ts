import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edit } from '../../db/file/cases/case.ts'
import { exampleBook, planvaerk } from '../../support/command-line.ts'

describe('salvage', () => {
  test('writes a new workbook, and says that everything is in it', async () => {
    const { folder, book } = await exampleBook()
    const plans = (await planvaerk('list', book)).out
    const bytes = readFileSync(book)
    bytes.fill(0, 0, 4096)
    writeFileSync(book, bytes)
    const out = join(folder, 'Reddet.sqlite')
    const said = await planvaerk('salvage', book, out)
    expect(said).toMatchObject({ status: 0, err: [] })
    expect(said.out[0]).toBe(`Det reddede er skrevet i »${out}«.`)
    expect(said.out[1]).toMatch(/^Reddet: 10 planer, [\d.]+ rækker, [\d.]+ tekster\.$/)
    expect(said.out.slice(2)).toEqual(['Alt er med, også historikken.'])
    expect((await planvaerk('list', out)).out).toEqual(plans)
    expect(readFileSync(book).equals(bytes)).toBe(true)
  })

  test('lists what is not as it was, a line each', async () => {
    const { folder, book } = await exampleBook()
    edit(book, (db) =>
      db.exec('UPDATE field SET doc = substr(doc, 1, 60) WHERE id = (SELECT min(id) FROM field)'),
    )
    const { status, out } = await planvaerk('salvage', book, join(folder, 'Reddet.sqlite'))
    expect(status).toBe(0)
    expect(out.slice(2)).toEqual([
      'Historikken er ikke med.',
      'Ikke som før (1):',
      expect.stringMatching(/^Tekst »[^»]+« er beholdt uden formatering\.$/),
    ])
  })

  test('says in one line where there is nothing to salvage, and writes nothing', async () => {
    const { folder } = await exampleBook()
    const letter = join(folder, 'brev.sqlite')
    writeFileSync(letter, 'Kære alle')
    const { status, out, err } = await planvaerk('salvage', letter, join(folder, 'Reddet.sqlite'))
    expect({ status, out }).toEqual({ status: 1, out: [] })
    expect(err).toEqual([
      expect.stringMatching(/^Der kunne ikke læses noget fra en projektmappe i »[^»]+«\./),
    ])
    expect(existsSync(join(folder, 'Reddet.sqlite'))).toBe(false)
  })
})
