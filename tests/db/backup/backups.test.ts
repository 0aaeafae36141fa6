import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readOrigin, writeOrigin } from '../../../db/file/origin.ts'
import { intactSeal } from '../../../db/file/seal.ts'
import type { Backup } from '../../../db/model/backup.ts'
import type { Command } from '../../../db/model/commands.ts'
import { newId } from '../../../db/model/ids.ts'
import { Workbook } from '../../../db/workbook.ts'
import { diskAt, mayMount } from '../../support/disks.ts'
import {
  exampleFiles,
  incoming,
  newWorkbook,
  placeIn,
  readJson,
  reopen,
  temporaryFolder,
} from '../../support/workbooks.ts'
import { edit } from '../file/cases/case.ts'

const organisation = (name: string): Command => ({ type: 'organisation.rename', name })

/** A saved workbook with a plan, as a program that starts now finds it. */
function savedWorkbook() {
  const place = placeIn(temporaryFolder())
  const workbook = newWorkbook(place)
  workbook.import([incoming(readJson(exampleFiles[0] ?? ''))], { replace: false })
  workbook.save()
  workbook.close()
  rmSync(ringsOf(place), { recursive: true })
  return place
}

type Place = ReturnType<typeof placeIn>

const ringsOf = ({ workBase }: Place): string => `${workBase}-backups`

/** The folder of the one workbook of which anything is kept. */
function ringOf(place: Place): string {
  const [ring, ...others] = readdirSync(ringsOf(place))
  expect(others).toEqual([])
  return join(ringsOf(place), ring ?? '')
}

const fileOf = (place: Place, { name }: Backup): string => join(ringOf(place), name)

/** Lets an hour pass for all that is kept. */
function anHourPasses(place: Place): void {
  for (const name of readdirSync(ringOf(place))) {
    const at = new Date(statSync(join(ringOf(place), name)).mtimeMs - 3_700_000).toISOString()
    const older = `${at.replaceAll(':', '-')}${name.slice(at.length)}`
    renameSync(join(ringOf(place), name), join(ringOf(place), older))
  }
}

const kinds = (workbook: Workbook): readonly string[] => workbook.backups.list().map(({ kind }) => kind)

function only(workbook: Workbook): Backup {
  const [backup, ...others] = workbook.backups.list()
  if (!backup || others.length > 0) throw new Error('there is not one backup')
  return backup
}

const organisationIn = (workbook: Workbook, backup: Backup): unknown =>
  workbook.backups.reading(backup, (db) => db.prepare('SELECT value FROM setting').pluck().get())

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

describe('the list', () => {
  /** An open workbook of which one state is kept. */
  function withBackup() {
    const place = savedWorkbook()
    const workbook = reopen(place)
    expect(workbook.backups.keep('before-merge').outcome).toBe('kept')
    return { place, workbook, backup: only(workbook), path: fileOf(place, only(workbook)) }
  }

  test.each<[string, (path: string) => void]>([
    ['cut off', (path) => truncateSync(path, 5000)],
    ['empty', (path) => truncateSync(path, 0)],
    ['something else', (path) => writeFileSync(path, 'x'.repeat(5000))],
  ])('shows a backup that is %s as damaged, and it is refused', (_what, damage) => {
    const { workbook, backup, path } = withBackup()
    damage(path)
    expect(workbook.backups.list()).toMatchObject([{ name: backup.name, damaged: true }])
    const before = workbook.history
    for (const use of [() => workbook.backups.difference(backup), () => workbook.restore(backup)]) {
      expect(use).toThrow(expect.objectContaining({ code: 'backup.damaged' }))
    }
    expect(workbook.history).toEqual(before)
  })

  test('a backup that is damaged inside is refused when it is used', () => {
    const { workbook, backup, path } = withBackup()
    const bytes = readFileSync(path)
    bytes.fill(255, 3 * 4096, 4 * 4096)
    writeFileSync(path, bytes)
    expect(() => workbook.restore(backup)).toThrow(expect.objectContaining({ code: 'backup.damaged' }))
  })

  test('a backup that is gone since is told so', () => {
    const { workbook, backup, path } = withBackup()
    rmSync(path)
    expect(() => workbook.restore(backup)).toThrow(expect.objectContaining({ code: 'backup.missing' }))
  })

  test('another workbook among the backups is refused', () => {
    const { workbook, backup, path } = withBackup()
    const other = newWorkbook(placeIn(temporaryFolder()))
    other.save()
    copyFileSync(other.file, path)
    expect(() => workbook.restore(backup)).toThrow(expect.objectContaining({ code: 'backup.damaged' }))
  })

  test('leaves out what is no backup', () => {
    const { workbook, backup, path } = withBackup()
    const [ring, name] = [join(path, '..'), backup.name]
    for (const other of ['noter.txt', `${name}.part`, name.replace('before-merge', 'kopi')]) {
      writeFileSync(join(ring, other), 'x')
    }
    mkdirSync(join(ring, name.replace(/_\w{16}\./, '_0000000000000000.')))
    expect(workbook.backups.list()).toEqual([backup])
  })

  test.each(['../work/known-seals.json', '/etc/passwd', '', 'x.sqlite'])(
    'opens nothing by the name %s',
    (name) => {
      const { workbook } = withBackup()
      expect(() => workbook.restore({ name })).toThrow(expect.objectContaining({ code: 'backup.missing' }))
    },
  )
})

test('a packet has backups of its own, though it is part of the workbook', () => {
  const place = savedWorkbook()
  const unit = { id: newId(), name: 'Center for Alt' }
  const packet = { id: newId(), unit, madeAt: '2026-11-22T10:00:00.000Z', madeBy: '', sessions: 1 }
  const made = reopen(place)
  made.db.prepare("INSERT INTO meta VALUES ('packet', ?)").run(JSON.stringify(packet))
  made.saveAs(join(place.workBase, '../pakke.sqlite'))
  made.close()
  rmSync(ringsOf(place), { recursive: true, force: true })
  const whole = reopen(place)
  const part = reopen({ ...place, file: join(place.workBase, '../pakke.sqlite') })
  expect(part.packet).toEqual(packet)
  expect(part.backups.keep('before-merge').outcome).toBe('kept')
  expect(whole.backups.list()).toEqual([])
  expect(() => whole.restore(only(part))).toThrow(expect.objectContaining({ code: 'backup.missing' }))
})

test('a workbook whose id was made to lead elsewhere keeps its backups where all others are', () => {
  const place = savedWorkbook()
  const id = '../../../../../../../../tmp/elsewhere'.slice(0, 36)
  edit(place.file, (db) => db.prepare("UPDATE meta SET value = ? WHERE key = 'workbookId'").run(id))
  const workbook = newWorkbook(placeIn(temporaryFolder()))
  workbook.db.prepare("UPDATE meta SET value = ? WHERE key = 'workbookId'").run(id)
  workbook.save()
  workbook.close()
  const again = reopen({ ...place, file: workbook.file })
  expect(again.backups.keep('before-merge').outcome).toBe('kept')
  expect(ringOf(place)).toMatch(/^.*work-backups\/[0-9a-f]{32}$/)
})
