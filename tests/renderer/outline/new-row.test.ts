import { describe, expect, test } from 'vitest'
import { handleplan } from '../../../db/model/template/built-in/handleplan.ts'
import {
  choicesAt,
  type NewPlace,
  newChildOf,
  newMeasureOf,
  newRowOf,
  newSiblingOf,
} from '../../../renderer/outline/model/new-row.ts'
import { outlineIn } from './shorthand.ts'

const maalaftale = outlineIn(`
  S Formål (formaal)
  S Koordinerende (koordinerende-rolle)
    I a
      m 1
      i 1
      I a1
    I b
  S Egne (egne-bidrag)
    B c
      m 2
    B d`)

const said = (place: NewPlace): string => {
  if (!place.ok) return place.why.kind
  const { type, parentId, after } = place.row
  return `${type} below ${parentId ?? 'the top'} after ${after ?? 'nothing'}`
}

describe('a new sibling', () => {
  test.each([
    ['I a', 'indsats below S Koordinerende after I a'],
    ['S Formål', 'section below the top after S Formål'],
    ['m 1', 'milestone below I a after m 1'],
    ['i 1', 'indicator below I a after i 1'],
    ['B d', 'bidrag below S Egne after B d'],
  ])('of %s: %s', (id, place) => {
    expect(said(newSiblingOf(maalaftale, id))).toBe(place)
  })

  test('is of the first type that may stand there where its own may not', () => {
    const outline = outlineIn('S a (koordinerende-rolle)\n  T old')
    expect(said(newSiblingOf(outline, 'T old'))).toBe('indsats below S a after T old')
  })

  test('in an empty plan is what the template offers first', () => {
    expect(said(newSiblingOf(outlineIn(''), null))).toBe('section below the top after nothing')
  })

  test('of the row that is zoomed in on is its first child, after its milestones', () => {
    expect(said(newSiblingOf({ ...maalaftale, root: 'I a' }, 'I a'))).toBe('indsats below I a after i 1')
  })
})

describe('a new child', () => {
  test.each([
    ['S Koordinerende', 'indsats below S Koordinerende after I b'],
    ['S Egne', 'bidrag below S Egne after B d'],
    ['I a', 'indsats below I a after I a1'],
    ['B c', 'milestone below B c after m 2'],
    ['B d', 'milestone below B d after nothing'],
    ['m 1', 'not-here'],
  ])('of %s: %s', (id, place) => {
    expect(said(newChildOf(maalaftale, id))).toBe(place)
  })
})

describe('a new milestone or parameter', () => {
  test.each([
    ['I a', 'milestone', 'milestone below I a after i 1'],
    ['I b', 'indicator', 'indicator below I b after nothing'],
    ['m 1', 'milestone', 'milestone below I a after m 1'],
    ['m 1', 'indicator', 'indicator below I a after i 1'],
    ['S Formål', 'milestone', 'not-here'],
  ] as const)('at %s, %s: %s', (id, type, place) => {
    expect(said(newMeasureOf(maalaftale, id, type))).toBe(place)
  })
})

describe('what is offered', () => {
  test('below a row and after it, as the template says', () => {
    expect(choicesAt(maalaftale, 'S Egne')).toMatchObject({
      below: { parent: { id: 'S Egne' }, types: ['bidrag', 'section', 'indsats'] },
      after: { parent: null, types: ['section', 'indsats', 'bidrag'] },
    })
    expect(choicesAt(maalaftale, 'B c').below?.types).toEqual(['milestone', 'indicator'])
    expect(choicesAt(maalaftale, 'm 1').below).toBeNull()
  })

  test('in an empty plan only the top', () => {
    expect(choicesAt(outlineIn('', { template: handleplan }), null)).toMatchObject({
      below: null,
      after: { parent: null },
    })
  })

  test('after the row that is zoomed in on nothing', () => {
    expect(choicesAt({ ...maalaftale, root: 'I a' }, 'I a').after).toBeNull()
  })

  test('is made where it is offered', () => {
    expect(said(newRowOf(maalaftale, 'S Egne', 'bidrag', 'below'))).toBe('bidrag below S Egne after B d')
    expect(said(newRowOf(maalaftale, 'I a', 'milestone', 'below'))).toBe('milestone below I a after i 1')
    expect(said(newRowOf(maalaftale, 'S Egne', 'section', 'after'))).toBe(
      'section below the top after S Egne',
    )
  })
})
