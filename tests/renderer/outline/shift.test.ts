import { describe, expect, test } from 'vitest'
import { shiftOf } from '../../../renderer/outline/model/shift.ts'
import { drawing, outlineIn, rearranged } from './shorthand.ts'

interface Case {
  readonly name: string
  readonly rows: readonly string[]
  readonly step: 'up' | 'down'
  readonly before: string
  readonly after: string
  readonly root?: string
  readonly hidden?: string
}

test.each<Case>([
  {
    name: 'a row goes before the one above, with all below it',
    rows: ['I b'],
    step: 'up',
    before: `
      I a
      I b
        I b1`,
    after: `
      I b
        I b1
      I a`,
  },
  {
    name: 'a row goes after the one below',
    rows: ['I a'],
    step: 'down',
    before: `
      I a
        I a1
      I b
        I b1`,
    after: `
      I b
        I b1
      I a
        I a1`,
  },
  {
    name: 'selected rows keep together',
    rows: ['I a', 'I b'],
    step: 'down',
    before: `
      I a
      I b
      I c`,
    after: `
      I c
      I a
      I b`,
  },
  {
    name: 'selected rows that are apart go a step each, until they meet at the end',
    rows: ['I a', 'I c'],
    step: 'up',
    before: `
      I a
      I b
      I c`,
    after: `
      I a
      I c
      I b`,
  },
  {
    name: 'a row never goes among the milestones',
    rows: ['I b1'],
    step: 'up',
    before: `
      I a
        I a1
      I b
        m 1
        I b1`,
    after: `
      I a
        I a1
        I b1
      I b
        m 1`,
  },
  {
    name: 'across the border on the way up: last',
    rows: ['I b1'],
    step: 'up',
    before: `
      I a
        I a1
      I b
        I b1
        I b2`,
    after: `
      I a
        I a1
        I b1
      I b
        I b2`,
  },
  {
    name: 'across the border on the way down: first, after the milestones',
    rows: ['I a2'],
    step: 'down',
    before: `
      I a
        I a1
        I a2
      I b
        m 1
        I b1`,
    after: `
      I a
        I a1
      I b
        m 1
        I a2
        I b1`,
  },
  {
    name: 'a milestone goes to the milestones of the next node',
    rows: ['m 1'],
    step: 'down',
    before: `
      I a
        m 1
      I b
        m 2`,
    after: `
      I a
      I b
        m 1
        m 2`,
  },
  {
    name: 'rows that may not hold it are passed over',
    rows: ['I a1'],
    step: 'down',
    before: `
      I a
        I a1
      B b
      I c`,
    after: `
      I a
      B b
      I c
        I a1`,
  },
  {
    name: 'cousins count: the parent may be the only child of its own parent',
    rows: ['I a11'],
    step: 'down',
    before: `
      I a
        I a1
          I a11
      I b
        I b1`,
    after: `
      I a
        I a1
      I b
        I b1
          I a11`,
  },
  {
    name: 'selected rows cross the border together',
    rows: ['I b1', 'I b2'],
    step: 'up',
    before: `
      I a
      I b
        I b1
        I b2
        I b3`,
    after: `
      I a
        I b1
        I b2
      I b
        I b3`,
  },
  { name: 'nothing goes above the first row', rows: ['I a'], step: 'up', before: 'I a\nI b', after: 'first' },
  { name: 'nothing goes below the last row', rows: ['I b'], step: 'down', before: 'I a\nI b', after: 'last' },
  {
    name: 'a row stays where no neighbour may hold it',
    rows: ['m 1'],
    step: 'up',
    before: `
      S a
      S b
        I c
          m 1`,
    after: 'first',
  },
  {
    name: 'rows that the filter hides are passed over',
    rows: ['I c'],
    step: 'up',
    hidden: 'I b',
    before: `
      I a
      I b
      I c`,
    after: `
      I c
      I a
      I b`,
  },
  {
    name: 'nothing leaves the branch that is zoomed in on',
    rows: ['I b1'],
    step: 'up',
    root: 'I b',
    before: `
      I a
      I b
        I b1`,
    after: 'zoomed',
  },
  {
    name: 'the row that is zoomed in on stays',
    rows: ['I b'],
    step: 'up',
    root: 'I b',
    before: `
      I a
      I b`,
    after: 'zoomed',
  },
])('$name', ({ rows, step, before, after, root, hidden }) => {
  const outline = outlineIn(before, { root: root ?? null, isShown: (id) => id !== hidden })
  expect(rearranged(outline, shiftOf(outline, rows, step === 'up' ? -1 : 1))).toBe(drawing(after))
})

describe('up and down again', () => {
  test('leaves the outline as it was', () => {
    const before = 'I a\nI b\n  I b1\nI c'
    const up = rearranged(outlineIn(before), shiftOf(outlineIn(before), ['I b'], -1))
    const outline = outlineIn(up)
    expect(rearranged(outline, shiftOf(outline, ['I b'], 1))).toBe(before)
  })
})
