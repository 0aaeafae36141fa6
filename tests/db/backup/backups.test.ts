import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOrigin, writeOrigin } from '../../../db/file/origin.ts'
import { intactSeal } from '../../../db/file/seal.ts'
import { Workbook } from '../../../db/workbook.ts'
import { diskAt, mayMount } from '../../support/disks.ts'
import { newWorkbook, placeIn, reopen, temporaryFolder } from '../../support/workbooks.ts'
import {
  anHourPasses,
  fileOf,
  kinds,
  only,
  organisation,
  organisationIn,
  ringsOf,
  savedWorkbook,
} from './kept.ts'

describe('what closing keeps', () => {
  test('the workbook as it was last saved, however short ago, byte for byte and once', () => {
    const place = savedWorkbook()
    const workbook = reopen(place)
    for (const name of ['A', 'B', 'C']) {
      workbook.execute(organisation(name))
      workbook.save()
    }
    const saved = readFileSync(place.file)
    workbook.close()
    const again = reopen(place)
    expect(kinds(again)).toEqual(['closed', 'replaced'])
    const [closed] = again.backups.list()
    expect(closed && readFileSync(fileOf(place, closed)).equals(saved)).toBe(true)
    again.execute(organisation('D'))
    again.save()
    expect(kinds(again)).toEqual(['closed', 'replaced'])
  })

  test('nothing of what was never saved', () => {
    const place = savedWorkbook()
    const workbook = reopen(place)
    workbook.execute(organisation('A'))
    workbook.close()
    expect(reopen(place).backups.list()).toEqual([])
  })
})

describe('what a save keeps', () => {
  test('the file as it was opened, once, with its date, size and counts', () => {
    const place = savedWorkbook()
    const before = readFileSync(place.file)
    const workbook = reopen(place)
    expect(workbook.backups.list()).toEqual([])
    const started = new Date().toISOString()
    for (const name of ['A', 'B', 'C']) {
      workbook.execute(organisation(name))
      workbook.save()
    }
    const backup = only(workbook)
    const { plans, nodeCount: nodes } = workbook
    expect(backup).toMatchObject({
      kind: 'replaced',
      bytes: before.length,
      plans: plans.length,
      nodes,
      damaged: false,
    })
    expect(backup.at >= started && backup.at <= new Date().toISOString()).toBe(true)
    expect(readFileSync(fileOf(place, backup)).equals(before)).toBe(true)
    expect(organisationIn(workbook, backup)).toBe('Sundkøbing Kommune')
  })

  test('nothing where nothing is saved', () => {
    const place = savedWorkbook()
    reopen(place).close()
    expect(existsSync(ringsOf(place))).toBe(false)
    expect(readdirSync(place.workBase).filter((name) => name.startsWith('workbook-'))).toEqual([])
  })

  test('also what a crashed program opened, when the recovered copy is saved', () => {
    const place = savedWorkbook()
    const before = readFileSync(place.file)
    const crashed = reopen(place)
    crashed.execute(organisation('A'))
    crashed.leave()
    const [folder = ''] = readdirSync(place.workBase).filter((name) => name.startsWith('workbook-'))
    const workbook = Workbook.recover(place, {
      folder: join(place.workBase, folder),
    })
    workbook.save()
    expect(readFileSync(fileOf(place, only(workbook))).equals(before)).toBe(true)
    workbook.close()
  })

  test('the state of each hour in which somebody writes: what was published, not packed again', () => {
    const place = savedWorkbook()
    const workbook = reopen(place)
    const save = (name: string) => {
      workbook.execute(organisation(name))
      workbook.save()
    }
    save('A')
    anHourPasses(place)
    save('B')
    const published = intactSeal(place.file)
    save('C')
    anHourPasses(place)
    save('D')
    expect(kinds(workbook)).toEqual(['hourly', 'hourly', 'replaced'])
    const [latest, middle] = workbook.backups.list()
    if (!latest || !middle) throw new Error('not kept')
    expect([organisationIn(workbook, latest), organisationIn(workbook, middle)]).toEqual(['D', 'B'])
    expect(intactSeal(fileOf(place, middle))).toBe(published)
  })

  test('the state of each hour also while the file cannot be reached', () => {
    const place = savedWorkbook()
    const workbook = reopen(place)
    workbook.execute(organisation('A'))
    renameSync(place.file, `${place.file}.away`)
    const missing = expect.objectContaining({ code: 'workbook.missing' })
    expect(() => workbook.save()).toThrow(missing)
    expect(kinds(workbook)).toEqual(['replaced'])
    anHourPasses(place)
    for (const _ of [1, 2, 3]) expect(() => workbook.save()).toThrow(missing)
    expect(kinds(workbook)).toEqual(['hourly', 'replaced'])
    const [hourly] = workbook.backups.list()
    expect(hourly && organisationIn(workbook, hourly)).toBe('A')
  })

  test('no state twice', () => {
    const place = savedWorkbook()
    const first = newWorkbook(placeIn(temporaryFolder()))
    first.save()
    expect(kinds(first)).toEqual(['hourly'])
    first.close()
    const second = reopen({ ...place, file: first.file, workBase: join(first.file, '../work') })
    second.execute(organisation('A'))
    second.save()
    expect(kinds(second)).toEqual(['hourly'])
  })

  test('the file of an older version, byte for byte and once', () => {
    const place = savedWorkbook()
    const crashed = reopen(place)
    crashed.execute(organisation('A'))
    crashed.leave()
    const [name = ''] = readdirSync(place.workBase).filter((found) => found.startsWith('workbook-'))
    const folder = join(place.workBase, name)
    rmSync(join(folder, 'as-opened.sqlite'))
    writeOrigin(folder, { ...readOrigin(folder), keepOriginal: true })
    const before = readFileSync(place.file)
    const workbook = Workbook.recover(place, { folder })
    workbook.save()
    expect(only(workbook).kind).toBe('before-upgrade')
    expect(readFileSync(fileOf(place, only(workbook))).equals(before)).toBe(true)
    workbook.close()
  })

  test('a workbook that is overwritten under another name, among its own backups', () => {
    const place = savedWorkbook()
    const other = newWorkbook(placeIn(temporaryFolder()))
    other.execute(organisation('Hers'))
    other.save()
    const workbook = reopen(place)
    workbook.saveAs(other.file, { overwrite: true })
    expect(readdirSync(ringsOf(place))).toHaveLength(2)
    expect(kinds(workbook)).toEqual(['hourly'])
    const hers = readdirSync(ringsOf(place), { recursive: true })
      .map(String)
      .find((name) => name.includes('replaced'))
    expect(hers).toBeDefined()
    writeFileSync(other.file, 'a letter')
    const again = reopen(place)
    again.saveAs(other.file, { overwrite: true })
    expect(again.backups.problem).toBeNull()
  })
})

describe('keeping on demand', () => {
  test('keeps the workbook as it is, saved or not', () => {
    const place = savedWorkbook()
    const workbook = reopen(place)
    workbook.execute(organisation('Before the merge'))
    expect(workbook.backups.keep('before-merge')).toMatchObject({ outcome: 'kept', backup: only(workbook) })
    expect(only(workbook).kind).toBe('before-merge')
    expect(organisationIn(workbook, only(workbook))).toBe('Before the merge')
    workbook.undo()
    expect(workbook.organisation).toBe('Sundkøbing Kommune')
  })

  test('keeps another’s state once', () => {
    const place = savedWorkbook()
    const workbook = reopen(place)
    const theirs = join(place.workBase, 'theirs.sqlite')
    copyFileSync(place.file, theirs)
    const seal = intactSeal(theirs)
    expect(workbook.backups.keepCopy(theirs, 'replaced', seal).outcome).toBe('kept')
    expect(workbook.backups.keepCopy(theirs, 'replaced', seal).outcome).toBe('needless')
    expect(existsSync(theirs)).toBe(true)
  })
})

describe('a save never fails for a backup', () => {
  test('where the place of the backups is no folder', () => {
    const place = savedWorkbook()
    writeFileSync(ringsOf(place), 'in the way')
    const workbook = reopen(place)
    workbook.execute(organisation('A'))
    workbook.save()
    expect(workbook).toMatchObject({ unsaved: false, organisation: 'A' })
    expect(workbook.backups.problem).toMatchObject({ code: 'disk.no-folder' })
    expect(workbook.backups.keep('before-merge').outcome).toBe('failed')
    expect(workbook.backups.list()).toEqual([])
    rmSync(ringsOf(place))
    expect(workbook.backups.keep('before-merge').outcome).toBe('kept')
    expect(workbook.backups.problem).toBeNull()
  })

  test.skipIf(!mayMount)('where the disk of the backups is full', () => {
    const place = savedWorkbook()
    const disk = diskAt(ringsOf(place), '1m')
    disk.fill()
    const workbook = reopen(place)
    workbook.execute(organisation('A'))
    workbook.save()
    expect(workbook.unsaved).toBe(false)
    expect(workbook.backups.problem).toMatchObject({ code: 'disk.full' })
    const left = readdirSync(disk.folder, { recursive: true, withFileTypes: true })
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual(['fyld'])
  })

  test.skipIf(!mayMount)('and a backup comes to lie on another disk too', () => {
    const place = savedWorkbook()
    const before = readFileSync(place.file)
    diskAt(ringsOf(place), '8m')
    const workbook = reopen(place)
    workbook.execute(organisation('A'))
    workbook.save()
    expect(readFileSync(fileOf(place, only(workbook))).equals(before)).toBe(true)
    expect(readdirSync(place.workBase, { recursive: true }).join()).not.toContain('as-opened')
  })
})
