import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idOf, newId } from '../../../db/model/ids.ts'
import { nameOf } from '../../../db/model/texts/history.ts'
import { readAll } from '../../../db/queries/read.ts'
import { choices } from '../../support/random-commands.ts'
import { contentOf, exampleFiles, incoming, readJson } from '../../support/workbooks.ts'
import {
  attempt,
  backUp,
  bare,
  change,
  expectSound,
  insert,
  linksFrom,
  name,
  rename,
  rowsOfPlan,
  twoPlans,
} from './two-plans.ts'

describe('restoring chosen plans', () => {
  test('leaves every other plan and its texts as they are', () => {
    const { workbook, own, other } = twoPlans()
    const backup = backUp(workbook)
    const kept = workbook.plan(own.id)
    rename(workbook, own.id, 'Ændret')
    rename(workbook, other.id, 'Også ændret')
    workbook.execute({ type: 'node.delete', id: own.bidrag })
    const others = rowsOfPlan(workbook, other.id)
    const { undo } = workbook.restore(backup, [own.id])
    expect(undo && nameOf(undo.label)).toBe('Gendan planen »Egen«')
    expect(workbook.plan(own.id)).toEqual(kept)
    expect(rowsOfPlan(workbook, other.id)).toEqual(others)
    expectSound(workbook)
  })

  test('brings back a plan that was deleted, with the links of others to it, and without what is new in it', () => {
    const { workbook, own, other } = twoPlans()
    const backup = backUp(workbook)
    const state = contentOf(workbook)
    workbook.execute({ type: 'plan.delete', id: other.id })
    expect(workbook.openReferences).toHaveLength(1)
    workbook.restore(backup, [other.id])
    expect(workbook.openReferences).toEqual([])
    expect(contentOf(workbook)).toBe(state)
    const before = contentOf(workbook)
    workbook.execute({ type: 'node.delete', id: other.indsats })
    expect(linksFrom(workbook, own.bidrag)).toEqual([])
    workbook.restore(backup, [other.id])
    expect(contentOf(workbook)).toBe(before)
  })

  test('takes away the links of others to what was put in since', () => {
    const { workbook, own, other } = twoPlans()
    const backup = backUp(workbook)
    const added = insert(workbook, other.id, 'indsats', null, 'Ny')
    workbook.execute({
      type: 'link.set',
      nodeId: own.bidrag,
      kind: 'contributesTo',
      targets: [other.indsats, added],
    })
    workbook.restore(backup, [other.id])
    expect(linksFrom(workbook, own.bidrag).map(({ toNode }) => toNode)).toEqual([other.indsats])
    expectSound(workbook)
  })

  test('keeps the name of what it pointed to, where that plan is gone', () => {
    const { workbook, own, other } = twoPlans()
    name(workbook, { [other.id]: 'anden' })
    const backup = backUp(workbook)
    workbook.execute({ type: 'node.delete', id: own.bidrag })
    workbook.execute({ type: 'plan.delete', id: other.id })
    workbook.restore(backup, [own.id])
    expect(workbook.openReferences).toMatchObject([{ from: 'Bidrag', reference: `anden/${other.indsats}` }])
    expectSound(workbook)
  })

  test('gives up a name that another plan has got since', () => {
    const { workbook, own, other } = twoPlans()
    name(workbook, { [own.id]: 'maal' })
    const backup = backUp(workbook)
    workbook.execute({ type: 'plan.delete', id: own.id })
    name(workbook, { [other.id]: 'maal' })
    workbook.restore(backup, [own.id])
    expect(workbook.plans.map(({ id, ref }) => [id, ref])).toContainEqual([own.id, null])
    expect(workbook.plans.map(({ id, ref }) => [id, ref])).toContainEqual([other.id, 'maal'])
  })

  test('brings back the unit, the round and the template that the plan leans on', () => {
    const { workbook, own, other } = twoPlans()
    workbook.execute({ type: 'plan.delete', id: other.id })
    const today = '2027-05-01'
    workbook.execute({ type: 'status.set', nodeId: own.bidrag, light: 'green', today })
    const backup = backUp(workbook)
    const content = contentOf(workbook)
    workbook.execute({ type: 'plan.delete', id: own.id })
    const unit = readAll(workbook.db, 'unit', "WHERE name = 'Center for Eget'")[0]
    change(workbook, (tx) => {
      tx.remove('unit', unit?.id ?? '')
      for (const { id } of readAll(workbook.db, 'round')) tx.remove('round', id)
      tx.remove('template', idOf('template', 'maalaftale'))
    })
    workbook.restore(backup, [own.id])
    expect(contentOf(workbook)).toBe(content)
    expectSound(workbook)
  })

  test('is refused where the backup has no such plan, and nothing is changed', () => {
    const { workbook, own } = twoPlans()
    const backup = backUp(workbook)
    const content = contentOf(workbook)
    expect(() => workbook.restore(backup, [own.id, newId()])).toThrow(
      expect.objectContaining({ code: 'command.outdated' }),
    )
    expect(contentOf(workbook)).toBe(content)
  })

  test('is refused where its rows stand in other plans now', () => {
    const { workbook, own, other } = twoPlans()
    const child = insert(workbook, own.id, 'milestone', own.bidrag, 'Milepæl')
    const backup = backUp(workbook)
    change(workbook, (tx) => {
      tx.update('node', own.bidrag, { planId: other.id, parentId: other.section })
      tx.update('node', child, { planId: other.id })
      tx.insert('node', { ...bare(other.id, child), parentId: own.bidrag })
    })
    const content = contentOf(workbook)
    expect(() => workbook.restore(backup, [own.id])).toThrow(
      expect.objectContaining({ code: 'backup.does-not-fit' }),
    )
    expect(contentOf(workbook)).toBe(content)
    workbook.restore(backup)
    expectSound(workbook)
  })

  test('any walk of commands: the plans that both states hold become those of the backup', () => {
    fc.assert(
      fc.property(fc.array(choices, { minLength: 5, maxLength: 40 }), fc.nat(1000), (more, which) => {
        const { workbook } = twoPlans()
        workbook.import([incoming(readJson(exampleFiles[4] ?? ''))], { replace: false })
        const backup = backUp(workbook)
        const [chosen] = workbook.plans.slice(which % workbook.plans.length)
        const kept = rowsOfPlan(workbook, chosen?.id ?? '')
        for (const choice of more) attempt(workbook, choice)
        const before = contentOf(workbook)
        const { changes } = workbook.restore(backup, [chosen?.id ?? ''])
        expect(rowsOfPlan(workbook, chosen?.id ?? '')).toEqual(kept)
        expectSound(workbook)
        if (changes.length > 0) workbook.undo()
        expect(contentOf(workbook)).toBe(before)
        workbook.close()
      }),
      { numRuns: 25 },
    )
  })
})
