import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../db/model/ids.ts'
import { newWorkbook, placeIn, reopen, temporaryFolder } from '../../support/workbooks.ts'
import { edit } from '../file/cases/case.ts'
import { fileOf, only, ringOf, ringsOf, savedWorkbook } from './kept.ts'

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
