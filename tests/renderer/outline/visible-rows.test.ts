import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldedBelow, seenFor, withoutFolded } from '../../../renderer/outline/model/folding.ts'
import { besideDeleted, operandsOf, rangeOf, widened } from '../../../renderer/outline/model/selection.ts'
import { rowTyped } from '../../../renderer/outline/model/type-ahead.ts'
import { type RowsView, visibleRows } from '../../../renderer/outline/model/visible-rows.ts'
import { drawing, mirrorIn } from './shorthand.ts'

const plan = mirrorIn(`
  S Formål
  S Koordinerende rolle
    I Flere børn læser
      m Læsevejledere på skolerne
      I Læsning i fritiden
    I Trygge overgange
  S Egne bidrag
    B Faglige fællesskaber`)

const all: RowsView = { folded: new Set(), root: null, filter: '', kept: new Set() }

const list = (view: Partial<RowsView> = {}): string =>
  visibleRows(plan, { ...all, ...view })
    .map((row) => {
      const sign = row.folded ? '+ ' : ''
      return `${'  '.repeat(row.level - 1)}${sign}${row.leads ? '… ' : ''}${row.id}`
    })
    .join('\n')

describe('the rows that are shown', () => {
  test('what is below a folded row is not', () => {
    expect(list({ folded: new Set(['I Flere børn læser', 'S Egne bidrag']) })).toBe(
      drawing(`
        S Formål
        S Koordinerende rolle
          + I Flere børn læser
          I Trygge overgange
        + S Egne bidrag`),
    )
  })

  test('the row that is zoomed in on stands first and open', () => {
    const folded = new Set(['I Flere børn læser'])
    expect(list({ root: 'I Flere børn læser', folded })).toBe(
      drawing(`
        I Flere børn læser
          m Læsevejledere på skolerne
          I Læsning i fritiden`),
    )
  })

  test('a zoom on a row that is gone shows the whole plan', () => {
    expect(list({ root: 'gone' })).toBe(list())
  })

  test.each([
    ['læs fri', '… S Koordinerende rolle\n  … I Flere børn læser\n    I Læsning i fritiden'],
    ['LAESNING', ''],
    ['trygge', '… S Koordinerende rolle\n  I Trygge overgange'],
    ['  ', list()],
  ])('the filter »%s« shows the rows that hold its words, and those that lead to them', (filter, shown) => {
    expect(list({ filter, folded: filter.trim() === '' ? new Set() : new Set(['I Flere børn læser']) })).toBe(
      shown,
    )
  })

  test('a row that is kept stays in spite of the filter', () => {
    expect(list({ filter: 'trygge', kept: new Set(['S Formål']) })).toBe(
      drawing(`
        S Formål
        … S Koordinerende rolle
          I Trygge overgange`),
    )
  })

  test('a filter looks only at what is zoomed in on, and keeps that row', () => {
    expect(list({ filter: 'trygge', root: 'I Flere børn læser' })).toBe('I Flere børn læser')
  })

  test('each row says where among how many it stands', () => {
    const rows = visibleRows(plan, { ...all, filter: 'fællesskaber' })
    expect(rows.map(({ posInSet, setSize, hasChildren }) => [posInSet, setSize, hasChildren])).toEqual([
      [1, 1, true],
      [1, 1, false],
    ])
  })

  test('whatever is folded, a shown row is below no folded row, and levels go down one at a time', () => {
    fc.assert(
      fc.property(fc.subarray([...plan.nodes.keys()]), (ids) => {
        const rows = visibleRows(plan, { ...all, folded: new Set(ids) })
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1]
          expect(row.folded && next !== undefined && next.level > row.level).toBe(false)
          expect((next?.level ?? 1) - row.level).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('ten thousand rows are found in a few milliseconds', () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => (n % 10 === 0 ? `I række ${n}` : `  I under ${n}`))
    const mirror = mirrorIn(lines.join('\n'))
    visibleRows(mirror, all)
    const start = performance.now()
    expect(visibleRows(mirror, all)).toHaveLength(10_000)
    expect(performance.now() - start).toBeLessThan(100)
  })
})

describe('folding', () => {
  test('to a level leaves only rows down to it', () => {
    const folded = foldedBelow(plan, null, 2)
    expect(visibleRows(plan, { ...all, folded }).every(({ level }) => level <= 2)).toBe(true)
    expect([...folded]).toEqual(['I Flere børn læser'])
  })

  test('to a level counts from the row that is zoomed in on', () => {
    expect([...foldedBelow(plan, 'S Koordinerende rolle', 2)]).toEqual(['I Flere børn læser'])
  })

  test('hides a row behind the outermost folded row above it', () => {
    const folded = new Set(['S Koordinerende rolle', 'I Flere børn læser'])
    expect(seenFor(plan, folded, null, 'I Læsning i fritiden')).toBe('S Koordinerende rolle')
    expect(seenFor(plan, folded, 'S Koordinerende rolle', 'I Læsning i fritiden')).toBe('I Flere børn læser')
    expect(seenFor(plan, folded, null, 'S Formål')).toBe('S Formål')
  })

  test('what is open already stays the same value', () => {
    const folded = new Set(['S Formål'])
    expect(withoutFolded(folded, ['I Trygge overgange', null])).toBe(folded)
  })
})

describe('selecting', () => {
  const rows = visibleRows(plan, all)

  test('a range has all rows between, whichever end is first', () => {
    const range = ['I Læsning i fritiden', 'I Trygge overgange', 'S Egne bidrag']
    expect([...rangeOf(rows, 'I Læsning i fritiden', 'S Egne bidrag')]).toEqual(range)
    expect([...rangeOf(rows, 'S Egne bidrag', 'I Læsning i fritiden')]).toEqual(range)
  })

  test('an action is about the selected rows, in order, none below another', () => {
    const selected = new Set(['S Egne bidrag', 'I Læsning i fritiden', 'I Flere børn læser'])
    expect(operandsOf(plan, rows, { selected, current: 'S Formål' })).toEqual([
      'I Flere børn læser',
      'S Egne bidrag',
    ])
    expect(operandsOf(plan, rows, { selected: new Set(), current: 'S Formål' })).toEqual(['S Formål'])
  })

  test('widens to the siblings with all below them, then to all', () => {
    const siblings = widened(plan, rows, { selected: new Set(), current: 'I Trygge overgange' })
    expect([...siblings]).toEqual([
      'I Flere børn læser',
      'm Læsevejledere på skolerne',
      'I Læsning i fritiden',
      'I Trygge overgange',
    ])
    expect(widened(plan, rows, { selected: siblings, current: 'I Trygge overgange' }).size).toBe(rows.length)
  })

  test('widens to all at once from a row without siblings', () => {
    const selected = widened(plan, rows, { selected: new Set(), current: 'B Faglige fællesskaber' })
    expect(selected.size).toBe(rows.length)
  })

  test.each([
    [['I Flere børn læser'], 'I Trygge overgange'],
    [['S Egne bidrag'], 'I Trygge overgange'],
    [['I Flere børn læser', 'I Trygge overgange'], 'S Egne bidrag'],
  ])('after %j are deleted, the focus goes to %s', (ids, next) => {
    expect(besideDeleted(plan, rows, ids)).toBe(next)
  })

  test('after all are deleted there is no row to focus', () => {
    expect(besideDeleted(plan, rows, ['S Formål', 'S Koordinerende rolle', 'S Egne bidrag'])).toBeNull()
  })
})

describe('typing the beginning of a title', () => {
  const rows = visibleRows(plan, all)
  const from = (current: string, typed: string) => rowTyped(plan, rows, current, typed)

  test.each([
    ['S Formål', 's k', 'S Koordinerende rolle'],
    ['S Koordinerende rolle', 'I', 'I Flere børn læser'],
    ['I Flere børn læser', 'i', 'I Læsning i fritiden'],
    ['I Flere børn læser', 'i f', 'I Flere børn læser'],
    ['I Trygge overgange', 'i', 'I Flere børn læser'],
    ['I Flere børn læser', 'ii', 'I Læsning i fritiden'],
    ['S Formål', 'M LÆS', 'm Læsevejledere på skolerne'],
    ['S Formål', 'x', null],
  ])('from %s, »%s« leads to %s', (current, typed, found) => {
    expect(from(current, typed)).toBe(found)
  })
})
