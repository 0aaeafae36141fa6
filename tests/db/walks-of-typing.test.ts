import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ContentSum } from '../../db/file/content-sum.ts'
import type { Command } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import { tableNames } from '../../db/model/records.ts'
import { typingTarget } from '../../db/model/typing.ts'
import { layouts } from '../../db/tables.ts'
import type { Workbook } from '../../db/workbook.ts'
import { choices, randomCommand } from '../support/random-commands.ts'
import { everyTyping, planToTypeIn } from '../support/typist.ts'
import { contentOf } from '../support/workbooks.ts'

type Does = 'undo' | 'redo' | 'save' | 'edit'

interface Step {
  readonly does: Does
  /** Milliseconds before it. */
  readonly pause: number
  readonly command: (plan: ReturnType<typeof planToTypeIn>) => Command
}

const pause = fc.constantFrom(0, 0, 300, 999, 1000, 5000)

const anything = fc
  .record({ does: fc.constantFrom<Does>('undo', 'redo', 'save', 'edit'), pause, choice: choices })
  .map(({ choice, ...step }): readonly Step[] => [
    { ...step, command: ({ workbook }) => randomCommand(workbook, choice) },
  ])

const key = fc.record({
  does: fc.constantFrom<Does>('edit', 'edit', 'edit', 'edit', 'save'),
  pause,
  text: fc.constantFrom('', 'F', 'Flere', 'Flere børn'),
})

const burst = fc
  .record({
    typed: fc.constantFrom(...everyTyping.map(([, typed]) => typed)),
    keys: fc.array(key, { minLength: 2, maxLength: 8 }),
  })
  .map(({ typed, keys }): readonly Step[] =>
    keys.map(({ text, ...step }) => ({ ...step, command: (plan) => typed(text, plan) })),
  )

const walk = fc
  .array(fc.oneof(anything, burst), { minLength: 10, maxLength: 30 })
  .map((parts): readonly Step[] => parts.flat())

interface Played {
  readonly does: Does
  readonly before: string
  readonly command: Command
}

/** Does the steps, and tells of each that did anything. */
function* play(plan: ReturnType<typeof planToTypeIn>, steps: readonly Step[]): Generator<Played> {
  const { workbook, clock } = plan
  // What was there before the walk stays.
  const start = workbook.history.undo?.dot
  for (const { does, pause, command } of steps) {
    clock.wait(pause)
    const before = contentOf(workbook)
    const given = command(plan)
    if (does === 'save') workbook.save()
    else if (does === 'edit') {
      if (!attempt(workbook, given)) continue
    } else {
      const next = workbook.history[does]
      if (next === null || next.dot === start) continue
      workbook[does]()
    }
    yield { does, before, command: given }
  }
}

/** What the history must be, told without looking into it: the states to go back and forward to. */
class Expected {
  past: readonly string[] = []
  future: readonly string[] = []
  goneOn = 0
  #typing: { readonly target: string; readonly at: number } | null = null

  add({ does, before, command }: Played, now: string, at: number): void {
    const typing = this.#typing
    this.#typing = null
    if (does === 'undo') this.#move(this.past.slice(0, -1), [...this.future, before])
    else if (does === 'redo') this.#move([...this.past, before], this.future.slice(0, -1))
    else if (does === 'edit') {
      const target = typingTarget(command)
      const goesOn = typing !== null && typing.target === target && at - typing.at < 1000
      if (goesOn) this.goneOn += 1
      const past = goesOn ? this.past : [...this.past, before]
      const takenBack = goesOn && past.at(-1) === now
      this.#move(takenBack ? past.slice(0, -1) : past, [])
      if (target !== null && !takenBack) this.#typing = { target, at }
    }
  }

  #move(past: readonly string[], future: readonly string[]): void {
    this.past = past
    this.future = future
  }
}

describe('any walk of commands, typing, pauses, undos, redos and saves', () => {
  test('agrees with a plain list of states', () => {
    let goneOn = 0
    fc.assert(
      fc.property(walk, (steps) => {
        const plan = planToTypeIn()
        const { workbook, clock } = plan
        const start = workbook.history.undo
        const expected = new Expected()
        for (const played of play(plan, steps)) {
          const [past, future] = [expected.past, expected.future]
          if (played.does === 'undo') expect(contentOf(workbook)).toBe(past.at(-1))
          if (played.does === 'redo') expect(contentOf(workbook)).toBe(future.at(-1))
          expected.add(played, contentOf(workbook), clock.now())
          expect(storedSum(workbook)).toBe(ContentSum.ofAllRows(workbook.db).toString())
          expect(workbook.history.redo === null).toBe(expected.future.length === 0)
        }
        for (const state of expected.past.toReversed()) {
          workbook.undo()
          expect(contentOf(workbook)).toBe(state)
        }
        expect(workbook.history.undo).toEqual(start)
        goneOn += expected.goneOn
        workbook.close()
      }),
      { numRuns: 30 },
    )
    expect(goneOn).toBeGreaterThan(200)
  })

  test('never gives a value that was published another value under the same stamp', () => {
    fc.assert(
      fc.property(walk, (steps) => {
        const plan = planToTypeIn()
        const published = new Map<string, string>()
        for (const { does } of play(plan, steps)) {
          if (does !== 'save') continue
          for (const [stamp, value] of stamps(plan.workbook)) {
            expect([stamp, published.get(stamp) ?? value]).toEqual([stamp, value])
            published.set(stamp, value)
          }
        }
        plan.workbook.close()
      }),
      { numRuns: 20 },
    )
  })
})

/** Whether the command changed anything; one that is refused is no failure here. */
function attempt(workbook: Workbook, command: Command): boolean {
  try {
    return workbook.execute(command).changes.length > 0
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return false
  }
}

const storedSum = (workbook: Workbook): unknown =>
  workbook.db.prepare("SELECT value FROM meta WHERE key = 'contentSum'").pluck().get()

/** Every unit of columns of every row with the dot that it was last written under, and its values. */
function stamps(workbook: Workbook): readonly (readonly [stamp: string, value: string])[] {
  return tableNames.flatMap((table) =>
    workbook.db
      .prepare<[], Record<string, string | number | null>>(`SELECT * FROM ${table}`)
      .all()
      .flatMap((row) => {
        const mods: Record<string, number> = row.mods === null ? {} : JSON.parse(String(row.mods))
        const units = Map.groupBy(layouts[table].columns, (column) => layouts[table].units[column] ?? column)
        return Array.from(units, ([unit, columns]) => {
          const stamp = `${table} ${row.id} ${unit} ${mods[unit] ?? row.born}`
          return [stamp, JSON.stringify(columns.map((column) => row[column]))] as const
        })
      }),
  )
}
