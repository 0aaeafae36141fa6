import { describe, expect, test } from 'vitest'
import type { Command } from '../../db/model/commands.ts'
import { commandSchema } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import { newId } from '../../db/model/ids.ts'
import { smallPlan, text } from '../support/small-outline.ts'
import { contentOf, newWorkbook } from '../support/workbooks.ts'

describe('a new plan', () => {
  test("begins with its template's sections and their boilerplate", () => {
    const workbook = newWorkbook()
    const id = newId()
    workbook.execute({
      type: 'plan.create',
      id,
      template: 'maalaftale',
      variant: 'direktion',
      title: 'Målaftale',
      period: { from: 2027, to: 2029 },
      unit: 'Direktionen',
    })
    const plan = workbook.plan(id)
    expect(plan.outline.map(({ key }) => key)).toEqual([
      'formaal',
      'principper',
      'indledning',
      'koordinerende-rolle',
    ])
    expect(plan.outline[0]?.text?.length).toBeGreaterThan(0)
    expect(plan).toMatchObject({ unit: 'Direktionen', status: 'udkast', variant: 'direktion' })
  })

  const create = {
    type: 'plan.create',
    template: 'strategiplan',
    variant: null,
    title: 'Ny',
    period: { from: 2027, to: 2029 },
    unit: 'Direktionen',
  } as const

  test.each(['', ' \t'])("has its template's title where none is given (%j)", (title) => {
    const workbook = newWorkbook()
    const { undo } = workbook.execute({ ...create, id: newId(), title })
    expect(workbook.plans.map((plan) => plan.title)).toEqual(['Strategiplan'])
    expect(undo?.label.about).toBe('Strategiplan')
  })

  test('a period that ends before it begins is refused', () => {
    const workbook = newWorkbook()
    expect(() => workbook.execute({ ...create, id: newId(), period: { from: 2029, to: 2027 } })).toThrow(
      expect.objectContaining({ code: 'command.not-allowed' }),
    )
    expect(workbook.plans).toEqual([])
  })
})

describe('the outline', () => {
  test('new nodes stand first, or right after a sibling', () => {
    const { insert, outline } = smallPlan()
    expect(outline()).toBe('A(a1 a2) B C')
    insert('indsats', 'a0', 'A')
    insert('indsats', 'a1½', 'A', 'a1')
    expect(outline()).toBe('A(a0 a1 a1½ a2) B C')
  })

  test('a hundred thousand words could be put into the same gap: the order holds when keys grow long', () => {
    const { insert, outline } = smallPlan()
    const titles = Array.from({ length: 300 }, (_, index) => `x${index}`)
    for (const title of titles) insert('indsats', title, 'B')
    expect(outline()).toBe(`A(a1 a2) B(${titles.toReversed().join(' ')}) C`)
  })

  test('moving takes the subtree along', () => {
    const { workbook, idOf, outline } = smallPlan()
    workbook.execute({ type: 'node.move', id: idOf('A'), parentId: null, after: idOf('B') })
    expect(outline()).toBe('B A(a1 a2) C')
    workbook.execute({ type: 'node.move', id: idOf('A'), parentId: idOf('C'), after: null })
    expect(outline()).toBe('B C(A(a1 a2))')
  })

  test('several siblings that are moved as one stand in the order in which they are named', () => {
    const { workbook, insert, idOf, outline } = smallPlan()
    for (const title of ['b5', 'b4', 'b3', 'b2', 'b1']) insert('indsats', title, 'B')
    const move = (parent: string, titles: readonly string[], first: string | null) =>
      workbook.execute({
        type: 'batch',
        commands: titles.map((title, index) => ({
          type: 'node.move',
          id: idOf(title),
          parentId: idOf(parent),
          after: idOf(titles[index - 1] ?? first ?? '') || null,
        })),
      })
    move('B', ['b4', 'b5'], 'b1')
    expect(outline()).toBe('A(a1 a2) B(b1 b4 b5 b2 b3) C')
    move('A', ['b1', 'b5', 'b3'], 'a1')
    expect(outline()).toBe('A(a1 b1 b5 b3 a2) B(b4 b2) C')
    move('A', ['b3', 'a2', 'a1'], null)
    expect(outline()).toBe('A(b3 a2 a1 b1 b5) B(b4 b2) C')
    for (let undone = 0; undone < 3; undone++) workbook.undo()
    expect(outline()).toBe('A(a1 a2) B(b1 b2 b3 b4 b5) C')
  })

  test.each<[string, (idOf: (title: string) => string) => Command]>([
    ['below itself', (idOf) => ({ type: 'node.move', id: idOf('A'), parentId: idOf('A'), after: null })],
    [
      'below its own child',
      (idOf) => ({ type: 'node.move', id: idOf('A'), parentId: idOf('a1'), after: null }),
    ],
    [
      'where the template does not want it',
      (idOf) => ({ type: 'node.move', id: idOf('a2'), parentId: idOf('a1'), after: null }),
    ],
    [
      'after a node that stands elsewhere',
      (idOf) => ({ type: 'node.move', id: idOf('B'), parentId: null, after: idOf('a1') }),
    ],
    ['though it is gone', () => ({ type: 'node.move', id: newId(), parentId: null, after: null })],
  ])('a node cannot be moved %s; then nothing changes', (_name, command) => {
    const { workbook, idOf } = smallPlan()
    const before = contentOf(workbook)
    expect(() => workbook.execute(command(idOf))).toThrow(AppError)
    expect(contentOf(workbook)).toBe(before)
  })

  test('deleting takes everything along that belongs to the subtree, also links from elsewhere', () => {
    const { workbook, planId, idOf, insert, outline } = smallPlan()
    insert('milestone', 'm', 'a1')
    workbook.execute({ type: 'milestone.update', id: idOf('m'), changes: { whenText: 'ultimo 2027' } })
    workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: text('Ro') })
    workbook.execute({ type: 'link.set', nodeId: idOf('a2'), kind: 'contributesTo', targets: [idOf('a1')] })
    workbook.execute({ type: 'node.delete', id: idOf('a1') })
    expect(outline()).toBe('A(a2) B C')
    expect(workbook.plan(planId).outline[0]?.children[0]?.contributesTo).toEqual([])
    for (const table of ['field', 'milestone', 'link']) {
      expect(workbook.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
    }
  })
})

describe('texts, dates and links', () => {
  test('a field of the template is written, replaced and taken away', () => {
    const { workbook, planId, idOf } = smallPlan()
    const effekt = () => workbook.plan(planId).outline[0]?.children[0]?.fields.effekt
    workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: text('Ro') })
    workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: text('Ro og mod') })
    expect(effekt()).toEqual(text('Ro og mod'))
    workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: null })
    expect(effekt()).toBeUndefined()
  })

  test.each([
    ['a field the template does not have', 'hest'],
    ['the row that shows the title', 'titel'],
  ])('%s is refused', (_name, key) => {
    const { workbook, idOf } = smallPlan()
    expect(() => workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key, doc: text('x') })).toThrow(
      expect.objectContaining({ code: 'command.not-allowed' }),
    )
  })

  test('a text too long for a workbook is refused before it can make the file one that cannot be opened', () => {
    const { workbook, idOf } = smallPlan()
    const before = contentOf(workbook)
    expect(() =>
      workbook.execute({
        type: 'field.write',
        nodeId: idOf('a1'),
        key: 'effekt',
        doc: text('å'.repeat(2_500_001)),
      }),
    ).toThrow(expect.objectContaining({ code: 'command.too-big' }))
    expect(contentOf(workbook)).toBe(before)
  })

  test('a bidrag links to indsatser in the order given, and to nothing else', () => {
    const { workbook, planId, idOf, insert } = smallPlan()
    insert('indsats', 'b1', 'B')
    const targets = [idOf('b1'), idOf('a1')]
    workbook.execute({ type: 'link.set', nodeId: idOf('a2'), kind: 'contributesTo', targets })
    expect(workbook.plan(planId).outline[0]?.children[1]?.contributesTo).toEqual(targets)
    expect(() =>
      workbook.execute({ type: 'link.set', nodeId: idOf('a2'), kind: 'contributesTo', targets: [idOf('A')] }),
    ).toThrow(expect.objectContaining({ code: 'command.not-allowed' }))
  })

  test('coordinators are units, created when they are new', () => {
    const { workbook, planId, idOf } = smallPlan()
    workbook.execute({
      type: 'coordinators.set',
      nodeId: idOf('a2'),
      units: ['Direktionen', 'Center for Havne'],
    })
    expect(workbook.plan(planId).outline[0]?.children[1]?.coordinators).toEqual([
      'Direktionen',
      'Center for Havne',
    ])
    expect([...workbook.units.values()].toSorted()).toEqual(['Center for Havne', 'Direktionen'])
  })

  test('what changes nothing leaves no trace in the history', () => {
    const { workbook, idOf } = smallPlan()
    const before = workbook.execute({ type: 'node.rename', id: idOf('A'), title: 'Ny' }).undo
    const after = workbook.execute({ type: 'node.rename', id: idOf('A'), title: 'Ny' })
    expect(after).toMatchObject({ changes: [], undo: before })
  })

  test('the changes of a command say what each row was before and is now', () => {
    const { workbook, idOf } = smallPlan()
    const { changes } = workbook.execute({ type: 'node.rename', id: idOf('A'), title: 'Ny' })
    expect(changes).toMatchObject([
      { table: 'node', id: idOf('A'), before: { title: 'A' }, after: { title: 'Ny' } },
    ])
  })
})

describe('the border', () => {
  test.each<[string, unknown]>([
    ['an unknown type', { type: 'node.explode', id: newId() }],
    ['a surplus key', { type: 'node.delete', id: newId(), really: true }],
    ['a short id', { type: 'node.delete', id: 'x' }],
    ['a title too long', { type: 'node.rename', id: newId(), title: 'x'.repeat(2001) }],
    ['a NUL in a title', { type: 'node.rename', id: newId(), title: 'a\0' }],
    ['a text that is none', { type: 'field.write', nodeId: newId(), key: 'text', doc: [{ type: 'script' }] }],
    ['half a character', { type: 'field.write', nodeId: newId(), key: 'text', doc: text('\ud83d') }],
  ])('%s is no command', (_name, value) => {
    expect(commandSchema.safeParse(value).success).toBe(false)
  })
})
