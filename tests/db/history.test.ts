import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../db/model/errors.ts'
import { newId } from '../../db/model/ids.ts'
import { type TableName, tableNames } from '../../db/model/records.ts'
import { type Choices, choices, randomCommand } from '../support/random-commands.ts'
import { contentOf, newWorkbook, placeIn, reopen, temporaryFolder } from '../support/workbooks.ts'

/** Templates, measurements and versions have no commands yet; conflicts come by merging. */
const tablesThatCommandsFill = tableNames.filter(
  (table) => !['template', 'measurement', 'snapshot', 'conflict'].includes(table),
)

/** The tables that a command changed; one that is refused must leave everything as it was. */
function attempt(workbook: ReturnType<typeof newWorkbook>, choice: Choices): readonly TableName[] {
  const before = contentOf(workbook)
  try {
    return workbook.execute(randomCommand(workbook, choice)).changes.map(({ table }) => table)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect(contentOf(workbook)).toBe(before)
    return []
  }
}

describe('undo and redo', () => {
  test('undoing all of thousands of random commands gives every earlier state, redoing every later one', () => {
    const workbook = newWorkbook()
    const states = [contentOf(workbook)]
    const draws = fc.sample(choices, { numRuns: 2500, seed: 20261122 })
    const touched = new Set<TableName>()
    for (const draw of draws) {
      const tables = attempt(workbook, draw)
      for (const table of tables) touched.add(table)
      if (tables.length > 0) states.push(contentOf(workbook))
    }
    expect(states.length).toBeGreaterThan(1000)
    expect(tableNames.filter((table) => touched.has(table))).toEqual(tablesThatCommandsFill)
    for (const state of states.slice(0, -1).toReversed()) {
      workbook.undo()
      expect(contentOf(workbook) === state).toBe(true)
    }
    expect(() => workbook.undo()).toThrow(new AppError('command.nothing-to-undo', {}))
    for (const state of states.slice(1)) {
      workbook.redo()
      expect(contentOf(workbook) === state).toBe(true)
    }
    expect(() => workbook.redo()).toThrow(new AppError('command.nothing-to-redo', {}))
  })

  test('any walk of commands, undos and redos agrees with a plain list of states', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), choices), { maxLength: 60 }), (steps) => {
        const workbook = newWorkbook()
        let past: string[] = []
        let future: string[] = []
        for (const [step, choice] of steps) {
          const now = contentOf(workbook)
          if (step === 0 && past.length > 0) {
            workbook.undo()
            future = [...future, now]
            expect(contentOf(workbook)).toBe(past.pop())
          } else if (step === 1 && future.length > 0) {
            workbook.redo()
            past = [...past, now]
            expect(contentOf(workbook)).toBe(future.pop())
          } else {
            if (attempt(workbook, choice).length === 0) continue
            past = [...past, now]
            future = []
          }
        }
        workbook.close()
      }),
      { numRuns: 40 },
    )
  })

  test('survive a restart, and are named by what they take back', () => {
    const place = placeIn(temporaryFolder())
    const first = newWorkbook(place)
    const id = newId()
    first.execute({
      type: 'plan.create',
      id,
      template: 'kommissorium',
      variant: null,
      title: 'Kommissorium',
      period: { from: 2027, to: 2027 },
      unit: 'Direktionen',
    })
    first.execute({ type: 'plan.update', id, changes: { title: 'Kommissorium for trivsel' } })
    first.undo()
    first.save()
    first.close()

    const second = reopen(place)
    const redone = second.redo()
    expect(redone.undo?.label).toEqual({ command: 'plan.update', about: 'Kommissorium for trivsel' })
    expect(second.plan(id).title).toBe('Kommissorium for trivsel')
    second.undo()
    expect(second.undo().undo).toBeNull()
    expect(second.plans).toEqual([])
  })

  test("stop at another person's work", () => {
    const place = placeIn(temporaryFolder())
    const first = newWorkbook(place)
    first.execute({ type: 'organisation.rename', name: 'Vesterlyng Kommune' })
    first.save()
    first.close()
    const colleague = reopen({ ...place, person: { who: 'Bo', machine: 'pc-2' } })
    expect(() => colleague.undo()).toThrow(AppError)
    colleague.execute({ type: 'organisation.rename', name: 'Egelund Kommune' })
    colleague.save()
    colleague.close()
    expect(() => reopen(place).undo()).toThrow(AppError)
  })

  test('a new command after an undo forgets what could be redone', () => {
    const workbook = newWorkbook()
    workbook.execute({ type: 'organisation.rename', name: 'A' })
    workbook.undo()
    workbook.execute({ type: 'organisation.rename', name: 'B' })
    expect(() => workbook.redo()).toThrow(AppError)
    workbook.undo()
    expect(workbook.organisation).toBe('Sundkøbing Kommune')
  })
})
