import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameOf } from '../../../db/model/texts/history.ts'
import { choices } from '../../support/random-commands.ts'
import { richText } from '../../support/workbook-builder.ts'
import {
  contentOf,
  exampleFiles,
  incoming,
  newWorkbook,
  placeIn,
  readJson,
  reopen,
  temporaryFolder,
} from '../../support/workbooks.ts'
import { attempt, backUp, expectSound, insert, NOTHING, name, planWith, twoPlans } from './two-plans.ts'

describe('restoring everything', () => {
  test('gives the state that was kept, and undoing it exactly the state before', () => {
    fc.assert(
      fc.property(
        fc.array(choices, { maxLength: 40 }),
        fc.array(choices, { maxLength: 40 }),
        (some, more) => {
          const workbook = newWorkbook()
          workbook.import([incoming(readJson(exampleFiles[4] ?? ''))], { replace: false })
          for (const choice of some) attempt(workbook, choice)
          const [kept, backup] = [contentOf(workbook), backUp(workbook)]
          for (const choice of more) attempt(workbook, choice)
          const before = contentOf(workbook)
          const session = workbook.db.prepare('SELECT * FROM session').all()
          const { changes } = workbook.restore(backup)
          expect(contentOf(workbook)).toBe(kept)
          expect(changes.length === 0).toBe(before === kept)
          expect(workbook.backups.difference(backup)).toEqual(NOTHING)
          expectSound(workbook)
          if (changes.length > 0) {
            expect(workbook.db.prepare('SELECT * FROM session').all()).not.toEqual(session)
            workbook.undo()
            expect(contentOf(workbook)).toBe(before)
            workbook.redo()
            expect(contentOf(workbook)).toBe(kept)
          }
          workbook.close()
        },
      ),
      { numRuns: 25 },
    )
  })

  test('is one entry of the history, stamped anew, which survives a restart', () => {
    const place = placeIn(temporaryFolder())
    const first = newWorkbook(place)
    const backup = backUp(first)
    first.execute({ type: 'organisation.rename', name: 'Vesterlyng Kommune' })
    const stamp = () => JSON.parse(String(first.db.prepare('SELECT mods FROM setting').pluck().get())).value
    const older = stamp()
    expect(first.restore(backup).undo?.label).toEqual({ command: 'workbook.restore' })
    expect(stamp()).toBeGreaterThan(older)
    expect(first.organisation).toBe('Sundkøbing Kommune')
    first.save()
    first.close()
    const second = reopen(place)
    const label = second.history.undo?.label
    expect(label && nameOf(label)).toBe('Gendan projektmappen fra en sikkerhedskopi')
    second.undo()
    expect(second.organisation).toBe('Vesterlyng Kommune')
  })

  test('works where two plans have changed names with each other', () => {
    const workbook = newWorkbook()
    const [a, b] = [planWith(workbook, 'A').id, planWith(workbook, 'B').id]
    name(workbook, { [a]: 'en', [b]: 'to' })
    const [kept, backup] = [contentOf(workbook), backUp(workbook)]
    name(workbook, { [a]: null })
    name(workbook, { [b]: 'en', [a]: 'to' })
    const before = contentOf(workbook)
    workbook.restore(backup)
    expect(contentOf(workbook)).toBe(kept)
    workbook.undo()
    expect(contentOf(workbook)).toBe(before)
    expectSound(workbook)
  })
})

describe('the difference tells', () => {
  test('nothing where nothing has changed', () => {
    const { workbook } = twoPlans()
    expect(workbook.backups.difference(backUp(workbook))).toEqual(NOTHING)
  })

  test('of each plan what was put in, taken out and written, with a few titles', () => {
    const { workbook, own, other } = twoPlans()
    const backup = backUp(workbook)
    insert(workbook, own.id, 'section', null, 'Nyt afsnit')
    workbook.execute({ type: 'field.write', nodeId: own.section, key: 'text', doc: richText('Nyt') })
    workbook.execute({ type: 'node.delete', id: own.bidrag })
    workbook.execute({
      type: 'plan.update',
      id: other.id,
      changes: { status: 'hoering', title: 'Anden, i høring' },
    })
    workbook.execute({ type: 'organisation.rename', name: 'Egelund Kommune' })
    const { plans, others } = workbook.backups.difference(backup)
    expect(others).toBe(1)
    expect(plans).toMatchObject([
      {
        planId: own.id,
        title: 'Egen',
        since: 'changed',
        nodes: { added: 1, removed: 1, changed: 1 },
        properties: false,
      },
      {
        planId: other.id,
        title: 'Anden, i høring',
        since: 'changed',
        nodes: { added: 0, removed: 0, changed: 0 },
        properties: true,
        titles: [],
      },
    ])
    expect(plans[0]?.titles.toSorted()).toEqual(['Bidrag', 'Nyt afsnit', 'Overskrift'])
  })

  test('of plans that have come and gone', () => {
    const { workbook, own, other } = twoPlans()
    const backup = backUp(workbook)
    workbook.execute({ type: 'plan.delete', id: other.id })
    const added = planWith(workbook, 'Ny')
    const nodes = { added: 0, removed: 0, changed: 0 }
    expect(workbook.backups.difference(backup).plans).toMatchObject([
      // Its link points by name now.
      { planId: own.id, since: 'changed', nodes: { ...nodes, changed: 1 } },
      { planId: added.id, title: 'Ny', since: 'added' },
      { planId: other.id, title: 'Anden', since: 'removed', nodes: { added: 0 } },
    ])
    const [, , gone] = workbook.backups.difference(backup).plans
    expect(gone?.nodes.removed).toBeGreaterThan(1)
    expect(gone?.titles.length).toBeLessThanOrEqual(5)
  })
})
