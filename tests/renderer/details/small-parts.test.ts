import { describe, expect, test } from 'vitest'
import { suggestAction } from '../../../renderer/details/fields/suggest-keys.ts'
import { oneLine } from '../../../renderer/details/fields/text-box.tsx'
import { fittingUnits } from '../../../renderer/details/links/units.ts'
import { parsePlace } from '../../../renderer/details/places.ts'
import { addressOf } from '../../../renderer/details/rich-text/link.ts'
import { same } from '../../../renderer/details/same.ts'

describe('a place of the form', () => {
  test.each([
    { place: 'field:', read: { key: null, at: 'end' } },
    { place: 'field:effekt', read: { key: 'effekt', at: 'end' } },
    { place: 'field:effekt@12', read: { key: 'effekt', at: 12 } },
    { place: 'field:=0190/whenText@3', read: { key: '=0190/whenText', at: 3 } },
  ])('$place', ({ place, read }) => {
    expect(parsePlace(place)).toEqual(read)
  })
})

describe('the address of a link', () => {
  test.each([
    { typed: 'https://www.kl.dk/strategi', address: 'https://www.kl.dk/strategi' },
    { typed: ' http://kl.dk ', address: 'http://kl.dk' },
    { typed: 'www.kl.dk/a?b=c#d', address: 'https://www.kl.dk/a?b=c#d' },
    { typed: 'kl.dk:8080/a', address: 'https://kl.dk:8080/a' },
    { typed: 'maja@kommune.dk', address: 'mailto:maja@kommune.dk' },
    { typed: 'mailto:maja@kommune.dk', address: 'mailto:maja@kommune.dk' },
    { typed: '', address: null },
    { typed: 'to ord', address: null },
    { typed: 'javascript:alert(1)', address: null },
    { typed: 'java\u0000script:alert(1)', address: null },
    { typed: 'file:///c:/hemmeligt', address: null },
    { typed: 'data:text/html,x', address: null },
    { typed: 'ftp://kl.dk', address: null },
    { typed: 'tel:12345678', address: null },
    { typed: 'https://', address: null },
    { typed: 'mailto:', address: null },
  ])('$typed', ({ typed, address }) => {
    expect(addressOf(typed)).toBe(address)
  })
})

describe('a line of text', () => {
  test('takes no line ends and is no longer than the file can hold', () => {
    expect(oneLine('en\r\n  to\n\ntre')).toBe('en to tre')
    expect(oneLine('x'.repeat(2001))).toHaveLength(2000)
  })
})

describe('units that are found by typing', () => {
  const names = ['Byrådet', 'Center for Børn & Læring', 'Center for Job', 'Direktionen', 'Jobcentret']

  test.each([
    { query: '', found: [] },
    { query: 'job', found: ['Jobcentret', 'Center for Job'] },
    { query: 'laering', found: [] },
    { query: 'born center', found: [] },
    { query: 'BØRN CENT', found: ['Center for Børn & Læring'] },
  ])('$query', ({ query, found }) => {
    expect(fittingUnits(names, query)).toEqual(found)
  })
})

describe('a key in a field with suggestions', () => {
  const press = (key: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'isComposing', true>> = {}) => ({
    key,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    ...held,
  })
  const open = { isOpen: true, isMarked: true, isEmpty: false }
  const closed = { isOpen: false, isMarked: false, isEmpty: false }

  test.each([
    { key: 'ArrowDown', inOpen: 'next', inClosed: 'next' },
    { key: 'ArrowUp', inOpen: 'previous', inClosed: null },
    { key: 'Enter', inOpen: 'pick', inClosed: 'enter' },
    { key: 'Escape', inOpen: 'close', inClosed: 'leave' },
    { key: 'a', inOpen: null, inClosed: null },
  ])('$key', ({ key, inOpen, inClosed }) => {
    expect(suggestAction(press(key), open)).toBe(inOpen)
    expect(suggestAction(press(key), closed)).toBe(inClosed)
  })

  test('counts only alone; Alt+Down opens, as in every list box', () => {
    const empty = { ...closed, isEmpty: true }
    expect(suggestAction(press('Enter', { ctrlKey: true }), open)).toBeNull()
    expect(suggestAction(press('Enter', { isComposing: true }), open)).toBeNull()
    expect(suggestAction(press('Enter', { altKey: true }), open)).toBeNull()
    expect(suggestAction(press('ArrowDown'), empty)).toBeNull()
    expect(suggestAction(press('ArrowDown', { altKey: true }), empty)).toBe('next')
  })
})

describe('two values', () => {
  test.each([
    { a: [{ x: 1, y: 'a' }], b: [{ y: 'a', x: 1 }], equal: true },
    { a: [{ x: 1 }], b: [{ x: 1, y: undefined }], equal: false },
    { a: [], b: {}, equal: false },
    { a: [1, 2], b: [2, 1], equal: false },
    { a: null, b: [], equal: false },
  ])('$a and $b', ({ a, b, equal }) => {
    expect(same(a, b)).toBe(equal)
  })
})
