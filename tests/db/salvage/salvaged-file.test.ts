import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WORKING_COPY } from '../../../db/file/origin.ts'
import { newId } from '../../../db/model/ids.ts'
import { salvage } from '../../../db/salvage/salvage.ts'
import { Workbook } from '../../../db/workbook.ts'
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
import { aNode, damaged, edited, forged, overwrite, PAGE, rootOf, salvaged } from './damaged.ts'

describe('the new workbook', () => {
  test('is the same workbook, in which everything is new: a colleague’s copy takes nothing in it for deleted', () => {
    const place = forged(`DELETE FROM node WHERE id = ${aNode('section')}`)
    const id = "SELECT value FROM meta WHERE key = 'workbookId'"
    const old = new BetterSqlite3(place.file, { readonly: true })
    const was = {
      id: old.prepare(id).pluck().get(),
      sessions: old.prepare('SELECT id FROM session').pluck().all(),
    }
    old.close()
    const { db, workbook, sameWorkbook } = salvaged(place)
    expect(sameWorkbook).toBe(true)
    expect(db.prepare(id).pluck().get()).toBe(was.id)
    expect(was.sessions).not.toContain(db.prepare('SELECT id FROM session').pluck().get())
    expect(db.prepare('SELECT DISTINCT born FROM node').pluck().all()).toEqual([2 ** 32 + 1])
    expect(workbook.history.undo).toBeNull()
  })

  test('is another where the old one’s mark is lost, and says so', () => {
    const { sameWorkbook, db } = salvaged(forged("UPDATE meta SET value = 'x' WHERE key = 'workbookId'"))
    expect(sameWorkbook).toBe(false)
    expect(db.prepare("SELECT length(value) FROM meta WHERE key = 'workbookId'").pluck().get()).toBe(36)
  })

  test('of a packet is still one, in which what is written from now on is an answer', () => {
    const unit = { id: newId(), name: 'Center for Alt' }
    const packet = { id: newId(), unit, madeAt: '2026-11-22T10:00:00.000Z', madeBy: '', sessions: 7 }
    const place = damaged((file) =>
      edit(file, (db) => db.prepare("INSERT INTO meta VALUES ('packet', ?)").run(JSON.stringify(packet))),
    )
    expect(salvaged(place).workbook.packet).toEqual({ ...packet, sessions: 1 })
    expect(salvaged(edited("INSERT INTO meta VALUES ('packet', '{')")).workbook.packet).toBeNull()
  })

  test('can be written on', () => {
    const { workbook } = salvaged(damaged((file) => truncateSync(file, statSync(file).size - 3 * PAGE)))
    workbook.execute({ type: 'organisation.rename', name: 'Egelund Kommune' })
    workbook.save()
    workbook.undo()
    expect(workbook.organisation).not.toBe('Egelund Kommune')
  })
})

describe('a working copy that was damaged in a crash', () => {
  test('gives what was written last, also what was only in its log', () => {
    const place = placeIn(temporaryFolder())
    const first = newWorkbook(place)
    first.import([incoming(readJson(exampleFiles[4] ?? ''))], { replace: false })
    first.save()
    first.execute({ type: 'organisation.rename', name: 'Vesterlyng Kommune' })
    first.leave()
    const [name = ''] = readdirSync(place.workBase).filter((found) => found.startsWith('workbook-'))
    const folder = join(place.workBase, name)
    overwrite(join(folder, WORKING_COPY), rootOf(join(folder, WORKING_COPY), 'unit_parent'), 0xff)
    expect(() => Workbook.recover(place, { folder })).toThrow(
      expect.objectContaining({ code: 'workbook.damaged' }),
    )
    const out = { ...place, file: join(folder, '../../reddet.sqlite') }
    salvage(join(folder, WORKING_COPY), out)
    expect(reopen(out).organisation).toBe('Vesterlyng Kommune')
  })
})

describe('nothing is written', () => {
  test.each([
    ['where there is a file', 'andet.sqlite'],
    ['in the place of the damaged file', 'Beskadiget.sqlite'],
    ['in its place by a link', 'link.sqlite'],
  ])('%s', (_what, name) => {
    const { folder, file, place } = damaged((file) => overwrite(file, 1))
    writeFileSync(join(folder, 'andet.sqlite'), 'noget andet')
    symlinkSync(file, join(folder, 'link.sqlite'))
    const before = [readFileSync(file), readFileSync(join(folder, 'andet.sqlite'))]
    expect(() => salvage(file, { ...place, file: join(folder, name) })).toThrow(
      expect.objectContaining({ code: 'workbook.exists' }),
    )
    expect([readFileSync(file), readFileSync(join(folder, 'andet.sqlite'))]).toEqual(before)
  })

  test('where nothing could be read, or the place cannot be written', () => {
    const { file, place } = damaged((file) => writeFileSync(file, 'Kære alle'))
    expect(() => salvage(file, place)).toThrow(expect.objectContaining({ code: 'salvage.nothing' }))
    expect(existsSync(place.file)).toBe(false)
    const other = damaged((file) => overwrite(file, 1))
    expect(() => salvage(other.file, { ...other.place, file: '/nowhere/x.sqlite' })).toThrow(
      expect.objectContaining({ code: 'disk.no-folder' }),
    )
    expect(readdirSync(other.place.workBase)).toEqual([])
  })

  test('from another program’s database, though its tables are as long as ours', () => {
    const folder = temporaryFolder()
    const db = new BetterSqlite3(join(folder, 'x'))
    onTestFinished(() => void db.close())
    db.exec(`CREATE TABLE contact (id INTEGER PRIMARY KEY, name TEXT, mail TEXT, age INTEGER, note TEXT);
      INSERT INTO contact VALUES (1, 'Bo', 'bo@x.dk', 7, '{}'), (2, 'Else', 'e@x.dk', 8, NULL)`)
    const place = { ...placeIn(folder), file: join(folder, 'ud.sqlite') }
    expect(() => salvage(join(folder, 'x'), place)).toThrow(
      expect.objectContaining({ code: 'salvage.nothing' }),
    )
  })
})
