import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Command, commandSchema } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import { newId } from '../../db/model/ids.ts'
import { choices, randomCommand } from '../support/random-commands.ts'
import { batch, entries, planToTypeIn, rename } from '../support/typist.ts'
import { contentOf } from '../support/workbooks.ts'

const remove = (id: string): Command => ({ type: 'node.delete', id })

describe('a batch', () => {
  test('is one entry of the history, and undone in one step', () => {
    const { workbook, milestone, indicator, indsats } = planToTypeIn()
    const [before, count] = [contentOf(workbook), entries(workbook)]
    const { changes } = workbook.execute(batch(remove(milestone), rename(indsats, 'Ny'), remove(indicator)))
    expect(changes.map(({ table }) => table)).toEqual(['milestone', 'node', 'node', 'indicator', 'node'])
    expect(entries(workbook)).toBe(count + 1)
    const after = contentOf(workbook)
    workbook.undo()
    expect(contentOf(workbook)).toBe(before)
    workbook.redo()
    expect(contentOf(workbook)).toBe(after)
  })

  test('does its commands in order: a row can be put below one that is made with it', () => {
    const { workbook, planId, section } = planToTypeIn()
    const [parent, child] = [newId(), newId()]
    const insert = (id: string, parentId: string, nodeType: 'indsats' | 'milestone'): Command => ({
      type: 'node.insert',
      id,
      planId,
      parentId,
      after: null,
      nodeType,
      title: nodeType,
    })
    workbook.execute(batch(insert(parent, section, 'indsats'), insert(child, parent, 'milestone')))
    const [node] = workbook.plan(planId).outline.find(({ title }) => title === 'A')?.children ?? []
    expect(node).toMatchObject({ title: 'indsats', milestones: [{ title: 'milestone' }] })
  })

  test.each([
    ['first', 0],
    ['in the middle', 1],
    ['last', 2],
  ])('of which a command is refused %s has done nothing', (_name, place) => {
    const { workbook, milestone, indsats } = planToTypeIn()
    const [before, count, history] = [contentOf(workbook), entries(workbook), workbook.history]
    const commands = [rename(indsats, 'Ny'), remove(milestone)].toSpliced(place, 0, remove(newId()))
    expect(() => workbook.execute(batch(...commands))).toThrow(
      expect.objectContaining({ code: 'command.outdated' }),
    )
    expect(contentOf(workbook)).toBe(before)
    expect(entries(workbook)).toBe(count)
    expect(workbook.history).toEqual(history)
  })

  test('happens whole or not at all, whatever its commands, and is undone exactly', () => {
    let done = 0
    fc.assert(
      fc.property(
        fc.array(fc.array(choices, { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
        (batches) => {
          const { workbook } = planToTypeIn()
          const states: string[] = []
          for (const draws of batches) {
            const before = contentOf(workbook)
            const command = batch(...draws.map((draw) => randomCommand(workbook, draw)))
            try {
              if (workbook.execute(command).changes.length > 0) states.push(before)
            } catch (error) {
              expect(error).toBeInstanceOf(AppError)
              expect(contentOf(workbook)).toBe(before)
            }
          }
          done += states.length
          for (const state of states.toReversed()) {
            workbook.undo()
            expect(contentOf(workbook)).toBe(state)
          }
          workbook.close()
        },
      ),
      { numRuns: 40 },
    )
    expect(done).toBeGreaterThan(20)
  })
})

describe('the history names a batch', () => {
  const labelOf = (command: (plan: ReturnType<typeof planToTypeIn>) => Command) => {
    const plan = planToTypeIn()
    return plan.workbook.execute(command(plan)).undo?.label
  }

  test('by its first command, and how many there are of that', () => {
    expect(labelOf(({ milestone, indicator }) => batch(remove(milestone), remove(indicator)))).toEqual({
      command: 'node.delete',
      about: 'Planen er vedtaget',
      count: 2,
    })
  })

  test('without counting what comes along with it', () => {
    const label = labelOf(({ milestone, indsats, section }) =>
      batch(rename(indsats, 'Ny'), remove(milestone), rename(section, 'B')),
    )
    expect(label).toEqual({ command: 'node.rename', about: 'Ny', count: 2 })
  })

  test('of one as that one', () => {
    const one = labelOf(({ indsats }) => rename(indsats, 'Ny'))
    expect(labelOf(({ indsats }) => batch(rename(indsats, 'Ny')))).toEqual(one)
    expect(one).toEqual({ command: 'node.rename', about: 'Ny' })
  })
})

test.each<[string, unknown]>([
  ['an empty batch', { type: 'batch', commands: [] }],
  ['a batch in a batch', { type: 'batch', commands: [{ type: 'batch', commands: [remove(newId())] }] }],
  ['a batch of what is no command', { type: 'batch', commands: [{ type: 'node.explode' }] }],
  ['more than 10,000 commands', { type: 'batch', commands: Array(10_001).fill(remove(newId())) }],
])('%s does not come over the border', (_name, value) => {
  expect(commandSchema.safeParse(value).success).toBe(false)
})

test('10,000 commands come over the border', () => {
  const commands = Array.from({ length: 10_000 }, () => remove(newId()))
  expect(commandSchema.safeParse({ type: 'batch', commands }).success).toBe(true)
})
