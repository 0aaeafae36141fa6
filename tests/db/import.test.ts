import { describe, expect, test } from 'vitest'
import { formatExchange } from '../../db/model/exchange/format.ts'
import type { ExchangeFile, ExchangeNode } from '../../db/model/exchange/schema.ts'
import { contentOf, exampleFiles, incoming, newWorkbook, readJson } from '../support/workbooks.ts'

const planJson = (id: string, outline: readonly ExchangeNode[], template = 'maalaftale'): ExchangeFile => ({
  format: 'planvaerk-plan',
  version: 1,
  organisation: { name: 'Sundkøbing Kommune' },
  plan: {
    id,
    template,
    title: 'Målaftale',
    period: { from: 2027, to: 2029 },
    unit: 'Direktionen',
    status: 'udkast',
    outline: [...outline],
  },
})

const section = (...children: readonly ExchangeNode[]): ExchangeNode => ({
  type: 'section',
  key: 'egne-bidrag',
  title: 'Egne bidrag',
  children,
})
const indsats = (id: string): ExchangeNode => ({ type: 'indsats', id, title: `Indsats ${id}` })
const bidrag = (...contributesTo: readonly string[]): ExchangeNode => ({
  type: 'bidrag',
  id: 'b',
  title: 'Et bidrag',
  contributesTo,
})

describe('import and export', () => {
  test('every example plan comes out equal, whatever the order in which they came in', () => {
    for (const files of [exampleFiles, exampleFiles.toReversed()]) {
      const workbook = newWorkbook()
      const plans = files.map(readJson)
      const { ids } = workbook.import(plans.map(incoming), { replace: false })
      expect(ids.map((id) => formatExchange(workbook.plan(id)))).toEqual(plans)
      expect(workbook.openReferences).toEqual([])
    }
  })

  test('the example holds at least 60 indsatser and bidrag with full rows, milestones and indicators', () => {
    const workbook = newWorkbook()
    const { ids } = workbook.import(exampleFiles.map(readJson).map(incoming), { replace: false })
    const nodes = ids.flatMap((id) => everyNode(formatExchange(workbook.plan(id)).plan.outline))
    const full = nodes.filter(
      ({ type, fields, milestones, indicators }) =>
        (type === 'indsats' || type === 'bidrag') &&
        Object.keys(fields ?? {}).length >= 7 &&
        (milestones ?? []).length > 0 &&
        (indicators ?? []).length > 0,
    )
    expect(full.length).toBeGreaterThanOrEqual(60)
  })

  test('a replaced plan keeps its place, and the references of others find its nodes again', () => {
    const workbook = newWorkbook()
    const plans = exampleFiles.map(readJson)
    workbook.import(plans.map(incoming), { replace: false })
    const order = workbook.plans.map(({ id, ref }) => [id, ref])
    const before = workbook.plans.map(({ id }) => formatExchange(workbook.plan(id)))
    workbook.import(plans.slice(1, 2).map(incoming), { replace: true })
    expect(workbook.plans.map(({ id, ref }) => [id, ref])).toEqual(order)
    expect(workbook.plans.map(({ id }) => formatExchange(workbook.plan(id)))).toEqual(before)
    expect(workbook.openReferences).toEqual([])
  })

  test('an import is undone in one step', () => {
    const workbook = newWorkbook()
    const before = contentOf(workbook)
    workbook.import(exampleFiles.map(readJson).map(incoming), { replace: false })
    const after = contentOf(workbook)
    workbook.undo()
    expect(contentOf(workbook)).toBe(before)
    workbook.redo()
    expect(contentOf(workbook)).toBe(after)
  })
})

describe('references', () => {
  test('to a plan that is not there are kept as written, listed as open, and found when it arrives', () => {
    const workbook = newWorkbook()
    workbook.import([incoming(planJson('a', [section(bidrag('b/maal'))]))], { replace: false })
    expect(workbook.openReferences).toMatchObject([{ from: 'Et bidrag', reference: 'b/maal' }])
    const exported = () =>
      workbook.plans.map(
        ({ id }) => everyNode(formatExchange(workbook.plan(id)).plan.outline)[1]?.contributesTo,
      )
    expect(exported()).toEqual([['b/maal']])
    workbook.import([incoming(planJson('b', [section(indsats('maal'))]))], { replace: false })
    expect(workbook.openReferences).toEqual([])
    expect(exported()[0]).toEqual(['b/maal'])
  })

  test('stay as open references when their plan is deleted, and come back with it', () => {
    const workbook = newWorkbook()
    workbook.import(
      [
        incoming(planJson('a', [section(bidrag('b/maal'))])),
        incoming(planJson('b', [section(indsats('maal'))])),
      ],
      { replace: false },
    )
    const [, b] = workbook.plans
    workbook.execute({ type: 'plan.delete', id: b?.id ?? '' })
    expect(workbook.openReferences).toMatchObject([{ reference: 'b/maal' }])
    workbook.undo()
    expect(workbook.openReferences).toEqual([])
  })

  test('whose ids hold slashes are understood', () => {
    const workbook = newWorkbook()
    workbook.import(
      [
        incoming(planJson('2027/a', [section(indsats('1/2'), bidrag('1/2', 'x/y/z/w'))])),
        incoming(planJson('x/y', [section(indsats('z/w'))])),
      ],
      { replace: false },
    )
    expect(workbook.openReferences).toEqual([])
  })

  test.each([
    [
      'a missing node of the same plan',
      [bidrag('findes-ikke')],
      'plan.outline[0].children[0].contributesTo[0]',
    ],
    [
      'a missing node of a plan that is there',
      [indsats('x'), bidrag('x', 'a/nej')],
      'plan.outline[0].children[1].contributesTo[1]',
    ],
    ['a node of the wrong type', [bidrag('b')], 'plan.outline[0].children[0].contributesTo[0]'],
  ])('to %s are refused with their path, and nothing is imported', (_name, children, path) => {
    const workbook = newWorkbook()
    const before = contentOf(workbook)
    expect(() =>
      workbook.import([incoming(planJson('a', [section(...children)]))], { replace: false }),
    ).toThrow(expect.objectContaining({ path }))
    expect(contentOf(workbook)).toBe(before)
  })

  test('a plan that is there already is refused unless it is to be replaced', () => {
    const workbook = newWorkbook()
    workbook.import([incoming(planJson('a', []))], { replace: false })
    expect(() => workbook.import([incoming(planJson('a', []))], { replace: false })).toThrow('exists: a')
    expect(() =>
      workbook.import([incoming(planJson('c', [])), incoming(planJson('c', []))], { replace: false }),
    ).toThrow(expect.objectContaining({ path: 'plan.id' }))
    expect(workbook.plans).toHaveLength(1)
  })

  test('a plan without a name gets its id as one when another refers to it', () => {
    const workbook = newWorkbook()
    const { plan, ...rest } = planJson('a', [section({ type: 'indsats', title: 'Uden navn' })])
    const { id: _id, ...unnamed } = plan
    const [a = ''] = workbook.import([incoming({ ...rest, plan: unnamed })], { replace: false }).ids
    const [b = ''] = workbook.import([incoming(planJson('b', [section(bidrag())]))], { replace: false }).ids
    const target = String(workbook.db.prepare("SELECT id FROM node WHERE title = 'Uden navn'").pluck().get())
    const from = String(workbook.db.prepare("SELECT id FROM node WHERE title = 'Et bidrag'").pluck().get())
    expect(workbook.plan(a).id).toBeUndefined()
    workbook.execute({ type: 'link.set', nodeId: from, kind: 'contributesTo', targets: [target] })
    expect(workbook.plan(a)).toMatchObject({ id: a, outline: [{ children: [{ id: target }] }] })
    expect(workbook.plan(b)).toMatchObject({
      outline: [{ children: [{ contributesTo: [`${a}/${target}`] }] }],
    })
  })
})

const everyNode = (nodes: readonly ExchangeNode[]): readonly ExchangeNode[] =>
  nodes.flatMap((node) => [node, ...everyNode(node.children ?? [])])
