import { expect, test } from 'vitest'
import { formatExchange } from '../../db/model/exchange/format.ts'
import { newId } from '../../db/model/ids.ts'
import type { Workbook } from '../../db/workbook.ts'
import { smallPlan, text } from '../support/small-outline.ts'
import {
  contentOf,
  exampleFiles,
  incoming,
  newWorkbook,
  placeIn,
  readJson,
  reopen,
  temporaryFolder,
} from '../support/workbooks.ts'

/** The example's plans; one of them twice. */
function duplicated(place = placeIn(temporaryFolder())) {
  const workbook = newWorkbook(place)
  const { ids } = workbook.import(exampleFiles.map(readJson).map(incoming), { replace: false })
  return { workbook, ids }
}

function duplicate(workbook: Workbook, id: string, title = 'Kopi') {
  const copy = newId()
  workbook.execute({ type: 'plan.duplicate', id, newId: copy, title })
  return copy
}

/** The plan as it leaves the program, without what a copy does not share and with references by number instead of by name. */
function shape(workbook: Workbook, planId: string): string {
  const { id: _id, title: _title, status: _status, ...plan } = formatExchange(workbook.plan(planId)).plan
  const ids = new Map<string, string>()
  return JSON.stringify(plan).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    ids.set(id, ids.get(id) ?? `#${ids.size}`)
    return ids.get(id) ?? ''
  })
}

test('a copy holds all that was written, under a title of its own, as a draft that no reference names', () => {
  const { workbook, ids } = duplicated()
  for (const id of ids) {
    const copy = duplicate(workbook, id)
    expect(shape(workbook, copy)).toBe(shape(workbook, id))
    expect(workbook.plan(copy)).toMatchObject({ title: 'Kopi', status: 'udkast' })
    expect(workbook.plans.find((plan) => plan.id === copy)?.ref).toBeNull()
  }
})

test('it stands right after the plan it is a copy of', () => {
  const { workbook, ids } = duplicated()
  const copy = duplicate(workbook, ids[0] ?? '')
  expect(workbook.plans.map(({ id }) => id)).toEqual([ids[0], copy, ...ids.slice(1)])
})

test('links inside the plan join the copies, links to other plans stay', () => {
  const { workbook, planId, idOf } = smallPlan()
  const other = duplicate(workbook, planId, 'Den anden')
  const elsewhere = nodeOf(workbook, other, 'a1')
  const targets = [elsewhere, idOf('a1')]
  workbook.execute({ type: 'link.set', nodeId: idOf('a2'), kind: 'contributesTo', targets })
  const copy = duplicate(workbook, planId)
  expect(targetsOf(workbook, nodeOf(workbook, copy, 'a2'))).toEqual([elsewhere, nodeOf(workbook, copy, 'a1')])
  expect(targetsOf(workbook, idOf('a2'))).toEqual(targets)
})

test('follow-up stays with the plan that was followed up', () => {
  const { workbook, planId, idOf } = smallPlan()
  workbook.execute({ type: 'status.set', nodeId: idOf('a1'), light: 'green', today: '2027-05-03' })
  duplicate(workbook, planId)
  expect(workbook.db.prepare('SELECT count(*) FROM status').pluck().get()).toBe(1)
})

test('changing the copy leaves the original as it was, and undo takes the whole copy back', () => {
  const { workbook, planId, idOf } = smallPlan()
  workbook.execute({ type: 'field.write', nodeId: idOf('a1'), key: 'effekt', doc: text('Ro') })
  const before = contentOf(workbook)
  const original = shape(workbook, planId)
  const copy = duplicate(workbook, planId)
  workbook.execute({ type: 'field.write', nodeId: nodeOf(workbook, copy, 'a1'), key: 'effekt', doc: null })
  expect(shape(workbook, planId)).toBe(original)
  workbook.undo()
  workbook.undo()
  expect(contentOf(workbook)).toBe(before)
})

test('a workbook with a copy in it is saved, passes every check, and is opened again', () => {
  const place = placeIn(temporaryFolder())
  const { workbook, ids } = duplicated(place)
  for (const id of ids) duplicate(workbook, id)
  workbook.save()
  const content = contentOf(workbook)
  workbook.close()
  // On another computer nothing is known of the file.
  const elsewhere = { ...place, workBase: `${place.workBase}-2` }
  expect(contentOf(reopen(elsewhere))).toBe(content)
})

const nodeOf = (workbook: Workbook, planId: string, title: string): string =>
  String(workbook.db.prepare('SELECT id FROM node WHERE planId = ? AND title = ?').pluck().get(planId, title))

const targetsOf = (workbook: Workbook, nodeId: string) =>
  workbook.db.prepare('SELECT toNode FROM link WHERE fromNode = ? ORDER BY pos').pluck().all(nodeId)
