import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../../db/model/changes.ts'
import { AppError } from '../../../db/model/errors.ts'
import { planRows } from '../../../db/queries/plan-rows.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { applyChanges, childrenOf, type Mirror, mirrorOf } from '../../../renderer/state/mirror.ts'
import { choices, randomCommand } from '../../support/random-commands.ts'
import { exampleFiles, incoming, newWorkbook, readJson } from '../../support/workbooks.ts'

/** What a change cannot tell the window: what stands in other plans, and earlier rounds of follow-up. */
const comparable = ({
  targets: _targets,
  contributors: _contributors,
  statuses: _statuses,
  ...mirror
}: Mirror) =>
  Object.entries(mirror).map(([name, rows]) => [name, typeof rows === 'string' ? rows : entriesOf(rows)])

const entriesOf = (rows: ReadonlyMap<string, unknown>) => new Map(rows)

const examples = (count: number) => exampleFiles.slice(0, count).map(readJson).map(incoming)

function execute(workbook: Workbook, draw: readonly number[]): readonly Change[] {
  try {
    const [turn = 0] = draw
    if (turn % 7 === 0 && workbook.history.undo) return workbook.undo().changes
    if (turn % 11 === 0 && workbook.history.redo) return workbook.redo().changes
    return workbook.execute(randomCommand(workbook, draw)).changes
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

test('a mirror that hears all changes equals one that is loaded afresh', () => {
  fc.assert(
    fc.property(fc.array(choices, { minLength: 5, maxLength: 60 }), (draws) => {
      const workbook = newWorkbook()
      workbook.import(examples(2), { replace: false })
      const planId = workbook.plans[0]?.id ?? ''
      let mirror = mirrorOf(planId, planRows(workbook.db, planId))
      for (const draw of draws) {
        mirror = applyChanges(mirror, execute(workbook, draw))
        if (!workbook.plans.some(({ id }) => id === planId)) break
        expect(comparable(mirror)).toEqual(comparable(mirrorOf(planId, planRows(workbook.db, planId))))
      }
      workbook.close()
    }),
    { numRuns: 15 },
  )
})

test('a change elsewhere leaves every map of the mirror as it is', () => {
  const workbook = newWorkbook()
  workbook.import(examples(2), { replace: false })
  const [one, other] = workbook.plans.map(({ id }) => id)
  const before = mirrorOf(one ?? '', planRows(workbook.db, one ?? ''))
  const [node] = planRows(workbook.db, other ?? '').nodes
  const { changes } = workbook.execute({ type: 'node.rename', id: node?.id ?? '', title: 'Noget andet' })
  const after = applyChanges(before, changes)
  expect(changes).toHaveLength(1)
  expect(Object.entries(after).every(([key, value]) => value === before[key as keyof Mirror])).toBe(true)
  workbook.close()
})

test('renaming a row leaves the order of rows alone', () => {
  const workbook = newWorkbook()
  workbook.import(examples(1), { replace: false })
  const planId = workbook.plans[0]?.id ?? ''
  const before = mirrorOf(planId, planRows(workbook.db, planId))
  const id = childrenOf(before, null)[0] ?? ''
  const after = applyChanges(before, workbook.execute({ type: 'node.rename', id, title: 'Ny' }).changes)
  expect(after.nodes.get(id)?.title).toBe('Ny')
  expect(after.children).toBe(before.children)
  workbook.close()
})
