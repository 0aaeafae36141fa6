import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../../db/model/commands.ts'
import { Workbook } from '../../../db/workbook.ts'
import { exampleBook, planvaerk } from '../../support/command-line.ts'
import { municipality, SCHOOL } from '../../support/packets.ts'
import { placeIn, temporaryFolder } from '../../support/workbooks.ts'

/** The example municipality's workbook, and a copy of it that was sent to Anne and has come back. */
async function twoCopies(ours: readonly Command[], annes: readonly Command[]) {
  const { folder, book } = await exampleBook()
  const copy = join(folder, 'fra Anne.sqlite')
  copyFileSync(book, copy)
  const change = (file: string, who: string, commands: readonly Command[]) => {
    const place = { ...placeIn(folder), file, person: { who, machine: `pc-${who}` } }
    const workbook = Workbook.open(place)
    for (const command of commands) workbook.execute(command)
    workbook.save()
    workbook.close()
  }
  change(book, 'Maja', ours)
  change(copy, 'Anne', annes)
  return { folder, book, copy }
}

const organisation = (name: string): Command => ({ type: 'organisation.rename', name })

describe('merge', () => {
  test('takes in what the other holds, saves it, and says who did how much', async () => {
    const { book, copy } = await twoCopies([], [organisation('Sundkøbing')])
    const { status, out, err } = await planvaerk('merge', book, copy)
    expect({ status, err }).toEqual({ status: 0, err: [] })
    expect(out).toEqual([`Flettet med »${copy}«: Anne: 1 ændring, 1 række ændret her.`])
    const workbook = Workbook.open(placeIn(join(book, '..'), 'Sundkøbing.sqlite'))
    expect(workbook.organisation).toBe('Sundkøbing')
    workbook.close()
  })

  test('tells each conflict: mine, the other, what was before, who and when', async () => {
    const { book, copy } = await twoCopies([organisation('Majas')], [organisation('Annes')])
    const { status, out } = await planvaerk('merge', book, copy)
    expect(status).toBe(0)
    expect(out.slice(1)).toEqual([
      'Konflikt: Organisationens navn',
      expect.stringMatching(/^ {2}min: {3}Majas \(Maja, \d+\. \p{L}+ 20\d\d kl\. \d\d\.\d\d\)$/u),
      expect.stringMatching(/^ {2}anden: Annes \(Anne, \d+\. \p{L}+ 20\d\d kl\. \d\d\.\d\d\)$/u),
      '  før:   Sundkøbing Kommune',
      `1 konflikt skal afgøres i programmet; indtil da står din udgave i »${book}«, og begge er i behold.`,
    ])
  })

  test('says that there is nothing new, and leaves the file as it is', async () => {
    const { book, copy } = await twoCopies([], [organisation('Annes')])
    await planvaerk('merge', book, copy)
    const before = readFileSync(book)
    const { status, out } = await planvaerk('merge', book, copy)
    expect({ status, out }).toEqual({
      status: 0,
      out: [`Der er intet nyt i »${copy}«. Alt i den er med her allerede.`],
    })
    expect(readFileSync(book).equals(before)).toBe(true)
  })

  test('takes in what a unit has filled into its contribution packet', async () => {
    const { workbook, place, node, wish, sent } = municipality()
    const packet = sent(wish(SCHOOL))
    packet.execute({ type: 'node.rename', id: node('Trivselsmøder hver fjerde uge'), title: 'Trivselsmøder' })
    for (const each of [workbook, packet]) {
      each.save()
      each.close()
    }
    expect(await planvaerk('merge', place.file, packet.file)).toEqual({
      status: 0,
      err: [],
      out: [`Flettet med »${packet.file}«: Bo: 1 ændring, 1 række ændret her.`],
    })
  })

  test('of several of which one cannot be merged changes nothing, and says why in one line', async () => {
    const { folder, book, copy } = await twoCopies([], [organisation('Annes')])
    const letter = join(folder, 'brev.sqlite')
    writeFileSync(letter, 'Kære alle')
    const [before, files] = [readFileSync(book), readdirSync(folder).toSorted()]
    const { status, out, err } = await planvaerk('merge', book, copy, letter)
    expect({ status, out }).toEqual({ status: 1, out: [] })
    expect(err).toEqual([expect.stringContaining('er ikke en projektmappe, men en tekstfil')])
    expect(readFileSync(book).equals(before)).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(files)
  })

  test('refuses another organisation’s workbook by name', async () => {
    const { book } = await exampleBook()
    const other = join(temporaryFolder(), 'Egelund.sqlite')
    await planvaerk('new', other, '--organisation', 'Egelund Kommune')
    const { status, err } = await planvaerk('merge', book, other)
    expect({ status, err }).toEqual({
      status: 1,
      err: [expect.stringContaining('er en anden projektmappe (Egelund Kommune)')],
    })
  })

  test('needs a file to merge', async () => {
    expect(await planvaerk('merge', 'bog.sqlite')).toMatchObject({ status: 2, out: [] })
  })
})
