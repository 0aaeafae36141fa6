import { describe, expect, test } from 'vitest'
import type { Command } from '../../db/model/commands.ts'
import { AppError } from '../../db/model/errors.ts'
import { newId } from '../../db/model/ids.ts'
import { typingTarget } from '../../db/model/typing.ts'
import { batch, entries, everyTyping, planToTypeIn, rename, write } from '../support/typist.ts'
import { contentOf, reopen } from '../support/workbooks.ts'

describe('typing without a pause is one entry of the history', () => {
  test.each(everyTyping)('%s', (_name, typed) => {
    const plan = planToTypeIn()
    const { workbook, clock } = plan
    const [before, count] = [contentOf(workbook), entries(workbook)]
    const dots = ['F', 'Fl', 'Flere', 'Flere børn'].map((text) => {
      clock.wait(999)
      return workbook.execute(typed(text, plan)).undo?.dot
    })
    const after = contentOf(workbook)
    expect(new Set(dots).size).toBe(1)
    expect(entries(workbook)).toBe(count + 1)
    workbook.undo()
    expect(contentOf(workbook)).toBe(before)
    workbook.redo()
    expect(contentOf(workbook)).toBe(after)
  })

  test('is named by what stands there now, and the window is told of every keystroke', () => {
    const { workbook, indsats } = planToTypeIn()
    workbook.execute(rename(indsats, 'F'))
    const { undo, changes } = workbook.execute(rename(indsats, 'Fl'))
    expect(undo?.label).toEqual({ command: 'node.rename', about: 'Fl' })
    expect(workbook.history.undo).toEqual(undo)
    expect(changes).toMatchObject([{ before: { title: 'F' }, after: { title: 'Fl' } }])
  })

  test('is durable with every keystroke, and survives a restart as one', () => {
    const { workbook, place, indsats, planId } = planToTypeIn()
    workbook.execute(rename(indsats, 'F'))
    workbook.execute(rename(indsats, 'Fl'))
    expect(workbook.db.inTransaction).toBe(false)
    workbook.save()
    workbook.close()
    const again = reopen(place)
    expect(again.undo().changes).toMatchObject([
      { before: { title: 'Fl' }, after: { title: 'Tidlig indsats' } },
    ])
    expect(again.plan(planId).title).toBe('Målaftale')
  })

  test('a keystroke that is refused leaves the entry as it was', () => {
    const { workbook, clock, indsats } = planToTypeIn()
    workbook.execute(write(indsats, 'Ro'))
    const state = contentOf(workbook)
    const tooLong = write(indsats, 'å'.repeat(2_500_001))
    expect(() => workbook.execute(tooLong)).toThrow(expect.objectContaining({ code: 'command.too-big' }))
    expect(contentOf(workbook)).toBe(state)
    clock.wait(500)
    const count = entries(workbook)
    workbook.execute(write(indsats, 'Ro og mod'))
    expect(entries(workbook)).toBe(count)
  })
})

describe('a new entry begins', () => {
  type Setting = ReturnType<typeof planToTypeIn>
  const between: readonly (readonly [string, (plan: Setting) => void])[] = [
    ['after a second', ({ clock }) => clock.wait(1000)],
    ['after another title', ({ workbook, section }) => workbook.execute(rename(section, 'B'))],
    ['after a text of the same row', ({ workbook, indsats }) => workbook.execute(write(indsats, 'Ro'))],
    [
      'after a choice',
      ({ workbook, section: id }) => workbook.execute({ type: 'node.set-annex', id, annex: true }),
    ],
    ['after an undo', ({ workbook }) => workbook.undo()],
    [
      'after an undo and a redo',
      ({ workbook }) => {
        workbook.undo()
        workbook.redo()
      },
    ],
    ['after a save', ({ workbook }) => workbook.save()],
    [
      'after a save that failed',
      ({ workbook }) => expect(() => workbook.saveAs('/nowhere/bog.sqlite')).toThrow(AppError),
    ],
  ]

  test.each(between)('%s', (_name, meanwhile) => {
    const plan = planToTypeIn()
    const { workbook, indsats, clock } = plan
    workbook.execute(rename(indsats, 'F'))
    meanwhile(plan)
    const count = entries(workbook)
    clock.wait(1)
    workbook.execute(rename(indsats, 'Fl'))
    expect(entries(workbook)).toBe(count + 1)
  })

  test('in another program', () => {
    const { workbook, place, indsats } = planToTypeIn()
    workbook.execute(rename(indsats, 'F'))
    workbook.save()
    const again = reopen(place)
    const count = entries(again)
    again.execute(rename(indsats, 'Fl'))
    expect(entries(again)).toBe(count + 1)
  })

  test('but not where a command in between changed nothing', () => {
    const { workbook, indsats, section } = planToTypeIn()
    workbook.execute(rename(indsats, 'F'))
    workbook.execute(rename(section, 'A'))
    const count = entries(workbook)
    workbook.execute(rename(indsats, 'Fl'))
    expect(entries(workbook)).toBe(count)
  })
})

const move = (id: string, parentId: string): Command => ({ type: 'node.move', id, parentId, after: null })

describe('what counts as the same text', () => {
  const id = newId()
  const milestone = (changes: { whenText?: string | null; responsible?: string | null }): Command => ({
    type: 'milestone.update',
    id,
    changes,
  })
  test.each<[string, Command, Command]>([
    ['the title of another node', rename(id, 'a'), rename(newId(), 'a')],
    ['another row of the form', write(id, 'a', 'effekt'), write(id, 'a', 'problem')],
    ['another column', milestone({ whenText: 'a' }), milestone({ responsible: 'a' })],
    ['more columns', milestone({ whenText: 'a' }), milestone({ whenText: 'a', responsible: 'b' })],
    [
      'the same id in another table',
      milestone({ whenText: 'a' }),
      { type: 'indicator.update', id, changes: { whenText: 'a' } },
    ],
  ])('not %s', (_name, one, other) => {
    expect(typingTarget(one)).not.toBeNull()
    expect(typingTarget(one)).not.toBe(typingTarget(other))
  })

  test('the order of columns is nothing', () => {
    const one = milestone({ whenText: 'a', responsible: 'b' })
    expect(typingTarget(one)).toBe(typingTarget(milestone({ responsible: 'c', whenText: 'd' })))
  })

  test.each<[string, Command]>([
    ['a status', { type: 'plan.update', id, changes: { status: 'hoering' } }],
    ['a title with a period', { type: 'plan.update', id, changes: { title: 'a', periodFrom: 2027 } }],
    ['a move', move(id, newId())],
    ['a new name of the organisation', { type: 'organisation.rename', name: 'a' }],
    ['several titles', batch(rename(id, 'a'), rename(id, 'b'))],
  ])('%s is never typing', (_name, command) => {
    expect(typingTarget(command)).toBeNull()
  })
})

describe('what was typed and taken back at once leaves nothing to undo', () => {
  test.each<[string, readonly (string | null)[], string | null]>([
    ['in an empty text', ['R', null], null],
    ['in a text', ['Ro', 'Ro og', 'Ro'], 'Ro'],
    ['by taking the text away and writing it again', [null, 'Ro'], 'Ro'],
    ['again and again', ['R', null, 'R', null], null],
  ])('%s', (_name, texts, first) => {
    const { workbook, clock, indsats } = planToTypeIn()
    if (first !== null) workbook.execute(write(indsats, first))
    clock.wait(60_000)
    const [state, count, undo] = [contentOf(workbook), entries(workbook), workbook.history.undo]
    const last = texts.map((text) => workbook.execute(write(indsats, text))).at(-1)
    expect(last?.changes).toHaveLength(1)
    expect(contentOf(workbook)).toBe(state)
    expect(last?.undo).toEqual(undo)
    expect(entries(workbook)).toBe(count)
  })

  test('and more typing begins anew, never in the entry before', () => {
    const { workbook, indsats } = planToTypeIn()
    workbook.execute(rename(indsats, 'F'))
    workbook.execute(rename(indsats, 'Tidlig indsats'))
    const undo = workbook.history.undo
    workbook.execute(rename(indsats, 'Fl'))
    workbook.undo()
    expect(workbook.history.undo).toEqual(undo)
  })
})

test.each<[string, readonly (string | null)[]]>([
  ['a text that was taken away and written anew', [null, 'Mod']],
  ['a text that was changed and taken away', ['Ro og', null]],
  ['all of it', ['R', null, 'Mod', 'Mod og', null, 'M']],
])('undo gives back %s', (_name, texts) => {
  const { workbook, clock, indsats } = planToTypeIn()
  workbook.execute(write(indsats, 'Ro'))
  clock.wait(60_000)
  const [state, count] = [contentOf(workbook), entries(workbook)]
  for (const text of texts) workbook.execute(write(indsats, text))
  expect(entries(workbook)).toBe(count + 1)
  const after = contentOf(workbook)
  workbook.undo()
  expect(contentOf(workbook)).toBe(state)
  workbook.redo()
  expect(contentOf(workbook)).toBe(after)
})
