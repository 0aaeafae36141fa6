import { describe, expect, test } from 'vitest'
import type { SingleCommand } from '../../../db/model/commands.ts'
import { AppError } from '../../../db/model/errors.ts'
import { nameOf } from '../../../db/model/texts/history.ts'
import {
  type Colleague,
  colleagues,
  conflictsIn,
  move,
  remove,
  rename,
  settle,
  textIn,
  titleIn,
  twoColleagues,
  write,
} from '../../support/colleagues.ts'
import { contentOf } from '../../support/workbooks.ts'

type Choice = Extract<SingleCommand, { type: 'conflict.resolve' }>['choice']

const decide = (person: Colleague, choice: Choice): void => {
  for (const { id } of conflictsIn(person)) person.workbook.execute({ type: 'conflict.resolve', id, choice })
}

/** Both renamed A; Anne has merged Bo's. */
function titleConflict() {
  const two = twoColleagues()
  two.anne.does(rename(two.node('A'), 'Annes'))
  two.bo.does(rename(two.node('A'), 'Bos'))
  two.anne.takes(two.bo)
  return two
}

describe('a decision', () => {
  test.each<[Choice, string]>([
    ['kept', 'Annes'],
    ['first', 'Annes'],
    ['second', 'Bos'],
  ])('»%s« gives %s, for everybody, and the conflict is gone', (choice, expected) => {
    const { anne, bo, node } = titleConflict()
    decide(anne, choice)
    expect([titleIn(anne, node('A')), conflictsIn(anne)]).toEqual([expected, []])
    bo.does(rename(node('B'), 'Bos'))
    settle(anne, bo)
    expect([titleIn(bo, node('A')), conflictsIn(bo)]).toEqual([expected, []])
  })

  test('keeps what stands there now, where it was written anew since', () => {
    const { anne, node } = titleConflict()
    anne.does(rename(node('A'), 'Skrevet siden'))
    decide(anne, 'kept')
    expect(titleIn(anne, node('A'))).toBe('Skrevet siden')
  })

  test('holds against the same question asked in another copy meanwhile', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(rename(node('A'), 'Annes'))
    bo.does(rename(node('A'), 'Bos'))
    for (const { workbook } of [anne, bo]) workbook.save()
    anne.workbook.merge(bo.workbook.file)
    bo.workbook.merge(anne.workbook.file)
    decide(anne, 'second')
    settle(anne, bo)
    for (const person of [anne, bo]) {
      expect([titleIn(person, node('A')), conflictsIn(person)]).toEqual(['Bos', []])
    }
  })

  test('is a new question where two decided differently', () => {
    const { anne, bo, node } = titleConflict()
    settle(anne, bo)
    decide(anne, 'first')
    decide(bo, 'second')
    anne.takes(bo)
    expect(conflictsIn(anne)).toMatchObject([
      { firstValue: '{"title":"Annes"}', secondValue: '{"title":"Bos"}' },
    ])
    expect(titleIn(anne, node('A'))).toBe('Annes')
  })

  test('can be undone and redone', () => {
    const { anne, node } = titleConflict()
    const before = contentOf(anne.workbook)
    decide(anne, 'second')
    const after = contentOf(anne.workbook)
    const { undo } = anne.workbook.history
    expect(undo && nameOf(undo.label)).toBe('Afgør en konflikt i »Bos«')
    anne.workbook.undo()
    expect(contentOf(anne.workbook)).toBe(before)
    anne.workbook.redo()
    expect([contentOf(anne.workbook), titleIn(anne, node('A'))]).toEqual([after, 'Bos'])
  })

  test('of all that is left is one entry of the history', () => {
    const { anne, bo, node } = twoColleagues()
    for (const person of [anne, bo]) {
      person.does(
        rename(node('A'), person.who),
        rename(node('B'), person.who),
        rename(node('B1'), person.who),
      )
    }
    anne.takes(bo)
    const commands = conflictsIn(anne).map(
      ({ id }) => ({ type: 'conflict.resolve', id, choice: 'kept' }) as const,
    )
    const { undo } = anne.workbook.execute({ type: 'batch', commands })
    expect(undo && nameOf(undo.label)).toBe('Afgør 3 konflikter')
    expect(conflictsIn(anne)).toEqual([])
  })

  test('answers every time that the same two values were found', () => {
    const {
      people: [anne, bo, carla],
      plan,
    } = colleagues(3)
    if (!anne || !bo || !carla) throw new Error('nobody')
    anne.does(rename(plan.node('A'), 'Annes'))
    bo.does(rename(plan.node('A'), 'Fælles'))
    carla.does(rename(plan.node('A'), 'Fælles'))
    anne.takes(bo)
    anne.takes(carla)
    const [first] = conflictsIn(anne)
    anne.does({ type: 'conflict.resolve', id: first?.id ?? '', choice: 'kept' })
    expect(conflictsIn(anne)).toEqual([])
  })
})

describe('both texts', () => {
  test('stand after one another, what they share once', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(write(node('læsning'), 'effekt', 'Annes', 'To', 'Tre'))
    bo.does(write(node('læsning'), 'effekt', 'Bos', 'To', 'Tre'))
    anne.takes(bo)
    decide(anne, 'both')
    expect(textIn(anne, node('læsning'))).toEqual(['Annes', 'To', 'Tre', 'Bos'])
  })

  test('are not offered for a title', () => {
    const { anne } = titleConflict()
    expect(() => decide(anne, 'both')).toThrow(AppError)
    expect(conflictsIn(anne)).toHaveLength(1)
  })
})

describe('a conflict', () => {
  test.each<[string, (node: (title: string) => string, planId: string) => SingleCommand]>([
    ['the row', (node) => remove(node('læsning'))],
    ['what it stands in', (node) => remove(node('A'))],
    ['the plan', (_node, planId) => ({ type: 'plan.delete', id: planId })],
  ])('goes with %s that it is about, and comes back with it', (_name, command) => {
    const { anne, bo, node, planId } = twoColleagues()
    for (const person of [anne, bo]) {
      person.does(rename(node('læsning'), person.who), write(node('læsning'), 'effekt', person.who))
    }
    anne.takes(bo)
    expect(conflictsIn(anne)).toHaveLength(2)
    anne.does(command(node, planId))
    expect(conflictsIn(anne)).toEqual([])
    anne.workbook.save()
    anne.workbook.undo()
    expect(conflictsIn(anne)).toHaveLength(2)
    anne.workbook.redo()
    expect(conflictsIn(anne)).toEqual([])
  })

  test('keeps the row that a third deleted without knowing of both values', () => {
    const {
      people: [anne, bo, carla],
      plan,
    } = colleagues(3)
    if (!anne || !bo || !carla) throw new Error('nobody')
    anne.does(rename(plan.node('læsning'), 'Annes'))
    carla.takes(anne)
    carla.does(remove(plan.node('læsning')))
    bo.does(rename(plan.node('læsning'), 'Bos'))
    anne.takes(bo)
    anne.takes(carla)
    expect(titleIn(anne, plan.node('læsning'))).toBe('Annes')
    expect(conflictsIn(anne)).toHaveLength(1)
  })

  test('about a place is refused where the place is not there any more', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(move(node('læsning'), node('B')))
    bo.does(move(node('læsning'), node('B1')))
    anne.takes(bo)
    anne.does(remove(node('B1')))
    expect(() => decide(anne, 'second')).toThrow(expect.objectContaining({ code: 'command.outdated' }))
    decide(anne, 'first')
    expect(conflictsIn(anne)).toEqual([])
  })

  test('about a place is refused where the row would come to stand in itself', () => {
    const { anne, bo, node } = twoColleagues()
    anne.does(move(node('A'), node('B')))
    bo.does(move(node('A'), node('B1')))
    anne.takes(bo)
    anne.does(move(node('B1'), node('A')))
    expect(() => decide(anne, 'second')).toThrow(expect.objectContaining({ code: 'command.not-allowed' }))
  })
})
