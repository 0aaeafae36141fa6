import { describe, expect, test } from 'vitest'
import { dropOf, dropPlaceAt } from '../../../renderer/outline/model/drop.ts'
import { visibleRows } from '../../../renderer/outline/model/visible-rows.ts'
import { drawing, outlineIn, rearranged } from './shorthand.ts'

const before = `
  S a (koordinerende-rolle)
    I b
      I b1
    I c
  S d (egne-bidrag)
    B e`

interface Case {
  readonly name: string
  readonly rows: readonly string[]
  /** The row above the gap; '' = above all. */
  readonly below: string
  readonly level: number
  readonly after: string
  readonly folded?: readonly string[]
  readonly root?: string
}

const place = ({ rows, below, level, folded = [], root }: Case) => {
  const outline = outlineIn(before, { root: root ?? null })
  const view = { folded: new Set(folded), root: root ?? null, filter: '', kept: new Set<string>() }
  const shown = visibleRows(outline.mirror, view)
  const gap = shown.findIndex(({ id }) => id === below) + 1
  return { outline, at: dropPlaceAt(outline, shown, rows, { gap, level }) }
}

describe('dropping', () => {
  test.each<Case>([
    {
      name: 'between two levels, the pointer says which: deep',
      rows: ['I c'],
      below: 'I b1',
      level: 3,
      after: `
        S a
          I b
            I b1
            I c
        S d
          B e`,
    },
    {
      name: 'between two levels, the pointer says which: deeper',
      rows: ['I c'],
      below: 'I b1',
      level: 9,
      after: `
        S a
          I b
            I b1
              I c
        S d
          B e`,
    },
    {
      name: 'the nearest level that may hold it is taken',
      rows: ['B e'],
      below: 'I b1',
      level: 4,
      after: `
        S a
          I b
            I b1
          B e
          I c
        S d`,
    },
    {
      name: 'right below an open row: its first child',
      rows: ['I c'],
      below: 'S d',
      level: 1,
      after: `
        S a
          I b
            I b1
        S d
          I c
          B e`,
    },
    {
      name: 'below a folded row, a level in: its last child',
      rows: ['I c'],
      below: 'I b',
      level: 3,
      folded: ['I b'],
      after: `
        S a
          I b
            I b1
            I c
        S d
          B e`,
    },
    {
      name: 'above all rows',
      rows: ['S d'],
      below: '',
      level: 1,
      after: `
        S d
          B e
        S a
          I b
            I b1
          I c`,
    },
    {
      name: 'several rows land together, in their order',
      rows: ['I b', 'I c'],
      below: 'B e',
      level: 2,
      after: `
        S a
        S d
          B e
          I b
            I b1
          I c`,
    },
    {
      name: 'a gap inside what is dragged is the gap before it',
      rows: ['I b'],
      below: 'I b1',
      level: 2,
      after: before.replaceAll(/ \(.*\)/g, ''),
    },
    {
      name: 'at the end of the last branch, back to the top',
      rows: ['I b1'],
      below: 'B e',
      level: 1,
      after: `
        S a
          I b
          I c
        S d
          B e
        I b1`,
    },
  ])('$name', (each) => {
    const { outline, at } = place(each)
    expect(at && rearranged(outline, dropOf(outline, each.rows, at))).toBe(drawing(each.after))
  })

  test('where it stands already moves nothing', () => {
    const { outline, at } = place({ name: '', rows: ['I b'], below: 'S a', level: 2, after: '' })
    expect(at && dropOf(outline, ['I b'], at)).toEqual({ ok: true, moves: [] })
  })

  test('is refused where no level may hold it, and says why', () => {
    const outline = outlineIn('S a (koordinerende-rolle)\n  T old\n    P older\nI b\n  m 1')
    const shown = visibleRows(outline.mirror, {
      folded: new Set(),
      root: null,
      filter: '',
      kept: new Set(),
    })
    expect(dropPlaceAt(outline, shown, ['m 1'], { gap: 1, level: 2 })?.why).toMatchObject({
      kind: 'not-here',
      type: 'milestone',
    })
  })

  test('nothing lands outside the branch that is zoomed in on', () => {
    const { at } = place({ name: '', rows: ['I c'], below: 'I b1', level: 1, root: 'S a', after: '' })
    expect(at).toMatchObject({ parentId: 'S a', after: 'I b', level: 2 })
  })
})
