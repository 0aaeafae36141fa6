import { expect, test } from 'vitest'
import { newId } from '../../db/model/ids.ts'
import { searchPlans } from '../../db/queries/search-plans.ts'
import { SearchIndex } from '../../db/search.ts'
import { smallPlan, text } from '../support/small-outline.ts'

/** The small plan with »havn« in every kind of place, a copy of it, and a search in both. */
function harbours() {
  const small = smallPlan()
  const { workbook, planId, idOf, insert } = small
  const of = <T extends string>(key: T, id: string) => ({ type: key, id })
  insert('milestone', 'Havnen er klar', 'a1')
  insert('indicator', 'Både', 'a1')
  workbook.execute({ ...of('plan.update', planId), changes: { title: 'Havneaftale' } })
  workbook.execute({
    ...of('milestone.update', idOf('Havnen er klar')),
    changes: { responsible: 'Havnefogeden' },
  })
  workbook.execute({ ...of('indicator.update', idOf('Både')), changes: { unit: 'både i havn' } })
  workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: text('Ro i havnen') })
  const center = { type: 'cover.write', planId, key: 'center' } as const
  workbook.execute({ ...center, value: { plain: 'Center for Havne' } })
  const rich = { rich: text('Kommunens havnestrategi') }
  workbook.execute({ ...center, key: 'strategisk-afsaet', value: rich })
  const copyId = newId()
  workbook.execute({ type: 'plan.duplicate', id: planId, newId: copyId, title: 'Kopi' })
  const search = (query: string, limit = 100) =>
    searchPlans(workbook.db, SearchIndex.of(workbook.db), query, limit)
  return { ...small, copyId, search }
}

const drawn = (runs: readonly { readonly text: string; readonly hit: boolean }[]): string =>
  runs.map((run) => (run.hit ? `[${run.text}]` : run.text)).join('')

test('finds titles, texts, covers and the columns of milestones and indicators, grouped by plan', () => {
  const { search, planId, copyId, idOf } = harbours()
  const { total, plans } = search('havn')
  const hits = (plan: number) =>
    plans[plan]?.hits.map(({ nodeTitle, key, excerpt }) => [nodeTitle, key, drawn(excerpt)])
  const belowTitle = [
    ['center', 'Center for [Havn]e'],
    ['strategisk-afsaet', 'Kommunens [havn]estrategi'],
  ]
  const inNodes = [
    ['a1', 'effekt', 'Ro i [havn]en'],
    ['Både', 'unit', 'både i [havn]'],
    ['Havnen er klar', null, '[Havn]en er klar'],
    ['Havnen er klar', 'responsible', '[Havn]efogeden'],
  ]
  expect(plans.map((plan) => [plan.planId, plan.planTitle])).toEqual([
    [planId, 'Havneaftale'],
    [copyId, 'Kopi'],
  ])
  expect(hits(0)).toEqual([
    ['Havneaftale', null, '[Havn]eaftale'],
    ...belowTitle.map((hit) => ['Havneaftale', ...hit]),
    ...inNodes,
  ])
  expect(hits(1)).toEqual([...belowTitle.map((hit) => ['Kopi', ...hit]), ...inNodes])
  expect(plans[0]?.hits.map(({ nodeId }) => nodeId)).toEqual([
    null,
    null,
    null,
    idOf('a1'),
    idOf('Både'),
    idOf('Havnen er klar'),
    idOf('Havnen er klar'),
  ])
  expect(total).toBe(13)
})

test('a limit cuts the list but not the count', () => {
  const { search } = harbours()
  const { total, plans } = search('havn', 8)
  expect(total).toBe(13)
  expect(plans.map(({ hits }) => hits.length)).toEqual([7, 1])
})

test('nothing finds nothing', () => {
  const { search } = harbours()
  expect(search(' – ')).toEqual({ total: 0, plans: [] })
})
