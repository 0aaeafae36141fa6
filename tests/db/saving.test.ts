import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../db/model/commands.ts'
import { readAll } from '../../db/queries/read.ts'
import { newWorkbook, placeIn, reopen, temporaryFolder } from '../support/workbooks.ts'

const organisation = (name: string): Command => ({ type: 'organisation.rename', name })

/** A saved workbook of the organisation A, with a change to B that is not saved. */
function unsavedWorkbook() {
  const folder = temporaryFolder()
  const place = placeIn(folder)
  const workbook = newWorkbook(place)
  workbook.execute(organisation('A'))
  workbook.save()
  workbook.execute(organisation('B'))
  const inFile = (file: string) => {
    const other = reopen({ ...placeIn(folder, file), workBase: join(folder, 'pc-2') })
    const name = other.organisation
    other.close()
    return name
  }
  return { folder, place, workbook, inFile }
}

describe('unsaved', () => {
  test('is what the file does not hold', () => {
    const workbook = newWorkbook()
    expect(workbook.unsaved).toBe(true)
    workbook.save()
    expect(workbook.unsaved).toBe(false)
    workbook.execute(organisation('A'))
    expect(workbook.unsaved).toBe(true)
    workbook.save()
    workbook.execute(organisation('A'))
    expect(workbook.unsaved).toBe(false)
    workbook.undo()
    expect(workbook.unsaved).toBe(true)
  })

  test('is still told after a save that failed', () => {
    const workbook = newWorkbook()
    writeFileSync(workbook.file, '')
    expect(() => workbook.save()).toThrow(expect.objectContaining({ code: 'workbook.exists' }))
    expect(workbook.unsaved).toBe(true)
  })
})

describe('saving under another name', () => {
  test('goes on in the new place, and leaves the old file as it was last saved', () => {
    const { folder, workbook, inFile } = unsavedWorkbook()
    workbook.saveAs(join(folder, 'ny.sqlite'))
    expect(workbook).toMatchObject({ file: join(folder, 'ny.sqlite'), unsaved: false, organisation: 'B' })
    expect([inFile('bog.sqlite'), inFile('ny.sqlite')]).toEqual(['A', 'B'])
    workbook.undo()
    workbook.save()
    workbook.execute(organisation('C'))
    workbook.save()
    expect([inFile('bog.sqlite'), inFile('ny.sqlite')]).toEqual(['A', 'C'])
  })

  test('writes over what lies there only when the user agreed', () => {
    const { folder, workbook, inFile } = unsavedWorkbook()
    const file = join(folder, 'ny.sqlite')
    writeFileSync(file, 'noget andet')
    expect(() => workbook.saveAs(file)).toThrow(expect.objectContaining({ code: 'workbook.exists' }))
    expect(readFileSync(file, 'utf8')).toBe('noget andet')
    expect(workbook).toMatchObject({ file: join(folder, 'bog.sqlite'), unsaved: true })
    workbook.saveAs(file, { overwrite: true })
    expect(inFile('ny.sqlite')).toBe('B')
  })

  test('that fails changes nothing: the next save goes to the old file', () => {
    const { folder, workbook, inFile } = unsavedWorkbook()
    expect(() => workbook.saveAs(join(folder, 'nowhere', 'ny.sqlite'))).toThrow(
      expect.objectContaining({ code: 'disk.no-folder' }),
    )
    workbook.save()
    expect(inFile('bog.sqlite')).toBe('B')
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })

  test.each([
    ['its own name', 'bog.sqlite'],
    ['a link to it', 'link.sqlite'],
  ])('over its own file, under %s, is a save: what a colleague saved meanwhile is merged', (_name, name) => {
    const { folder, place, workbook, inFile } = unsavedWorkbook()
    if (name !== 'bog.sqlite') symlinkSync(place.file, join(folder, name))
    const colleague = reopen({ ...place, workBase: join(folder, 'pc-2') })
    colleague.execute(organisation('Hers'))
    colleague.save()
    workbook.saveAs(join(folder, name), { overwrite: true })
    expect(inFile('bog.sqlite')).toBe('B')
    expect(workbook.file).toBe(place.file)
    expect(readAll(workbook.db, 'conflict')).toMatchObject([{ secondValue: '{"value":"Hers"}' }])
  })

  test('puts the file back under its own name when it was deleted', () => {
    const { place, workbook, inFile } = unsavedWorkbook()
    rmSync(place.file)
    expect(() => workbook.save()).toThrow(expect.objectContaining({ code: 'workbook.missing' }))
    workbook.saveAs(place.file)
    expect(inFile('bog.sqlite')).toBe('B')
  })
})
