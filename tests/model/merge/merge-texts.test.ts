import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeLists } from '../../../db/model/merge/merge-lists.ts'
import { joinTexts, mergeTexts } from '../../../db/model/merge/merge-texts.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'

const letters = { keyOf: (letter: string) => letter, settle: () => null }

/** Each letter is a paragraph. */
const merged = (before: string, one: string, other: string): string | null =>
  mergeLists([...before], [...one], [...other], letters)?.join('') ?? null

describe('paragraphs, a letter each', () => {
  test.each([
    ['nobody changed anything', 'abc', 'abc', 'abc', 'abc'],
    ['only one side changed', 'abc', 'axc', 'abc', 'axc'],
    ['both changed, in different places', 'abcd', 'xbcd', 'abcy', 'xbcy'],
    ['both changed neighbours', 'abcd', 'axcd', 'abyd', 'axyd'],
    ['both made the same change', 'abc', 'axc', 'axc', 'axc'],
    ['one put something in, the other changed what stands before it', 'abc', 'abnc', 'axc', 'axnc'],
    ['one put something in, the other took away what stands after it', 'abc', 'abnc', 'ab', 'abn'],
    ['both took away, different ones', 'abcd', 'acd', 'abd', 'ad'],
    ['both took away the same', 'abc', 'ac', 'ac', 'ac'],
    ['both put in, in different places', 'ab', 'nab', 'abm', 'nabm'],
    ['both changed the same', 'abc', 'axc', 'ayc', null],
    ['one changed what the other took away', 'abc', 'axc', 'ac', null],
    ['both put in, in the same place', 'ab', 'anb', 'amb', null],
    ['both wrote a first text', '', 'n', 'm', null],
    ['both wrote the same first text', '', 'n', 'n', 'n'],
    ['one rewrote what the other put something into', 'abc', 'xyz', 'abnc', null],
  ])('%s', (_name, before, one, other, expected) => {
    expect(merged(before, one, other)).toBe(expected)
    expect(merged(before, other, one)).toBe(expected)
  })
})

const paragraph = (text: string): RichText[number] => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
})
const bullets = (...texts: readonly string[]): RichText[number] => ({
  type: 'bullets',
  items: texts.map((text) => ({ blocks: [paragraph(text)] })),
})
const numbers = (start: number, ...texts: readonly string[]): RichText[number] => ({
  type: 'numbers',
  start,
  items: texts.map((text) => ({ blocks: [paragraph(text)] })),
})

describe('lists', () => {
  test('merge item by item', () => {
    const before = [paragraph('Centret'), bullets('læser', 'leger')]
    const one = [paragraph('Centret'), bullets('læser højt', 'leger')]
    const other = [paragraph('Centret'), bullets('læser', 'leger', 'lærer')]
    expect(mergeTexts(before, one, other)).toEqual([
      paragraph('Centret'),
      bullets('læser højt', 'leger', 'lærer'),
    ])
  })

  test('merge inside the items of items', () => {
    const inner = (...texts: readonly string[]): RichText => [
      { type: 'bullets', items: [{ blocks: [paragraph('yderst'), bullets(...texts)] }] },
    ]
    expect(mergeTexts(inner('a', 'b'), inner('x', 'b'), inner('a', 'b', 'c'))).toEqual(inner('x', 'b', 'c'))
    expect(mergeTexts(inner('a'), inner('x'), inner('y'))).toBeNull()
  })

  test('keep the number that one side gave them', () => {
    const merged = mergeTexts([numbers(1, 'a', 'b')], [numbers(4, 'a', 'b')], [numbers(1, 'a', 'b', 'c')])
    expect(merged).toEqual([numbers(4, 'a', 'b', 'c')])
    expect(mergeTexts([numbers(1, 'a')], [numbers(4, 'a')], [numbers(5, 'a')])).toBeNull()
  })

  test('that became something else are for people to decide', () => {
    expect(mergeTexts([bullets('a', 'b')], [numbers(1, 'a', 'b')], [bullets('a', 'x')])).toBeNull()
  })
})

describe('both texts together', () => {
  test('hold each paragraph that they share once', () => {
    const [a, b, c] = [paragraph('a'), paragraph('b'), paragraph('c')]
    expect(joinTexts([a, b], [a, c])).toEqual([a, b, c])
  })
})

describe('any three texts', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 8 })

  test('merge alike whichever side comes first', () => {
    fc.assert(
      fc.property(word, word, word, (before, one, other) => {
        expect(merged(before, one, other)).toBe(merged(before, other, one))
      }),
    )
  })

  test('give the change of one side where the other has none', () => {
    fc.assert(
      fc.property(word, word, (before, one) => {
        expect(merged(before, one, before)).toBe(one)
      }),
    )
  })

  test('never lose what either side wrote, unless it was taken away by the other', () => {
    const fresh = fc.string({ unit: fc.constantFrom('a', 'b', 'X', 'Y'), maxLength: 8 })
    const freshToo = fc.string({ unit: fc.constantFrom('a', 'b', 'Z', 'W'), maxLength: 8 })
    const old = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
    const capitals = (text: string | null): string => (text ?? '').replaceAll(/[a-z]/g, '')
    fc.assert(
      fc.property(old, fresh, freshToo, (before, one, other) => {
        const result = merged(before, one, other)
        if (result === null) return
        expect([...capitals(result)].sort()).toEqual([...capitals(one), ...capitals(other)].sort())
      }),
    )
  })
})
