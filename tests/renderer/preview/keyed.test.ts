import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Heading } from '../../../db/model/report/report.ts'
import { keyed } from '../../../renderer/preview/keyed.ts'

const heading = (text: string, place = 0): Heading => ({
  kind: 'heading',
  at: { path: [place] },
  level: 1,
  text,
  begins: 'flow',
})

const headings = (titles: string) => [...titles].map((title, index) => heading(title, index))

/** "A1 B2": each title with its key after the change. */
const after = (before: string, now: string): string =>
  keyed(keyed([], headings(before)), headings(now))
    .map(({ key, block }) => `${block.kind === 'heading' ? block.text : ''}${key}`)
    .join(' ')

describe('a block keeps its key', () => {
  test.each([
    ['when nothing changes', 'ABC', 'ABC', 'A0 B1 C2'],
    ['when another is put in before it', 'ABC', 'AXBC', 'A0 X3 B1 C2'],
    ['when another is put in at the top', 'ABC', 'XABC', 'X3 A0 B1 C2'],
    ['when another is taken out', 'ABCD', 'AD', 'A0 D3'],
    ['when it says something else', 'ABC', 'AXC', 'A0 X1 C2'],
    ['when many are alike', 'AAA', 'AAAA', 'A0 A1 A2 A3'],
  ])('%s', (_, before, now, expected) => {
    expect(after(before, now)).toBe(expected)
  })
})

test('no two blocks ever have the same key', () => {
  const titles = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(titles, { minLength: 1, maxLength: 6 }), (history) => {
      const keys = history
        .reduce<ReturnType<typeof keyed>>((before, now) => keyed(before, headings(now)), [])
        .map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})
