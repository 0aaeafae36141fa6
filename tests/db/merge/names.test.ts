import { describe, expect, test } from 'vitest'
import { ContentSum } from '../../../db/file/content-sum.ts'
import { newId } from '../../../db/model/ids.ts'
import { readAll } from '../../../db/queries/read.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { type Colleague, expectAlike, settle, twoColleagues } from '../../support/colleagues.ts'
import { exampleFiles, incoming, readJson } from '../../support/workbooks.ts'

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
