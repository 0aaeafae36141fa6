import { copyFileSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copiesBeside } from '../../../db/file/copies-beside.ts'
import { workbookIdOf } from '../../../db/file/workbook-id.ts'
import {
  exampleFiles,
  incoming,
  newWorkbook,
  placeIn,
  readJson,
  temporaryFolder,
} from '../../support/workbooks.ts'

/** A saved workbook with plans in it, and words for what lies beside it. */
function beside() {
  const folder = temporaryFolder()
  const place = placeIn(folder, 'Sundkøbing.sqlite')
  const workbook = newWorkbook(place)
  workbook.import(
    exampleFiles.map((file) => incoming(readJson(file))),
    { replace: false },
  )
  workbook.save()
  const id = workbookIdOf(workbook.db)
  return {
    folder,
    place,
    workbook,
    copy: (name: string, day = 1) => {
      const file = join(folder, name)
      copyFileSync(place.file, file)
      const time = new Date(Date.UTC(2026, 10, day))
      utimesSync(file, time, time)
    },
    found: async () => (await copiesBeside(place.file, id)).map(({ file }) => basename(file)),
    times: async () => (await copiesBeside(place.file, id)).map(({ at }) => at),
  }
}

describe('copies of a workbook beside it', () => {
  test('are found whatever they are called, the newest first, with the time when they were saved', async () => {
    const { copy, found, times } = beside()
    copy('Sundkøbing-PC-Anne.sqlite', 3)
    copy('Sundkøbing (Annes konfliktkopi 2026-11-22).sqlite', 22)
    copy('noget helt andet.SQLITE', 7)
    expect(await found()).toEqual([
      'Sundkøbing (Annes konfliktkopi 2026-11-22).sqlite',
      'noget helt andet.SQLITE',
      'Sundkøbing-PC-Anne.sqlite',
    ])
    expect((await times())[0]).toBe('2026-11-22T00:00:00.000Z')
  })

  test('are none where only the workbook itself is, and its own working files', async () => {
    const { workbook, found } = beside()
    workbook.save()
    expect(await found()).toEqual([])
  })

  test('are not what the program itself kept, hidden files, folders, other workbooks and other files', async () => {
    const { folder, copy, found } = beside()
    copy('Sundkøbing (før opgradering).sqlite')
    copy('.~planvaerk-Sundkøbing.sqlite')
    copy('Sundkøbing.sqlite.bak')
    mkdirSync(join(folder, 'mappe.sqlite'))
    writeFileSync(join(folder, 'tom.sqlite'), '')
    writeFileSync(join(folder, 'brev.sqlite'), 'Kære borgmester')
    const other = newWorkbook(placeIn(folder, 'Egelund.sqlite'))
    other.save()
    expect(await found()).toEqual([])
  })

  test('a folder that is away holds none', async () => {
    expect(await copiesBeside(join(temporaryFolder(), 'væk', 'bog.sqlite'), 'x')).toEqual([])
  })

  test('are not touched', async () => {
    const { folder, copy, found } = beside()
    copy('kopi.sqlite')
    const before = statSync(join(folder, 'kopi.sqlite'))
    await found()
    const { mtimeMs, size } = statSync(join(folder, 'kopi.sqlite'))
    expect({ mtimeMs, size }).toEqual({ mtimeMs: before.mtimeMs, size: before.size })
  })
})
