import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../../db/model/changes.ts'
import type { Command } from '../../../db/model/commands.ts'
import { AppError } from '../../../db/model/errors.ts'
import { newId } from '../../../db/model/ids.ts'
import { planRows } from '../../../db/queries/plan-rows.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { expectedChanges, type NodeChange, withoutOldPlaces } from '../../../renderer/state/expected.ts'
import { applyChanges, childrenOf, type Mirror, mirrorOf } from '../../../renderer/state/mirror.ts'
import { type Choices, choices } from '../../support/random-commands.ts'
import { exampleFiles, incoming, newWorkbook, readJson } from '../../support/workbooks.ts'

/** A command that main took, with its news and what the window expected of it. */
interface Step {
  readonly expected: readonly NodeChange[]
  readonly news: readonly Change[]
}

/** Rows that come, move, are renamed and go, close to each other, so that commands often meet on the same row. */
function commandFrom(planId: string, mirror: Mirror, draw: Choices): Command {
  const [kind = 0, a = 0, b = 0, c = 0, ...more] = draw
  const rows = [...mirror.nodes.values()].filter(({ type }) => type === 'indsats').slice(0, 6)
  const parents = [...mirror.nodes.values()].filter(({ type }) => type === 'section').slice(-3)
  const row = rows[a % rows.length]
  const parent = [...parents, ...rows][b % (parents.length + rows.length)]
  const parentId = parent?.id ?? null
  const siblings = childrenOf(mirror, parentId).filter((id) => id !== row?.id)
  const after = siblings[c % (siblings.length + 1)] ?? null
  const move = { type: 'node.move', id: row?.id ?? '', parentId, after } as const
  const [next] = more
  if (kind % 9 === 0 && next !== undefined) {
    const moved = applyChanges(mirror, expectedChanges(mirror, move))
    const second = commandFrom(planId, moved, more)
    if (second.type !== 'batch') return { type: 'batch', commands: [move, second] }
  }
  if (kind % 9 === 1) return { type: 'node.delete', id: row?.id ?? '' }
  if (kind % 9 === 2) return { type: 'node.rename', id: row?.id ?? '', title: `${c}` }
  if (kind % 9 > 5) return move
  return { type: 'node.insert', id: newId(), planId, parentId, after, nodeType: 'indsats', title: '' }
}

/** Gives the commands to main one after the other; the window shows what it expects and hears nothing. */
function stepsOf(workbook: Workbook, start: Mirror, draws: readonly Choices[]) {
  const steps: Step[] = []
  let shown = start
  for (const draw of draws) {
    const command = commandFrom(start.planId, shown, draw)
    try {
      const expected = expectedChanges(shown, command)
      const { changes: news } = workbook.execute(command)
      steps.push({ expected, news })
      shown = applyChanges(shown, expected)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }
  return { steps, shown }
}

test('rows stand at once where main will put them, and no news from the way there moves them about', () => {
  let tried = 0
  fc.assert(
    fc.property(fc.array(choices, { minLength: 5, maxLength: 60 }), (draws) => {
      const workbook = newWorkbook()
      workbook.import(exampleFiles.slice(0, 1).map(readJson).map(incoming), { replace: false })
      const planId = workbook.plans[0]?.id ?? ''
      const { steps, shown } = stepsOf(workbook, mirrorOf(planId, planRows(workbook.db, planId)), draws)
      const atEnd = mirrorOf(planId, planRows(workbook.db, planId))
      expect(new Map(shown.children)).toEqual(atEnd.children)

      const underway = new Map<string, number>()
      for (const { id } of steps.flatMap(({ expected }) => expected)) {
        underway.set(id, (underway.get(id) ?? 0) + 1)
      }
      let mirror = shown
      for (const { expected, news } of steps) {
        const heard = news.flatMap((change): readonly Change[] => {
          if (change.table !== 'node') return [change]
          const kept = withoutOldPlaces(mirror, underway, change)
          return kept ? [kept] : []
        })
        mirror = applyChanges(mirror, heard)
        for (const { id } of expected) underway.set(id, (underway.get(id) ?? 0) - 1)
        expect(new Map(mirror.children)).toEqual(atEnd.children)
        tried += 1
      }
      expect(new Map(mirror.nodes)).toEqual(atEnd.nodes)
      workbook.close()
    }),
    { numRuns: 15 },
  )
  expect(tried).toBeGreaterThan(100)
})
