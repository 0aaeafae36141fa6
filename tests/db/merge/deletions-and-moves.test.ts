import { describe, expect, test } from 'vitest'
import type { SingleCommand } from '../../../db/model/commands.ts'
import { readAll } from '../../../db/queries/read.ts'
import {
  type Colleague,
  expectAlike,
  move,
  nodeIn,
  remove,
  rename,
  settle,
  textIn,
  titleIn,
  twoColleagues,
  write,
} from '../../support/colleagues.ts'

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
      expect(titleIn(anne, node('læsning'))).toBe('Ændret')
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

  test('a link stays away though the other put another beside it', () => {
    const { anne, bo, node, planId } = twoColleagues()
    const id = crypto.randomUUID()
    const place = { planId, parentId: node('B'), after: null }
    anne.does({ type: 'node.insert', id, ...place, nodeType: 'indsats', title: 'En anden' })
    bo.takes(anne)
    const link = (...targets: string[]): SingleCommand => ({
      type: 'link.set',
      nodeId: node('skolen'),
      kind: 'contributesTo',
      targets,
    })
    bo.does(link())
    anne.does(link(id, node('læsning')))
    expect(anne.takes(bo).notices).toEqual([])
    expect(readAll(anne.workbook.db, 'link').map(({ toNode }) => toNode)).toEqual([id])
    settle(anne, bo)
    expectAlike(anne, bo)
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
    expect(titleIn(bo, node('B'))).toBe('B')
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
