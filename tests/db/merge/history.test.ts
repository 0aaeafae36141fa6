import { describe, expect, test } from 'vitest'
import { nameOf } from '../../../db/model/texts/history.ts'
import {
  type Colleague,
  conflictsIn,
  nodeIn,
  rename,
  twoColleagues,
  write,
} from '../../support/colleagues.ts'

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
