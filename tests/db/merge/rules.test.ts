import { describe, expect, test } from 'vitest'
import {
  type Colleague,
  colleagues,
  conflictsIn,
  move,
  nodeIn,
  remove,
  rename,
  settle,
  textIn,
  twoColleagues,
  write,
} from '../../support/colleagues.ts'
import { contentOf } from '../../support/workbooks.ts'

const title = (person: Colleague, id: string): string | undefined => nodeIn(person, id)?.title

const expectAlike = (one: Colleague, other: Colleague): void =>
  expect(contentOf(one.workbook)).toBe(contentOf(other.workbook))

describe('what one of two wrote', () => {
  test('comes to the other, who then has nothing that is new to the first', () => {
    const { anne, bo, node } = twoColleagues()
    bo.does(rename(node('A'), 'Bos'))
    expect(anne.takes(bo)).toMatchObject({ dot: null, conflicts: [], notices: [] })
    expect(title(anne, node('A'))).toBe('Bos')
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
    expect(title(anne, node('A'))).toBe('Bos')
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
    expect(title(anne, node('A'))).toBe('Annes')
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
    expect([title(anne, node('A')), title(bo, node('A'))]).toEqual(['Annes', 'Bos'])
    settle(anne, bo)
    expectAlike(anne, bo)
    expect(conflictsIn(anne)).toHaveLength(1)
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
    expect(title(anne, node('A'))).toBe('Bos')
  })

  test('are no question where one of them only came back by an undone deletion', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(remove(node('læsning')))
    anne.workbook.undo()
    bo.does(rename(node('læsning'), 'Bos'), write(node('læsning'), 'effekt', 'Bos'))
    expect(anne.takes(bo).conflicts).toEqual([])
    expect(title(anne, node('læsning'))).toBe('Bos')
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

  test('that both began are a question', () => {
    const { anne, bo, node } = twoColleagues()
    for (const person of [anne, bo]) person.does(write(node('læsning'), 'beskrivelse', person.who))
    expect(anne.takes(bo).conflicts).toMatchObject([{ tbl: 'field', beforeValue: null }])
  })
})

describe('deleted by one', () => {
  test('and not touched by the other, it is gone, with all that belonged to it', () => {
    const { anne, bo, node } = twoColleagues()
    bo.does(remove(node('læsning')))
    anne.does(rename(node('B'), 'Annes'))
    expect(anne.takes(bo).notices).toEqual([])
    expect(nodeIn(anne, node('læsning'))).toBeUndefined()
    expect(nodeIn(anne, node('vedtaget'))).toBeUndefined()
    expect(textIn(anne, node('læsning'))).toBeNull()
  })

  test.each(['us', 'them'] as const)(
    'and changed by the other, it is kept with its texts, and told: deleted by %s',
    (deletedBy) => {
      const { anne, bo, node } = twoColleagues()
      const [deleter, writer] = deletedBy === 'us' ? [anne, bo] : [bo, anne]
      deleter.does(remove(node('læsning')))
      writer.does(rename(node('læsning'), 'Ændret'))
      const { notices, conflicts } = anne.takes(bo)
      expect(title(anne, node('læsning'))).toBe('Ændret')
      expect(textIn(anne, node('læsning'))).toEqual(['Et', 'To', 'Tre'])
      expect(conflicts).toEqual([])
      expect(notices).toMatchObject([{ kind: 'kept', nodeId: node('læsning'), title: 'Ændret', deletedBy }])
      settle(anne, bo)
      expectAlike(anne, bo)
    },
  )

  test('and given a text by the other, the row is kept', () => {
    const { anne, bo, node } = twoColleagues()
    bo.does(remove(node('læsning')))
    anne.does(write(node('læsning'), 'effekt', 'Annes'))
    expect(anne.takes(bo).notices).toMatchObject([{ kind: 'kept', nodeId: node('læsning'), key: null }])
    expect(textIn(anne, node('læsning'))).toEqual(['Annes'])
  })

  test('a text that the other changed is kept, and only the text is told of', () => {
    const { anne, bo, node } = twoColleagues()
    bo.does({ type: 'field.write', nodeId: node('læsning'), key: 'effekt', doc: null })
    anne.does(write(node('læsning'), 'effekt', 'Annes'))
    expect(anne.takes(bo).notices).toMatchObject([{ kind: 'kept', nodeId: node('læsning'), key: 'effekt' }])
  })

  test('a section comes back for what the other put in it; what else was in it stays away', () => {
    const { anne, bo, node, planId } = twoColleagues()
    bo.does(remove(node('A')))
    const id = crypto.randomUUID()
    const place = { planId, parentId: node('A'), after: null }
    anne.does({ type: 'node.insert', id, ...place, nodeType: 'indsats', title: 'Ny' })
    expect(anne.takes(bo).notices).toMatchObject([
      { kind: 'brought-back', nodeId: node('A'), title: 'A', neededBy: 'Ny', deletedBy: 'them' },
    ])
    expect([node('A'), id, node('læsning')].map((each) => nodeIn(anne, each)?.title)).toEqual([
      'A',
      'Ny',
      undefined,
    ])
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('a plan comes back whole for anything that the other changed in it', () => {
    const { anne, bo, node, planId } = twoColleagues()
    const nodes = () => anne.workbook.plan(planId).outline.length
    const before = nodes()
    bo.does({ type: 'plan.delete', id: planId })
    anne.does(rename(node('læsning'), 'Annes'))
    const { notices } = anne.takes(bo)
    expect(nodes()).toBe(before)
    expect(textIn(anne, node('læsning'))).toEqual(['Et', 'To', 'Tre'])
    expect(notices.map(({ kind, title, planTitle }) => [kind, title || planTitle])).toEqual(
      expect.arrayContaining([
        ['kept', 'Annes'],
        ['brought-back', 'Målaftale'],
      ]),
    )
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('a row comes back for the link that the other made to it', () => {
    const { anne, bo, node, planId } = twoColleagues()
    const id = crypto.randomUUID()
    bo.does(remove(node('læsning')))
    anne.does(
      { type: 'node.insert', id, planId, parentId: node('A'), after: null, nodeType: 'bidrag', title: 'Mit' },
      { type: 'link.set', nodeId: id, kind: 'contributesTo', targets: [node('læsning')] },
    )
    expect(anne.takes(bo).notices).toMatchObject([
      { kind: 'brought-back', nodeId: node('læsning'), neededBy: 'Mit' },
    ])
    expect(textIn(anne, node('læsning'))).toEqual(['Et', 'To', 'Tre'])
  })

  test('what was kept once stays when what it was kept for has left it', () => {
    const { anne, bo, node, planId } = twoColleagues()
    bo.does(remove(node('B')))
    const id = crypto.randomUUID()
    const place = { planId, parentId: node('B'), after: null }
    anne.does({ type: 'node.insert', id, ...place, nodeType: 'indsats', title: 'Ny' })
    anne.takes(bo)
    anne.does(move(id, node('A')))
    bo.does(rename(node('A'), 'Bos'))
    bo.takes(anne)
    expect(title(bo, node('B'))).toBe('B')
    settle(anne, bo)
    expectAlike(anne, bo)
  })
})

describe('moves', () => {
  test('to different places are a question', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(move(node('læsning'), node('B')))
    bo.does(move(node('læsning'), node('B1')))
    expect(anne.takes(bo).conflicts).toMatchObject([{ tbl: 'node', unit: 'place' }])
    expect(nodeIn(anne, node('læsning'))?.parentId).toBe(node('B'))
  })

  test('among the same rows are told, not asked', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(move(node('B'), null))
    bo.does(move(node('A'), null, node('B')), move(node('B'), null, node('A')))
    const { conflicts, notices } = anne.takes(bo)
    expect(conflicts).toEqual([])
    expect(notices).toMatchObject([{ kind: 'order-kept', nodeId: node('B') }])
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('that together would lead in a circle: the later is taken back, in both copies', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(move(node('A'), node('B')))
    bo.does(move(node('B'), node('A')))
    expect(anne.takes(bo).notices).toMatchObject([{ kind: 'move-taken-back', nodeId: node('B') }])
    expect([nodeIn(anne, node('A'))?.parentId, nodeIn(anne, node('B'))?.parentId]).toEqual([node('B'), null])
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('that are too deep together leave no row deeper than an outline goes', () => {
    const { anne, bo, node, planId } = twoColleagues()
    const chain = (person: Colleague, from: string, length: number): readonly string[] => {
      const ids = [from]
      for (let level = 0; level < length; level += 1) {
        const id = crypto.randomUUID()
        const place = { planId, parentId: ids.at(-1) ?? '', after: null }
        person.does({ type: 'node.insert', id, ...place, nodeType: 'section', title: `Dybde ${level}` })
        ids.push(id)
      }
      return ids
    }
    const long = chain(anne, node('A'), 40)
    bo.takes(anne)
    chain(anne, long.at(-1) ?? '', 20)
    bo.does(move(node('A'), chain(bo, node('B'), 20).at(-1) ?? ''))
    const { notices } = anne.takes(bo)
    expect(notices.filter(({ kind }) => kind === 'lifted').length).toBeGreaterThan(0)
    anne.workbook.save()
    settle(anne, bo)
    expectAlike(anne, bo)
  })

  test('into the same gap leave both in an order that is the same for all', () => {
    const { anne, bo, node, planId } = twoColleagues()
    for (const { does, who } of [anne, bo]) {
      const place = { planId, parentId: node('B'), after: null }
      does({ type: 'node.insert', id: crypto.randomUUID(), ...place, nodeType: 'section', title: who })
    }
    expect(anne.takes(bo).notices).toEqual([])
    settle(anne, bo)
    expect(anne.workbook.plan(planId)).toEqual(bo.workbook.plan(planId))
  })
})
