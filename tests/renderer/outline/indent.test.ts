import { describe, expect, test } from 'vitest'
import { handleplan } from '../../../db/model/template/built-in/handleplan.ts'
import { indentOf } from '../../../renderer/outline/model/indent.ts'
import { drawing, outlineIn, rearranged } from './shorthand.ts'

interface Case {
  readonly name: string
  readonly rows: readonly string[]
  readonly before: string
  readonly after: string
  readonly root?: string
  readonly hidden?: string
}

const aCase = ({ before, rows, root = '', hidden }: Case) => {
  const outline = outlineIn(before, { root: root === '' ? null : root, isShown: (id) => id !== hidden })
  return { outline, rows }
}

describe('indenting', () => {
  test.each<Case>([
    {
      name: 'makes a row the last child of the row above it',
      rows: ['I b'],
      before: `
        I a
          I a1
        I b`,
      after: `
        I a
          I a1
          I b`,
    },
    {
      name: 'takes along all that is below it',
      rows: ['I b'],
      before: `
        I a
        I b
          m 1
          I b1`,
      after: `
        I a
          I b
            m 1
            I b1`,
    },
    {
      name: 'keeps selected neighbours on one level',
      rows: ['I b', 'I c'],
      before: `
        I a
        I b
        I c
        I d`,
      after: `
        I a
          I b
          I c
        I d`,
    },
    {
      name: 'sends selected rows that are apart each below the row above it',
      rows: ['I b', 'I d'],
      before: `
        I a
        I b
        I c
        I d`,
      after: `
        I a
          I b
        I c
          I d`,
    },
    {
      name: 'puts a milestone after the milestones, before the rows below',
      rows: ['m 2'],
      before: `
        I top
          I a
            m 1
            I a1
          m 2`,
      after: `
        I top
          I a
            m 1
            m 2
            I a1`,
    },
    {
      name: 'is refused where nothing stands above',
      rows: ['I b'],
      before: `
        I a
          I b`,
      after: 'nothing-above',
    },
    {
      name: 'is refused for all where one of them may not',
      rows: ['I b', 'S c'],
      before: `
        I a
        I b
        S c`,
      after: 'not-here',
    },
    {
      name: 'is refused where the template does not let it stand',
      rows: ['I b'],
      before: `
        B a
        I b`,
      after: 'not-here',
    },
    {
      name: 'never goes below a row that the filter hides',
      rows: ['I c'],
      hidden: 'I b',
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
      name: 'is refused for the row that is zoomed in on',
      rows: ['I b'],
      root: 'I b',
      before: `
        I a
        I b`,
      after: 'zoomed',
    },
  ])('$name', (each) => {
    const { outline, rows } = aCase(each)
    expect(rearranged(outline, indentOf(outline, rows))).toBe(drawing(each.after))
  })

  test('is refused below the deepest level of an outline', () => {
    const deep = Array.from({ length: 64 }, (_, level) => `${'  '.repeat(level)}I ${level}`)
    const last = deep.at(-1) ?? ''
    const outline = outlineIn([...deep, last.replace('I 63', 'I x')].join('\n'))
    expect(indentOf(outline, ['I x'])).toEqual({ ok: false, why: { kind: 'too-deep' } })
  })

  test('follows the template of the plan', () => {
    const outline = outlineIn('P a\nT b', { template: handleplan })
    expect(indentOf(outline, ['T b'])).toMatchObject({ ok: false, why: { kind: 'not-here', type: 'theme' } })
  })
})
