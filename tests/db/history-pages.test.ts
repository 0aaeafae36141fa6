import { describe, expect, test } from 'vitest'
import type { HistoryScope } from '../../db/model/history/entry.ts'
import { newId } from '../../db/model/ids.ts'
import { historyChanges, historyPage } from '../../db/queries/history.ts'
import { changed, dotsOf, lastChanged, listed } from '../support/history-words.ts'
import { smallPlan, text } from '../support/small-outline.ts'
import { planToTypeIn, rename, write } from '../support/typist.ts'
import { reopen } from '../support/workbooks.ts'

const whole: HistoryScope = { of: 'workbook' }
const planScope = (planId: string): HistoryScope => ({ of: 'plan', planId })
const nodeScope = (nodeId: string): HistoryScope => ({ of: 'node', nodeId })

describe('the list of what was done', () => {
  test('is of the plan, newest first, and says what each entry was about', () => {
    const { workbook, planId, idOf } = smallPlan()
    workbook.execute(rename(idOf('A'), 'Indledning'))
    workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: text('Færre') })
    workbook.undo()
    expect(listed(workbook, planScope(planId)).slice(0, 4)).toEqual([
      'undo field.write a1',
      'field.write a1',
      'node.rename Indledning',
      'node.insert a2',
    ])
    const [, written] = historyPage(workbook.db, planScope(planId), { before: null, limit: 4 }).entries
    expect(written).toMatchObject({
      who: 'Maja',
      kind: 'edit',
      places: [{ table: 'field', unit: 'doc', op: 'came', key: 'effekt', nodeType: 'indsats', title: 'a1' }],
    })
  })

  test('leaves out what was done in other plans, and keeps what was done in both', () => {
    const { workbook, planId, idOf } = smallPlan()
    const other = smallPlanIn(workbook)
    workbook.execute(rename(other.section, 'Andet sted'))
    workbook.execute({
      type: 'batch',
      commands: [
        { type: 'node.rename', id: idOf('B'), title: 'Begge' },
        { type: 'node.rename', id: other.section, title: 'Begge' },
      ],
    })
    workbook.execute({ type: 'organisation.rename', name: 'Egelund Kommune' })
    expect(listed(workbook, planScope(planId)).slice(0, 2)).toEqual(['node.rename Begge', 'node.insert a2'])
    expect(lastChanged(workbook, planScope(planId))).toEqual(['Begge node.title: B → Begge'])
    expect(listed(workbook, planScope(other.planId)).slice(0, 2)).toEqual([
      'node.rename Begge',
      'node.rename Andet sted',
    ])
    expect(listed(workbook, whole)[0]).toBe('organisation.rename Egelund Kommune')
  })

  test('is the same where the file does not say which plans an entry touched', () => {
    const { workbook, planId, idOf } = smallPlan()
    const other = smallPlanIn(workbook)
    workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: text('Færre') })
    workbook.execute({ type: 'node.delete', id: idOf('A') })
    const before = [planId, other.planId].map((id) => listed(workbook, planScope(id)))
    workbook.db.exec('UPDATE txn SET plans = NULL')
    expect([planId, other.planId].map((id) => listed(workbook, planScope(id)))).toEqual(before)
  })

  test('is given page by page', () => {
    const { workbook, planId, idOf } = smallPlan()
    for (const title of ['1', '2', '3', '4', '5']) workbook.execute(rename(idOf('A'), title))
    const all = dotsOf(workbook, planScope(planId))
    const pages: number[][] = []
    for (let before: number | null = null; ; ) {
      const page = historyPage(workbook.db, planScope(planId), { before, limit: 4 })
      pages.push(page.entries.map(({ dot }) => dot))
      before = page.entries.at(-1)?.dot ?? null
      if (!page.more) break
    }
    expect(pages.flat()).toEqual(all)
    expect(pages.slice(0, -1).every((page) => page.length === 4)).toBe(true)
    expect(historyPage(workbook.db, planScope(planId), { before: 1, limit: 4 })).toEqual({
      entries: [],
      more: false,
    })
  })

  test('of a node holds its texts, its milestones and indicators, its links, coordinators and lights', () => {
    const { workbook, idOf, insert } = smallPlan()
    insert('milestone', 'm', 'a2')
    insert('indicator', 'i', 'a2')
    workbook.execute({ type: 'field.write', nodeId: idOf('a2'), key: 'effekt', doc: text('Færre') })
    workbook.execute({ type: 'milestone.update', id: idOf('m'), changes: { whenText: 'medio 2027' } })
    workbook.execute({ type: 'indicator.update', id: idOf('i'), changes: { target: '6 %' } })
    workbook.execute({
      type: 'link.set',
      nodeId: idOf('a2'),
      kind: 'contributesTo',
      targets: [idOf('a1')],
    })
    workbook.execute({ type: 'coordinators.set', nodeId: idOf('a2'), units: ['Center for Havne'] })
    workbook.execute({ type: 'status.set', nodeId: idOf('a2'), light: 'red', today: '2027-04-01' })
    workbook.execute(rename(idOf('a1'), 'En anden'))
    expect(listed(workbook, nodeScope(idOf('a2')))).toEqual([
      'status.set a2',
      'coordinators.set a2',
      'link.set a2',
      'indicator.update i',
      'milestone.update m',
      'field.write a2',
      'node.insert i',
      'node.insert m',
      'node.insert a2',
    ])
    const dots = dotsOf(workbook, nodeScope(idOf('a2')))
    expect(dots.slice(0, 6).flatMap((dot) => changed(workbook, nodeScope(idOf('a2')), dot))).toEqual([
      'a2 status.light: – → [red]',
      'a2 coordinator.unitId: – → Center for Havne',
      'a2 link.target contributesTo: – → En anden',
      'i indicator.target: – → 6 %',
      'm milestone.whenText: – → medio 2027',
      'a2 field.doc effekt: – → Færre',
    ])
  })

  test('of a node holds also what was taken away from it since', () => {
    const { workbook, idOf, insert } = smallPlan()
    insert('milestone', 'm', 'a2')
    workbook.execute({ type: 'coordinators.set', nodeId: idOf('a2'), units: ['Center for Havne'] })
    workbook.execute({ type: 'coordinators.set', nodeId: idOf('a2'), units: [] })
    workbook.execute(write(idOf('a2'), 'Færre'))
    workbook.execute(write(idOf('a2'), null))
    workbook.execute(rename(idOf('m'), 'Milepæl'))
    workbook.execute({ type: 'node.delete', id: idOf('m') })
    const expected = [
      'node.delete Milepæl',
      'node.rename Milepæl',
      'field.write a2',
      'field.write a2',
      'coordinators.set a2',
      'coordinators.set a2',
      'node.insert m',
      'node.insert a2',
    ]
    expect(listed(workbook, nodeScope(idOf('a2')))).toEqual(expected)
    workbook.execute({ type: 'node.delete', id: idOf('a2') })
    expect(listed(workbook, nodeScope(idOf('a2')))).toEqual(['node.delete a2', ...expected])
  })

  test('survives saving and opening again, and says who it was', () => {
    const { place, workbook, indsats, planId } = planToTypeIn()
    workbook.execute(rename(indsats, 'Fra Maja'))
    workbook.save()
    workbook.close()
    const colleague = reopen({ ...place, person: { who: 'Bo', machine: 'pc-2' } })
    colleague.execute(rename(indsats, 'Fra Bo'))
    const { entries } = historyPage(colleague.db, planScope(planId), { before: null, limit: 2 })
    expect(entries.map(({ who, label }) => `${who}: ${label.about}`)).toEqual([
      'Bo: Fra Bo',
      'Maja: Fra Maja',
    ])
    expect(lastChanged(colleague, planScope(planId))).toEqual(['Fra Bo node.title: Fra Maja → Fra Bo'])
  })
})

describe('what an entry changed', () => {
  test('is told with the text before and the text after, however much was written since', () => {
    const { workbook, planId, indsats } = planToTypeIn()
    const scope = planScope(planId)
    for (const words of ['Første', 'Anden', 'Tredje']) {
      workbook.execute(write(indsats, words))
      workbook.execute(rename(indsats, words))
    }
    workbook.execute(write(indsats, null))
    const texts = dotsOf(workbook, scope)
      .flatMap((dot) => changed(workbook, scope, dot))
      .filter((line) => line.includes('field.doc effekt'))
    expect(texts).toEqual([
      'Tredje field.doc effekt: Tredje → –',
      'Tredje field.doc effekt: Anden → Tredje',
      'Tredje field.doc effekt: Første → Anden',
      'Tredje field.doc effekt: – → Første',
    ])
  })

  test('of units of several columns is told whole', () => {
    const { workbook, planId, section, indsats } = planToTypeIn()
    const scope = planScope(planId)
    workbook.execute({ type: 'plan.update', id: planId, changes: { periodTo: 2030, status: 'hoering' } })
    expect(lastChanged(workbook, scope)).toEqual([
      'Målaftale plan.period: 2027-29 → 2027-30',
      'Målaftale plan.status: [udkast] → [hoering]',
    ])
    workbook.execute({ type: 'plan.update', id: planId, changes: { periodFrom: 2026 } })
    expect(lastChanged(workbook, scope)).toEqual(['Målaftale plan.period: 2027-30 → 2026-30'])
    workbook.execute({ type: 'plan.set-unit', id: planId, unit: 'Direktionen' })
    expect(lastChanged(workbook, scope)).toEqual(['Målaftale plan.unitId: Center for Havne → Direktionen'])
    const other = newId()
    const place = { planId, parentId: null, after: section }
    workbook.execute({ type: 'node.insert', id: other, ...place, nodeType: 'section', title: 'B' })
    workbook.execute({ type: 'node.move', id: indsats, parentId: other, after: null })
    expect(lastChanged(workbook, scope)).toEqual(['Tidlig indsats node.place: A → B'])
    workbook.execute({
      type: 'cover.write',
      planId,
      key: 'ansvarlig-chef',
      value: { plain: 'Anne Å' },
    })
    expect(lastChanged(workbook, scope)).toEqual(['Målaftale cover.value ansvarlig-chef: – → Anne Å'])
  })

  test('of a removed branch begins with what it hung on, with its texts, and only that can be restored', () => {
    const { workbook, planId, section, indsats } = planToTypeIn()
    workbook.execute(write(indsats, 'Færre'))
    workbook.execute({ type: 'node.delete', id: section })
    const [dot = 0] = dotsOf(workbook, planScope(planId))
    const { changes, more } = historyChanges(workbook.db, planScope(planId), dot)
    expect(more).toBe(false)
    expect(changes.map(({ title, unit, restorable }) => `${title} ${unit} ${restorable}`)).toEqual([
      'A null true',
      'Tidlig indsats null false',
      'Tidlig indsats doc false',
      'Planen er vedtaget null false',
      'Elevfravær null false',
    ])
    expect(changed(workbook, planScope(planId), dot)[2]).toBe('Tidlig indsats field.doc effekt: Færre → –')
  })

  test('is not to be restored where it stands so now', () => {
    const { workbook, clock, planId, indsats } = planToTypeIn()
    workbook.execute(rename(indsats, 'Ny'))
    clock.wait(60_000)
    workbook.execute(rename(indsats, 'Tidlig indsats'))
    const restorable = dotsOf(workbook, planScope(planId))
      .slice(0, 2)
      .map((dot) => historyChanges(workbook.db, planScope(planId), dot).changes[0]?.restorable)
    expect(restorable).toEqual([true, false])
  })

  test('of a very large entry is cut, and says so', () => {
    const { workbook, planId, section } = planToTypeIn()
    const nodes = Array.from({ length: 250 }, (_, index) => ({
      type: 'indsats' as const,
      title: `${index}`,
      children: [],
    }))
    workbook.execute({ type: 'outline.paste', planId, parentId: section, after: null, nodes })
    const [dot = 0] = dotsOf(workbook, planScope(planId))
    const { changes, more } = historyChanges(workbook.db, planScope(planId), dot)
    expect([changes.length, more]).toEqual([200, true])
  })

  test('is nothing where the entry is gone', () => {
    const { workbook, planId } = planToTypeIn()
    expect(historyChanges(workbook.db, planScope(planId), 1)).toEqual({ changes: [], more: false })
  })
})

/** One more plan with a section in a workbook that has one. */
function smallPlanIn(workbook: ReturnType<typeof smallPlan>['workbook']) {
  const planId = newId()
  workbook.execute({
    type: 'plan.create',
    id: planId,
    template: 'kommissorium',
    variant: null,
    title: 'Kommissorium',
    period: { from: 2027, to: null },
    unit: 'Direktionen',
  })
  const section = newId()
  const place = { planId, parentId: null, after: null }
  workbook.execute({ type: 'node.insert', id: section, ...place, nodeType: 'section', title: 'X' })
  return { planId, section }
}
