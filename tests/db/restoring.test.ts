import { describe, expect, test } from 'vitest'
import type { Command } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import type { HistoryScope, PlaceChange } from '../../db/model/history/entry.ts'
import { restorableTables } from '../../db/model/history/restorable.ts'
import { newId } from '../../db/model/ids.ts'
import { historyChanges } from '../../db/queries/history.ts'
import type { Workbook } from '../../db/workbook.ts'
import { dotsOf } from '../support/history-words.ts'
import { smallPlan, text } from '../support/small-outline.ts'
import { planToTypeIn, rename, write } from '../support/typist.ts'
import { contentOf, exampleFiles, incoming, newWorkbook, readJson } from '../support/workbooks.ts'

const whole: HistoryScope = { of: 'workbook' }

/** The place that an entry changed, the newest entry being 0; of several, the one that fits, or that can be restored. */
function placeIn(workbook: Workbook, entriesBack: number, fits?: (place: PlaceChange) => boolean) {
  const dot = dotsOf(workbook, whole)[entriesBack] ?? 0
  const { changes } = historyChanges(workbook.db, whole, dot)
  const place = fits ? changes.find(fits) : (changes.find(({ restorable }) => restorable) ?? changes[0])
  if (!place) throw new Error('no such place')
  return { dot, place }
}

function restoreCommand({ dot, place }: { readonly dot: number; readonly place: PlaceChange }): Command {
  const table = restorableTables.find((name) => name === place.table)
  if (!table) throw new Error(`${place.table} cannot be restored`)
  return { type: 'history.restore', dot, table, rowId: place.rowId, unit: place.unit }
}

const restore = (workbook: Workbook, entriesBack: number, fits?: (place: PlaceChange) => boolean) =>
  workbook.execute(restoreCommand(placeIn(workbook, entriesBack, fits)))

/** What was written over, and the commands that write it over. */
const overwritten: readonly (readonly [
  name: string,
  write: (plan: ReturnType<typeof planToTypeIn>, to: 'first' | 'second') => Command,
])[] = [
  ['a title', ({ indsats }, to) => rename(indsats, to)],
  ['a text', ({ indsats }, to) => write(indsats, to)],
  ['a date', ({ milestone }, to) => ({ type: 'milestone.update', id: milestone, changes: { whenText: to } })],
  ['a target', ({ indicator }, to) => ({ type: 'indicator.update', id: indicator, changes: { target: to } })],
  [
    'a plain cover row',
    ({ planId }, to) => ({ type: 'cover.write', planId, key: 'ansvarlig-chef', value: { plain: to } }),
  ],
  [
    'a cover row of rich text',
    ({ planId }, to) => ({
      type: 'cover.write',
      planId,
      key: 'strategisk-afsaet',
      value: { rich: text(to) },
    }),
  ],
  ['a case number', ({ planId }, to) => ({ type: 'plan.update', id: planId, changes: { caseNumber: to } })],
  [
    'a period',
    ({ planId }, to) => ({
      type: 'plan.update',
      id: planId,
      changes: to === 'first' ? { periodFrom: 2020, periodTo: 2022 } : { periodFrom: 2031, periodTo: null },
    }),
  ],
  [
    'a light',
    ({ indsats }, to) => ({
      type: 'status.set',
      nodeId: indsats,
      light: to === 'first' ? 'green' : 'red',
      today: '2027-04-01',
    }),
  ],
  ["the organisation's name", (_, to) => ({ type: 'organisation.rename', name: to })],
]

describe('an older value comes back', () => {
  test.each(overwritten)('of %s', (_name, command) => {
    const plan = planToTypeIn()
    const { workbook, clock } = plan
    workbook.execute(command(plan, 'first'))
    clock.wait(60_000)
    const before = contentOf(workbook)
    workbook.execute(command(plan, 'second'))
    const after = contentOf(workbook)
    restore(workbook, 0)
    expect(contentOf(workbook)).toBe(before)
    workbook.undo()
    expect(contentOf(workbook)).toBe(after)
    workbook.redo()
    expect(workbook.history.undo?.label.command).toBe('history.restore')
  })

  test('of a plan goes back to its unit', () => {
    const { workbook, planId } = planToTypeIn()
    workbook.execute({ type: 'plan.set-unit', id: planId, unit: 'Direktionen' })
    restore(workbook, 0)
    expect(workbook.plan(planId).unit).toBe('Center for Havne')
  })

  test('also where much was written over it since', () => {
    const { workbook, clock, indsats } = planToTypeIn()
    for (const title of ['1', '2', '3', '4']) {
      workbook.execute(rename(indsats, title))
      clock.wait(60_000)
    }
    restore(workbook, 2)
    expect(workbook.plan(workbook.plans[0]?.id ?? '').outline.at(0)?.children[0]?.title).toBe('1')
  })

  test('of a text that was taken away since', () => {
    const { workbook, clock, indsats } = planToTypeIn()
    for (const words of ['Første', 'Anden', null]) {
      workbook.execute(write(indsats, words))
      clock.wait(60_000)
    }
    const textOf = () =>
      workbook.db.prepare("SELECT doc FROM field WHERE nodeId = ? AND key = 'effekt'").pluck().get(indsats)
    restore(workbook, 1)
    expect(textOf()).toContain('Første')
    workbook.undo()
    restore(workbook, 2)
    expect(textOf()).toContain('Anden')
  })

  test('of a place, with all that stands below', () => {
    const { workbook, idOf, outline } = smallPlan()
    workbook.execute({ type: 'node.move', id: idOf('a1'), parentId: idOf('C'), after: null })
    expect(outline()).toBe('A(a2) B C(a1)')
    restore(workbook, 0)
    expect(outline()).toBe('A(a1 a2) B C')
  })
})

describe('a removed branch comes back', () => {
  test('with its texts, milestones, indicators, links and lights, in one step', () => {
    const plan = planToTypeIn()
    const { workbook, section, indsats } = plan
    workbook.execute(write(indsats, 'Færre'))
    workbook.execute({ type: 'status.set', nodeId: indsats, light: 'red', today: '2027-04-01' })
    const before = contentOf(workbook)
    workbook.execute({ type: 'node.delete', id: section })
    workbook.execute({ type: 'organisation.rename', name: 'Egelund Kommune' })
    workbook.execute({ type: 'organisation.rename', name: 'Sundkøbing Kommune' })
    restore(workbook, 2)
    expect(contentOf(workbook)).toBe(before)
    expect(workbook.undo().undo?.label.command).toBe('organisation.rename')
  })

  test('with the links of others to it, and without those whose other end is gone', () => {
    const { workbook, idOf, insert, outline } = smallPlan()
    insert('indsats', 'a3', 'A', 'a2')
    const link = (...targets: readonly string[]): Command => ({
      type: 'link.set',
      nodeId: idOf('a2'),
      kind: 'contributesTo',
      targets: targets.map(idOf),
    })
    const links = () => workbook.db.prepare('SELECT toNode FROM link ORDER BY pos').pluck().all()
    workbook.execute(link('a1', 'a3'))
    workbook.execute({ type: 'node.delete', id: idOf('a1') })
    restore(workbook, 0)
    expect(links()).toEqual([idOf('a1'), idOf('a3')])
    workbook.execute({ type: 'node.delete', id: idOf('a2') })
    workbook.execute({ type: 'node.delete', id: idOf('a3') })
    restore(workbook, 1)
    expect([outline(), links()]).toEqual(['A(a1 a2) B C', [idOf('a1')]])
  })

  test('of a whole plan, with the links from other plans that had become references by name', () => {
    const workbook = newWorkbook()
    const files = exampleFiles.filter((file) => /\/0[123]-/.test(file))
    workbook.import(
      files.map((file) => incoming(readJson(file))),
      { replace: false },
    )
    const before = contentOf(workbook)
    const [, direction] = workbook.plans
    workbook.execute({ type: 'plan.delete', id: direction?.id ?? '' })
    restore(workbook, 0, ({ table }) => table === 'plan')
    expect(contentOf(workbook)).toBe(before)
  })

  test('without the name for references that another has taken meanwhile', () => {
    const workbook = newWorkbook()
    const file = incoming(readJson(exampleFiles[0] ?? ''))
    workbook.import([file], { replace: false })
    const [plan] = workbook.plans
    workbook.execute({ type: 'plan.delete', id: plan?.id ?? '' })
    workbook.import([file], { replace: false })
    restore(workbook, 1, ({ table }) => table === 'plan')
    expect(workbook.plans.map(({ ref }) => ref).toSorted()).toEqual([plan?.ref, null].toSorted())
  })

  test('once: where it stands again, nothing happens', () => {
    const { workbook, idOf } = smallPlan()
    workbook.execute({ type: 'node.delete', id: idOf('A') })
    const command = restoreCommand(placeIn(workbook, 0))
    workbook.execute(command)
    expect(workbook.execute(command).changes).toEqual([])
  })
})

describe('is refused, and nothing is changed', () => {
  const refused = (workbook: Workbook, command: Command, error: AppError) => {
    const before = contentOf(workbook)
    expect(() => workbook.execute(command)).toThrow(error)
    expect(contentOf(workbook)).toBe(before)
  }

  test('where the row that the text belonged to is gone', () => {
    const { workbook, clock, indsats } = planToTypeIn()
    for (const words of ['Første', 'Anden']) {
      workbook.execute(write(indsats, words))
      clock.wait(60_000)
    }
    const command = restoreCommand(placeIn(workbook, 0))
    workbook.execute({ type: 'node.delete', id: indsats })
    refused(workbook, command, new AppError('history.no-place', { where: 'Tidlig indsats' }))
  })

  test('where the row above is gone, until that is restored', () => {
    const { workbook, idOf, outline } = smallPlan()
    workbook.execute({ type: 'node.delete', id: idOf('a1') })
    const command = restoreCommand(placeIn(workbook, 0))
    workbook.execute({ type: 'node.delete', id: idOf('A') })
    refused(workbook, command, new AppError('history.no-place', { where: 'A' }))
    restore(workbook, 0, ({ title }) => title === 'A')
    workbook.execute(command)
    expect(outline()).toBe('A(a1 a2) B C')
  })

  test('where the row itself is gone', () => {
    const { workbook, idOf } = smallPlan()
    workbook.execute(rename(idOf('a1'), 'Ny'))
    const command = restoreCommand(placeIn(workbook, 0))
    workbook.execute({ type: 'node.delete', id: idOf('a1') })
    refused(workbook, command, new AppError('history.no-place', { where: 'Ny' }))
  })

  test('where a row would come to stand below itself', () => {
    const { workbook, idOf, insert } = smallPlan()
    insert('section', 'D', 'B')
    workbook.execute({ type: 'node.move', id: idOf('D'), parentId: null, after: null })
    const command = restoreCommand(placeIn(workbook, 0))
    workbook.execute({ type: 'node.move', id: idOf('B'), parentId: idOf('D'), after: null })
    refused(workbook, command, new AppError('command.not-allowed', { what: 'D', where: 'D' }))
  })

  test('what is not in the history, and what only came', () => {
    const { workbook, planId, idOf } = smallPlan()
    const forgotten = new AppError('history.forgotten', {})
    const came = placeIn(workbook, 0)
    refused(workbook, restoreCommand(came), forgotten)
    workbook.execute(rename(idOf('a1'), 'Ny'))
    const { dot, place } = placeIn(workbook, 0)
    const good = { type: 'history.restore', dot, table: 'node', rowId: place.rowId, unit: 'title' } as const
    refused(workbook, { ...good, dot: 17 }, forgotten)
    refused(workbook, { ...good, rowId: newId() }, forgotten)
    refused(workbook, { ...good, unit: 'place' }, forgotten)
    refused(workbook, { ...good, unit: 'pos' }, forgotten)
    refused(workbook, { ...good, table: 'plan', rowId: planId }, forgotten)
    workbook.execute(good)
    expect(workbook.plan(planId).outline[0]?.children[0]?.title).toBe('a1')
  })
})
