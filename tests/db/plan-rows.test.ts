import { describe, expect, test } from 'vitest'
import { newId } from '../../db/model/ids.ts'
import { type Records, recordSchemas, type TableName } from '../../db/model/records.ts'
import { planList } from '../../db/queries/plan-list.ts'
import { planRows } from '../../db/queries/plan-rows.ts'
import { readAll } from '../../db/queries/read.ts'
import { smallPlan, text } from '../support/small-outline.ts'
import { exampleFiles, incoming, newWorkbook, readJson } from '../support/workbooks.ts'

const tables = {
  nodes: 'node',
  fields: 'field',
  cover: 'cover',
  milestones: 'milestone',
  indicators: 'indicator',
  links: 'link',
  coordinators: 'coordinator',
} as const satisfies Readonly<Record<string, TableName>>

describe('the rows of a plan', () => {
  test('are, all plans together, the records of the workbook, as its schemas have them', () => {
    const workbook = newWorkbook()
    workbook.import(exampleFiles.map(readJson).map(incoming), { replace: false })
    const plans = workbook.plans.map(({ id }) => planRows(workbook.db, id))
    for (const [name, table] of Object.entries(tables) as [keyof typeof tables, TableName][]) {
      const rows = plans.flatMap((plan): readonly Records[TableName][] => plan[name])
      expect(rows.toSorted(byId)).toEqual(readAll(workbook.db, table).toSorted(byId))
      for (const row of rows) expect(recordSchemas[table].parse(row)).toEqual(row)
    }
  })

  test('the nodes at the other end of links between plans come with their plans', () => {
    const { workbook, planId, idOf } = smallPlan()
    const other = newId()
    workbook.execute({ type: 'plan.duplicate', id: planId, newId: other, title: 'Den anden' })
    const elsewhere = planRows(workbook.db, other).nodes.find(({ title }) => title === 'a1')?.id ?? ''
    const targets = [elsewhere, idOf('a1')]
    workbook.execute({ type: 'link.set', nodeId: idOf('a2'), kind: 'contributesTo', targets })
    const target = { id: elsewhere, planId: other, planTitle: 'Den anden', type: 'indsats', title: 'a1' }
    expect(planRows(workbook.db, planId)).toMatchObject({ targets: [target], contributors: [] })
    const contributor = { fromId: idOf('a2'), planId, planTitle: 'Målaftale', unit: 'Center for Havne' }
    expect(planRows(workbook.db, other)).toMatchObject({
      targets: [],
      contributors: [{ nodeId: elsewhere, ...contributor, title: 'a2' }],
    })
  })

  test('statuses are those of the latest round', () => {
    const { workbook, planId, idOf } = smallPlan()
    expect(planRows(workbook.db, planId).statuses).toEqual([])
    workbook.execute({ type: 'status.set', nodeId: idOf('a1'), light: 'red', today: '2027-01-01' })
    expect(planRows(workbook.db, planId).statuses).toMatchObject([{ nodeId: idOf('a1'), light: 'red' }])
  })

  test('a plan that is gone is out of date', () => {
    const { workbook } = smallPlan()
    expect(() => planRows(workbook.db, newId())).toThrow(
      expect.objectContaining({ code: 'command.outdated' }),
    )
  })
})

test('the list of plans counts what is in each', () => {
  const { workbook, planId, insert, idOf } = smallPlan()
  insert('milestone', 'm', 'a1')
  workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: text('Ro') })
  const empty = newId()
  workbook.execute({ type: 'plan.duplicate', id: planId, newId: empty, title: 'Tom' })
  for (const { id, parentId } of planRows(workbook.db, empty).nodes) {
    if (parentId === null) workbook.execute({ type: 'node.delete', id })
  }
  expect(planList(workbook.db)).toMatchObject([
    { plan: { title: 'Målaftale' }, unit: 'Center for Havne', nodes: 6, indsatser: 1, bidrag: 1 },
    { plan: { title: 'Tom' }, unit: 'Center for Havne', nodes: 0, indsatser: 0, bidrag: 0 },
  ])
})

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
