import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ContentSum } from '../../../db/file/content-sum.ts'
import { newId } from '../../../db/model/ids.ts'
import { nameOf } from '../../../db/model/texts/history.ts'
import { readAll } from '../../../db/queries/read.ts'
import type { Workbook } from '../../../db/workbook.ts'
import {
  type Colleague,
  conflictsIn,
  nodeIn,
  rename,
  settle,
  twoColleagues,
  write,
} from '../../support/colleagues.ts'
import {
  contentOf,
  exampleFiles,
  incoming,
  newWorkbook,
  placeIn,
  readJson,
  temporaryFolder,
} from '../../support/workbooks.ts'
import { edit } from '../file/cases/case.ts'

const expectAlike = (one: Colleague, other: Colleague): void =>
  expect(contentOf(one.workbook)).toBe(contentOf(other.workbook))

describe('what both made', () => {
  test('is one thing where its id comes from what it is: units, rounds, coordinators, links', () => {
    const { anne, bo, node } = twoColleagues()
    for (const { does } of [anne, bo]) {
      does(
        { type: 'coordinators.set', nodeId: node('skolen'), units: ['Center for Kultur'] },
        { type: 'status.set', nodeId: node('læsning'), light: 'green', today: '2027-04-01' },
      )
    }
    expect(anne.takes(bo)).toMatchObject({ conflicts: [], notices: [] })
    const count = (table: 'unit' | 'round' | 'coordinator' | 'link') =>
      readAll(anne.workbook.db, table).length
    expect([count('unit'), count('round'), count('coordinator'), count('link')]).toEqual([3, 1, 1, 1])
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('is one thing with a question where it differs: a light, a text', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does({ type: 'status.set', nodeId: node('læsning'), light: 'green', today: '2027-04-01' })
    bo.does({ type: 'status.set', nodeId: node('læsning'), light: 'red', today: '2027-04-01' })
    expect(anne.takes(bo).conflicts).toMatchObject([{ tbl: 'status', unit: 'light' }])
  })

  test('is two plans where both imported one file, and the later is given another name', () => {
    const { anne, bo } = twoColleagues()
    for (const { workbook } of [anne, bo]) {
      workbook.import([incoming(readJson(exampleFiles[0] ?? ''))], { replace: false })
    }
    const { notices } = anne.takes(bo)
    expect(notices).toMatchObject([
      {
        kind: 'ref-changed',
        ref: 'politisk-grundlag-2026',
        now: 'politisk-grundlag-2026-2',
        planTitle: 'Politisk grundlag',
      },
    ])
    const refs = (workbook: Workbook) => workbook.plans.flatMap(({ ref }) => ref ?? []).toSorted()
    expect(refs(anne.workbook)).toEqual(['politisk-grundlag-2026', 'politisk-grundlag-2026-2'])
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('has names of its own in a plan that both replaced, and nothing is lost', () => {
    const { anne, bo } = twoColleagues()
    const plan = incoming(readJson(exampleFiles[0] ?? ''))
    anne.workbook.import([plan], { replace: false })
    bo.takes(anne)
    for (const { workbook } of [anne, bo]) workbook.import([plan], { replace: true })
    const { notices } = anne.takes(bo)
    expect(new Set(notices.map(({ kind }) => kind))).toEqual(new Set(['ref-changed']))
    const refs = readAll(anne.workbook.db, 'node').flatMap(({ planId, ref }) =>
      ref === null ? [] : [`${planId} ${ref}`],
    )
    expect(new Set(refs).size).toBe(refs.length)
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('under one key with different ids, as another program may do it, is one row and a question', () => {
    const { anne, bo } = twoColleagues()
    const [annes, bos] = [newId(), newId()]
    insertSetting(anne, annes, 'Annes')
    insertSetting(bo, bos, 'Bos')
    expect(anne.takes(bo).conflicts).toMatchObject([{ tbl: 'setting', rowId: annes, unit: 'value' }])
    expect(readAll(anne.workbook.db, 'setting', "WHERE key = 'x'")).toMatchObject([
      { id: annes, value: 'Annes' },
    ])
    settle(anne, bo)
    expectAlike(anne, bo)
  })
})

/** As a program would that does not make ids of keys. */
function insertSetting({ workbook, does }: Colleague, id: string, value: string): void {
  does({ type: 'organisation.rename', name: 'Sundkøbing' })
  const { db } = workbook
  const dot = db.prepare('SELECT max(dot) FROM txn').pluck().get()
  db.prepare("INSERT INTO setting (id, key, value, born) VALUES (?, 'x', ?, ?)").run(id, value, dot)
  ContentSum.ofAllRows(db).save(db)
}

describe('the history', () => {
  test('holds what the other did, in her order and under her name, and then the merge', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('B'), 'Bos'), write(node('læsning'), 'effekt', 'Bos'))
    const { dot, people } = anne.takes(bo)
    expect(people).toEqual([{ who: 'Bo', commands: 2 }])
    const entries = anne.workbook.db
      .prepare<[], { dot: number; who: string; label: string; kind: string }>(
        `SELECT txn.dot, who, label, kind FROM txn JOIN session ON session.rid = txn.dot / 4294967296
         ORDER BY txn.rid DESC LIMIT 4`,
      )
      .all()
      .toReversed()
    expect(entries.map(({ who, label }) => `${who}: ${nameOf(JSON.parse(label))}`)).toEqual([
      'Anne: Ret titlen »Annes«',
      'Bo: Ret titlen »Bos«',
      'Bo: Skriv i »læsning«',
      'Anne: Fletning med Bos ændringer',
    ])
    expect(entries.at(-1)).toMatchObject({ dot, kind: 'merge' })
  })

  test('is in the same order for who only takes over what the other merged', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('B'), 'Bos'))
    bo.takes(anne)
    anne.takes(bo)
    const order = ({ workbook }: Colleague) =>
      workbook.db
        .prepare(
          `SELECT session.id, txn.dot % 4294967296, label, (SELECT count(*) FROM change WHERE txnRid = txn.rid)
           FROM txn JOIN session ON session.rid = txn.dot / 4294967296 ORDER BY txn.rid`,
        )
        .raw()
        .all()
    expect(order(anne)).toEqual(order(bo))
  })

  test('keeps what a merge did without asking, so that it can be told again', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(write(node('læsning'), 'effekt', 'Et!', 'To', 'Tre'))
    bo.does(write(node('læsning'), 'effekt', 'Et', 'To', 'Tre!'))
    const { dot, notices } = anne.takes(bo)
    const label = anne.workbook.db
      .prepare<[unknown], string>('SELECT label FROM txn WHERE dot = ?')
      .pluck()
      .get(dot)
    expect(JSON.parse(label ?? '')).toEqual({
      command: 'workbook.merge',
      merge: { people: [{ who: 'Bo', commands: 1 }], conflicts: 0, notices, moreNotices: 0 },
    })
  })

  test('is not undone across a merge, and goes on after it', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('B'), 'Bos'))
    anne.takes(bo)
    expect(anne.workbook.history).toEqual({ undo: null, redo: null })
    anne.does(rename(node('A'), 'Annes nye'))
    anne.workbook.undo()
    expect(nodeIn(anne, node('A'))?.title).toBe('Annes')
    expect(anne.workbook.history.undo).toBeNull()
  })

  test('has what is typed after a merge under a number of its own', () => {
    const { anne, bo, node } = twoColleagues()
    bo.does(rename(node('B'), 'Bos'))
    anne.does(rename(node('A'), 'A'))
    anne.does(rename(node('A'), 'An'))
    anne.takes(bo)
    const entries = (): unknown => anne.workbook.db.prepare('SELECT count(*) FROM txn').pluck().get()
    const before = Number(entries())
    anne.does(rename(node('A'), 'Ann'))
    expect(entries()).toBe(before + 1)
  })

  test('of somebody who wrote the same back by hand is a wish like any other', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'forsøg'), rename(node('A'), 'A'))
    bo.does(rename(node('A'), 'Bos'))
    expect(anne.takes(bo).conflicts).toHaveLength(1)
    expect(conflictsIn(anne)).toMatchObject([{ firstValue: '{"title":"A"}', beforeValue: '{"title":"A"}' }])
  })
})

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
