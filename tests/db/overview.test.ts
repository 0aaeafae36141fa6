import { describe, expect, test } from 'vitest'
import { overviewRows } from '../../db/queries/overview.ts'
import { readAll } from '../../db/queries/read.ts'
import { smallPlan, text } from '../support/small-outline.ts'
import { exampleFiles, incoming, newWorkbook, readJson } from '../support/workbooks.ts'

describe('the outline of the whole workbook', () => {
  test('is that of its records, each milestone and indicator counted where it hangs', () => {
    const workbook = newWorkbook()
    workbook.import(exampleFiles.map(readJson).map(incoming), { replace: false })
    const { nodes, milestones, links, coordinators } = overviewRows(workbook.db)
    const all = readAll(workbook.db, 'node')
    const fields = Map.groupBy(readAll(workbook.db, 'field'), ({ nodeId }) => nodeId)
    const below = (id: string, type: string) =>
      all.filter((node) => node.parentId === id && node.type === type).length
    const expected = all
      .filter(({ type }) => type !== 'milestone' && type !== 'indicator')
      .map(({ id, planId, parentId, type, title, sectionKey }) => ({
        ...{ id, planId, parentId, type, title, sectionKey },
        filled: (fields.get(id) ?? []).map(({ key }) => key).toSorted(),
        indicators: below(id, 'indicator'),
        milestones: below(id, 'milestone'),
      }))
    const sorted = nodes.map((node) => ({ ...node, filled: node.filled.toSorted() })).toSorted(byId)
    expect(sorted).toEqual(expected.toSorted(byId))
    expect(milestones).toHaveLength(all.filter(({ type }) => type === 'milestone').length)
    expect([...links].toSorted(byId)).toEqual(readAll(workbook.db, 'link').toSorted(byId))
    expect(coordinators).toHaveLength(readAll(workbook.db, 'coordinator').length)
  })

  test('siblings are in their order, milestones among themselves too', () => {
    const { workbook, insert } = smallPlan()
    insert('indsats', 'a0', 'A')
    insert('milestone', 'm1', 'a1')
    insert('milestone', 'm0', 'a1')
    insert('milestone', 'm2', 'a1', 'm1')
    const { nodes, milestones } = overviewRows(workbook.db)
    expect(nodes.filter(({ title }) => title.startsWith('a')).map(({ title }) => title)).toEqual([
      'a0',
      'a1',
      'a2',
    ])
    expect(milestones.map(({ title }) => title)).toEqual(['m0', 'm1', 'm2'])
  })

  test('a text that was emptied is not filled', () => {
    const { workbook, idOf } = smallPlan()
    const write = (key: string, doc: ReturnType<typeof text> | []) =>
      workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key, doc })
    write('effekt', text('Ro'))
    write('ophav', [])
    const a1 = overviewRows(workbook.db).nodes.find(({ title }) => title === 'a1')
    expect(a1?.filled).toEqual(['effekt'])
  })

  test('what is written of a milestone comes as it is written', () => {
    const { workbook, insert, idOf, planId } = smallPlan()
    insert('milestone', 'm', 'a1')
    const changes = { whenText: 'ultimo  2027', responsible: 'Chefen' }
    workbook.execute({ type: 'milestone.update', id: idOf('m'), changes })
    const rest = { planId, parentId: idOf('a1'), title: 'm' }
    expect(overviewRows(workbook.db).milestones).toEqual([{ id: idOf('m'), ...rest, ...changes }])
  })

  test('statuses are those of the latest round; without one there are none', () => {
    const { workbook, idOf } = smallPlan()
    expect(overviewRows(workbook.db)).toMatchObject({ statuses: [], round: null })
    workbook.execute({ type: 'status.set', nodeId: idOf('a1'), light: 'red', today: '2027-01-01' })
    expect(overviewRows(workbook.db)).toMatchObject({
      statuses: [{ nodeId: idOf('a1'), light: 'red' }],
      round: { name: 'Opfølgning maj 2027' },
    })
  })
})

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
