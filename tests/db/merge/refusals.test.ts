import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ContentSum } from '../../../db/file/content-sum.ts'
import { rename, twoColleagues } from '../../support/colleagues.ts'
import { contentOf, newWorkbook, placeIn, temporaryFolder } from '../../support/workbooks.ts'
import { edit } from '../file/cases/case.ts'

describe('what cannot be merged is refused, and nothing is changed', () => {
  const anotherWorkbook = (folder: string): string => {
    const place = placeIn(folder, 'Egelund.sqlite')
    const workbook = newWorkbook(place)
    workbook.execute({ type: 'organisation.rename', name: 'Egelund Kommune' })
    workbook.save()
    workbook.close()
    return place.file
  }
  const changedCopy = (file: string, change: (bytes: Buffer) => void): string => {
    const bytes = readFileSync(file)
    change(bytes)
    writeFileSync(`${file}-ændret`, bytes)
    return `${file}-ændret`
  }

  test.each<[string, (bos: string, folder: string) => string, string, RegExp]>([
    [
      'another workbook',
      (_bos, folder) => anotherWorkbook(folder),
      'merge.other-workbook',
      /Egelund Kommune/,
    ],
    ['a missing file', (bos) => `${bos}-nej`, 'workbook.missing', /nej/],
    [
      'a newer version',
      (bos) => changedCopy(bos, (bytes) => bytes.writeUInt32BE(99, 60)),
      'workbook.newer',
      /./,
    ],
    [
      'a damaged file',
      (bos) => changedCopy(bos, (bytes) => bytes.fill(0xab, 4096 * 3, 4096 * 3 + 600)),
      'workbook.damaged',
      /./,
    ],
    [
      'stamps of nobody',
      (bos) => {
        copyFileSync(bos, `${bos}-fremmed`)
        edit(`${bos}-fremmed`, (db) => {
          db.exec('UPDATE node SET born = 99 * 4294967296 + 1')
          ContentSum.ofAllRows(db).save(db)
        })
        return `${bos}-fremmed`
      },
      'workbook.foreign-content',
      /./,
    ],
  ])('%s', (_name, make, code, details) => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('B'), 'Bos'))
    bo.workbook.save()
    const file = make(bo.workbook.file, temporaryFolder())
    const before = [contentOf(anne.workbook), anne.workbook.history]
    expect(() => anne.workbook.merge(file)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ file }) }),
    )
    try {
      anne.workbook.merge(file)
    } catch (error) {
      expect(JSON.stringify(error)).toMatch(details)
    }
    expect([contentOf(anne.workbook), anne.workbook.history]).toEqual(before)
    expect(anne.workbook.sinceMerge).toBeNull()
    anne.takes(bo)
  })
})
