import { describe, expect, test } from 'vitest'
import { outdentOf } from '../../../renderer/outline/model/indent.ts'
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

describe('outdenting', () => {
  test.each<Case>([
    {
      name: 'keeps the row in place: those that followed it come below it',
      rows: ['I b'],
      before: `
        I a
          I a1
          I b
            I b1
          I c
          I d
        I e`,
      after: `
        I a
          I a1
        I b
          I b1
          I c
          I d
        I e`,
    },
    {
      name: 'leaves those that followed with the old parent where they may not stand below the row',
      rows: ['B a'],
      before: `
        S egne (egne-bidrag)
          B a
          B b
        S slut`,
      after: `
        S egne
          B b
        B a
        S slut`,
    },
    {
      name: 'leaves all of them where one may not, so that none jumps over another',
      rows: ['I a'],
      before: `
        S egne (egne-bidrag)
          I a
          I b
          B c`,
      after: `
        S egne
          I b
          B c
        I a`,
    },
    {
      name: 'never gives a milestone to another node',
      rows: ['I a'],
      before: `
        I top
          I a
          m 1
          I b`,
      after: `
        I top
          m 1
        I a
          I b`,
    },
    {
      name: 'moves selected neighbours out together; the last takes those that followed',
      rows: ['I a', 'I b'],
      before: `
        I top
          I a
          I b
          I c`,
      after: `
        I top
        I a
        I b
          I c`,
    },
    {
      name: 'gives each selected row those between it and the next',
      rows: ['I a', 'I c'],
      before: `
        I top
          I a
          I b
          I c
          I d`,
      after: `
        I top
        I a
          I b
        I c
          I d`,
    },
    {
      name: 'moves rows out of different parents',
      rows: ['I a1', 'I b1'],
      before: `
        I a
          I a1
        I b
          I b1`,
      after: `
        I a
        I a1
        I b
        I b1`,
    },
    { name: 'is refused at the top', rows: ['I a'], before: 'I a', after: 'outermost' },
    {
      name: 'is refused where the template does not let it stand there',
      rows: ['m 1'],
      before: `
        S a (koordinerende-rolle)
          I b
            m 1`,
      after: 'not-here',
    },
    {
      name: 'does not leave the branch that is zoomed in on',
      rows: ['I b'],
      root: 'I a',
      before: `
        S top
          I a
            I b`,
      after: 'zoomed',
    },
  ])('$name', (each) => {
    const { outline, rows } = aCase(each)
    expect(rearranged(outline, outdentOf(outline, rows))).toBe(drawing(each.after))
  })
})
