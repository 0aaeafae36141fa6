import { describe, expect, test } from 'vitest'
import type { Command } from '../../db/model/commands.ts'
import { commandSchema } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import { newId } from '../../db/model/ids.ts'
import type { OutlineNode } from '../../db/model/plan/plan-document.ts'
import type { NodeType } from '../../db/model/template/template.ts'
import type { Workbook } from '../../db/workbook.ts'
import { contentOf, newWorkbook } from '../support/workbooks.ts'

/** A kommissorium with the sections A, B and C, and a way to speak of its nodes by their titles. */
function smallPlan() {
  const workbook = newWorkbook()
  const planId = newId()
  const create: Command = {
    type: 'plan.create',
    id: planId,
    template: 'maalaftale',
    variant: 'center',
    title: 'Målaftale',
    period: { from: 2027, to: 2029 },
    unit: 'Center for Havne',
  }
  workbook.execute(create)
  for (const { id } of topOf(workbook, planId)) workbook.execute({ type: 'node.delete', id })
  const ids = new Map<string, string>()
  const idOf = (title: string): string => ids.get(title) ?? ''
  const insert = (nodeType: NodeType, title: string, parent: string | null, after: string | null = null) => {
    const id = newId()
    ids.set(title, id)
    const place = { parentId: parent && idOf(parent), after: after && idOf(after) }
    workbook.execute({ type: 'node.insert', id, planId, ...place, nodeType, title })
  }
  insert('section', 'A', null)
  insert('section', 'B', null, 'A')
  insert('section', 'C', null, 'B')
  insert('indsats', 'a1', 'A')
  insert('bidrag', 'a2', 'A', 'a1')
  const outline = (): string => drawn(workbook.plan(planId).outline)
  return { workbook, planId, idOf, insert, outline }
}

const topOf = (workbook: Workbook, planId: string) =>
  workbook.db
    .prepare<[string], { id: string }>(
      'SELECT id FROM node WHERE planId = ? AND parentId IS NULL ORDER BY pos',
    )
    .all(planId)

/** `A(a1 a2) B C` */
const drawn = (nodes: readonly OutlineNode[]): string =>
  nodes
    .map(({ title, children }) => (children.length === 0 ? title : `${title}(${drawn(children)})`))
    .join(' ')

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

function text(value: string) {
  return [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: value }] }]
}
