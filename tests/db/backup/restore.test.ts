import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContentSum } from '../../../db/file/content-sum.ts'
import type { Backup } from '../../../db/model/backup.ts'
import type { Command } from '../../../db/model/commands.ts'
import { AppError } from '../../../db/model/errors.ts'
import { idOf, newId } from '../../../db/model/ids.ts'
import type { NodeType } from '../../../db/model/template/template.ts'
import { nameOf } from '../../../db/model/texts/history.ts'
import { readAll } from '../../../db/queries/read.ts'
import { commit } from '../../../db/transaction.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { type Choices, choices, randomCommand } from '../../support/random-commands.ts'
import { beginSession, richText } from '../../support/workbook-builder.ts'
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

/** A state of the workbook as it is now. */
function backUp(workbook: Workbook): Backup {
  const keeping = workbook.backups.keep('before-merge')
  if (keeping.outcome !== 'kept') throw new Error('not kept')
  return keeping.backup
}

function attempt(workbook: Workbook, choice: Choices): void {
  try {
    workbook.execute(randomCommand(workbook, choice))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const NOTHING = { plans: [], others: 0 }

/** What opening a file checks: the sum of the rows, and that nothing dangles. */
function expectSound(workbook: Workbook): void {
  const { db } = workbook
  expect(db.prepare("SELECT value FROM meta WHERE key = 'contentSum'").pluck().get()).toBe(
    ContentSum.ofAllRows(db).toString(),
  )
  workbook.save()
  const saved = contentOf(workbook)
  const place = { ...placeIn(temporaryFolder()), file: workbook.file }
  expect(contentOf(reopen(place))).toBe(saved)
}

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

/** Two agreements; a bidrag of the first contributes to an indsats of the other. */
function twoPlans() {
  const workbook = newWorkbook()
  const own = planWith(workbook, 'Egen', 'Center for Eget')
  const other = planWith(workbook, 'Anden')
  const bidrag = insert(workbook, own.id, 'bidrag', own.section, 'Bidrag')
  const indsats = insert(workbook, other.id, 'indsats', other.section, 'Indsats')
  workbook.execute({ type: 'link.set', nodeId: bidrag, kind: 'contributesTo', targets: [indsats] })
  return { workbook, own: { ...own, bidrag }, other: { ...other, indsats } }
}

function planWith(
  workbook: Workbook,
  title: string,
  unit = 'Center for Alt',
): { readonly id: string; readonly section: string } {
  const id = newId()
  const create: Command = {
    type: 'plan.create',
    id,
    template: 'maalaftale',
    variant: 'center',
    title,
    period: { from: 2027, to: 2029 },
    unit,
  }
  workbook.execute(create)
  return { id, section: insert(workbook, id, 'section', null, 'Overskrift') }
}

function insert(
  workbook: Workbook,
  planId: string,
  nodeType: NodeType,
  parentId: string | null,
  title: string,
): string {
  const id = newId()
  workbook.execute({ type: 'node.insert', id, planId, parentId, after: null, nodeType, title })
  return id
}

const rename = (workbook: Workbook, id: string, title: string): void =>
  void workbook.execute({ type: 'plan.update', id, changes: { title } })

const linksFrom = (workbook: Workbook, id: string) => readAll(workbook.db, 'link', 'WHERE fromNode = ?', id)

/** Edits that no command makes. */
function change(workbook: Workbook, edit: Parameters<typeof commit>[3]): void {
  commit(workbook.db, beginSession(workbook.db), { kind: 'edit', label: () => ({ command: 'test' }) }, edit)
}

function name(workbook: Workbook, refs: Readonly<Record<string, string | null>>): void {
  change(workbook, (tx) => {
    for (const [id, ref] of Object.entries(refs)) tx.update('plan', id, { ref })
  })
}

const bare = (planId: string, from: string) => ({
  id: idOf('node', from),
  planId,
  pos: 'a0',
  type: 'section' as const,
  title: 'Ny',
  ref: null,
  sectionKey: null,
  annex: 0 as const,
})

/** A plan without the names of its links' targets, which may be gone. */
function rowsOfPlan(workbook: Workbook, planId: string): unknown {
  const { db } = workbook
  const below = 'IN (SELECT id FROM node WHERE planId = ?)'
  return [
    readAll(db, 'node', 'WHERE planId = ? ORDER BY id', planId),
    readAll(db, 'field', `WHERE nodeId ${below} ORDER BY id`, planId),
    readAll(db, 'cover', 'WHERE planId = ? ORDER BY id', planId),
    readAll(db, 'milestone', `WHERE id ${below} ORDER BY id`, planId),
    readAll(db, 'indicator', `WHERE id ${below} ORDER BY id`, planId),
    readAll(db, 'coordinator', `WHERE nodeId ${below} ORDER BY id`, planId),
    readAll(db, 'status', `WHERE nodeId ${below} ORDER BY id`, planId),
    readAll(db, 'link', `WHERE fromNode ${below} ORDER BY id`, planId).map(({ id, pos }) => [id, pos]),
    readAll(db, 'plan', 'WHERE id = ?', planId).map((plan) => ({ ...plan, ref: null })),
  ]
}
