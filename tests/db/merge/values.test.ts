import { describe, expect, test } from 'vitest'
import {
  type Colleague,
  colleagues,
  conflictsIn,
  expectAlike,
  nodeIn,
  remove,
  rename,
  settle,
  textIn,
  titleIn,
  twoColleagues,
  write,
} from '../../support/colleagues.ts'

describe('what one of two wrote', () => {
  test('comes to the other, who then has nothing that is new to the first', () => {
    const { anne, bo, node } = twoColleagues()
    bo.does(rename(node('A'), 'Bos'))
    expect(anne.takes(bo)).toMatchObject({ dot: null, conflicts: [], notices: [] })
    expect(titleIn(anne, node('A'))).toBe('Bos')
    anne.workbook.save()
    expect(bo.workbook.merge(anne.workbook.file)).toEqual({ nothingNew: true })
    expectAlike(anne, bo)
  })

  test('stands beside what the other wrote elsewhere, also in the same row', () => {
    const { anne, bo, node } = twoColleagues()
    bo.does(rename(node('A'), 'Bos'))
    anne.does(rename(node('B'), 'Annes'), { type: 'node.set-annex', id: node('A'), annex: true })
    expect(anne.takes(bo)).toMatchObject({ conflicts: [], notices: [] })
    expect(nodeIn(anne, node('A'))).toMatchObject({ title: 'Bos', annex: 1 })
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('wins over what was there when she wrote', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.takes(anne)
    bo.does(rename(node('A'), 'Bos'))
    anne.does(rename(node('B'), 'Annes'))
    expect(anne.takes(bo).conflicts).toEqual([])
    expect(titleIn(anne, node('A'))).toBe('Bos')
  })

  test('is nothing new the second time, and then nothing is written', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('A'), 'Bos'))
    anne.takes(bo)
    anne.workbook.save()
    expect(anne.workbook.merge(bo.workbook.file)).toEqual({ nothingNew: true })
    expect(anne.workbook.unsaved).toBe(false)
    expect(conflictsIn(anne)).toHaveLength(1)
  })
})

describe('two values for one place', () => {
  test('that are equal are no question', () => {
    const { anne, bo, node } = twoColleagues()
    for (const person of [anne, bo]) person.does(rename(node('A'), 'Børn'))
    expect(anne.takes(bo).conflicts).toEqual([])
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('leave mine standing, and both are written down with who wrote them, and over what', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('A'), 'Bos'))
    const { conflicts } = anne.takes(bo)
    expect(titleIn(anne, node('A'))).toBe('Annes')
    expect(conflicts).toMatchObject([
      {
        tbl: 'node',
        rowId: node('A'),
        unit: 'title',
        firstValue: '{"title":"Annes"}',
        firstWho: 'Anne',
        firstAt: expect.stringMatching(/^20\d\d-.*Z$/),
        secondValue: '{"title":"Bos"}',
        secondWho: 'Bo',
        beforeValue: '{"title":"A"}',
      },
    ])
  })

  test('are written down alike by two who merge without knowing of each other’s merge', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('A'), 'Bos'))
    for (const { workbook } of [anne, bo]) workbook.save()
    anne.workbook.merge(bo.workbook.file)
    bo.workbook.merge(anne.workbook.file)
    expect(conflictsIn(anne)).toEqual(conflictsIn(bo))
    expect([titleIn(anne, node('A')), titleIn(bo, node('A'))]).toEqual(['Annes', 'Bos'])
    settle(anne, bo)
    expectAlike(anne, bo)
    expect(conflictsIn(anne)).toHaveLength(1)
  })

  test('come to be the same one when two who both merged take in each other’s merge at the same time', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('A'), 'Bos'))
    for (const round of ['first', 'second']) {
      for (const { workbook } of [anne, bo]) workbook.save()
      for (const [one, other] of [[anne, bo] as const, [bo, anne] as const]) {
        expect([round, one.workbook.merge(other.workbook.file).nothingNew]).toEqual([round, false])
      }
    }
    expectAlike(anne, bo)
  })

  test('of which a third has yet another, are all listed', () => {
    const {
      people: [anne, bo, carla],
      plan,
    } = colleagues(3)
    if (!anne || !bo || !carla) throw new Error('nobody')
    const people = [anne, bo, carla]
    for (const person of people) person.does(rename(plan.node('A'), person.who))
    settle(...people)
    expectAlike(anne, bo)
    expectAlike(anne, carla)
    const values = conflictsIn(anne).flatMap(({ firstWho, secondWho }) => [firstWho, secondWho])
    expect(new Set(values)).toEqual(new Set(['Anne', 'Bo', 'Carla']))
  })

  test('are no question where one of them was undone', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'forkert'))
    anne.workbook.undo()
    bo.does(rename(node('A'), 'Bos'))
    expect(anne.takes(bo).conflicts).toEqual([])
    expect(titleIn(anne, node('A'))).toBe('Bos')
  })

  test('are no question where one of them only came back by an undone deletion', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(remove(node('læsning')))
    anne.workbook.undo()
    bo.does(rename(node('læsning'), 'Bos'), write(node('læsning'), 'effekt', 'Bos'))
    expect(anne.takes(bo).conflicts).toEqual([])
    expect(titleIn(anne, node('læsning'))).toBe('Bos')
    expect(textIn(anne, node('læsning'))).toEqual(['Bos'])
  })

  test('have no value before where the history does not go back so far', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('A'), 'Bos'))
    forgetHistory(anne)
    forgetHistory(bo)
    expect(anne.takes(bo).conflicts).toMatchObject([
      { firstAt: null, secondAt: null, firstWho: 'Anne', secondWho: 'Bo', beforeValue: null },
    ])
  })
})

function forgetHistory({ workbook }: Colleague): void {
  workbook.db.exec('DELETE FROM change')
  workbook.db.exec('DELETE FROM txn')
}

describe('texts', () => {
  test('that were changed in different paragraphs hold both changes, and it is told', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(write(node('læsning'), 'effekt', 'Et, sagde Anne', 'To', 'Tre'))
    bo.does(write(node('læsning'), 'effekt', 'Et', 'To', 'Tre, sagde Bo'))
    expect(anne.takes(bo)).toMatchObject({
      conflicts: [],
      notices: [{ kind: 'text-merged', nodeId: node('læsning'), title: 'læsning', key: 'effekt' }],
    })
    expect(textIn(anne, node('læsning'))).toEqual(['Et, sagde Anne', 'To', 'Tre, sagde Bo'])
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('that were changed in the same paragraph are a question', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(write(node('læsning'), 'effekt', 'Et, sagde Anne', 'To', 'Tre'))
    bo.does(write(node('læsning'), 'effekt', 'Et, sagde Bo', 'To', 'Tre'))
    expect(anne.takes(bo).conflicts).toMatchObject([{ tbl: 'field', unit: 'doc' }])
    expect(textIn(anne, node('læsning'))).toEqual(['Et, sagde Anne', 'To', 'Tre'])
  })

  test('are a question where one history does not tell what stood there before', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(write(node('læsning'), 'effekt', 'Et, sagde Anne', 'To', 'Tre'))
    bo.does(write(node('læsning'), 'effekt', 'Et', 'To', 'Tre, sagde Bo'))
    forgetHistory(bo)
    const [conflict] = anne.takes(bo).conflicts
    expect(conflict?.beforeValue).toContain('"Et\\"')
  })

  test('are a question where one history begins only after the other left', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(write(node('læsning'), 'effekt', 'Et A', 'To', 'Tre'))
    forgetHistory(anne)
    anne.does(write(node('læsning'), 'effekt', 'Et A', 'To', 'Tre A'))
    bo.does(write(node('læsning'), 'effekt', 'Et', 'To B', 'Tre'))
    expect(anne.takes(bo).conflicts).toHaveLength(1)
    expect(textIn(anne, node('læsning'))).toEqual(['Et A', 'To', 'Tre A'])
  })

  test('that both began are a question', () => {
    const { anne, bo, node } = twoColleagues()
    for (const person of [anne, bo]) person.does(write(node('læsning'), 'beskrivelse', person.who))
    expect(anne.takes(bo).conflicts).toMatchObject([{ tbl: 'field', beforeValue: null }])
  })
})
