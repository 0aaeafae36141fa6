import { describe, expect, test } from 'vitest'
import { formatCommonMark, parseCommonMark } from '../../../db/model/rich-text/common-mark.ts'
import { plainText } from '../../../db/model/rich-text/plain-text.ts'

const LENGTH = 200_000

/** Far above what linear time needs on a slow machine, far below what quadratic time takes. */
const SECONDS = 30

const fill = (part: string): string => part.repeat(LENGTH / part.length)

describe('a mass of markup is read, written and read again alike, in linear time', () => {
  test.each([
    ...[
      '*',
      '_',
      '[',
      ']',
      '![',
      '\\',
      '*a',
      'a*',
      '_a*',
      '**a *b ',
      '***a* b**',
      '[a](',
      '[a](<',
      '[a](b)',
      '[[a](b)',
    ],
    ...['[](', '[ ](x)', '[[ ](*)', '[]()', '*[]()', ' ', '\u00A0 ', '\n', 'a\n', 'a  \n', '\\\n', '-\n'],
    ...['- ', '* ', '+ ', '1. ', '> ', '- a\n', '- - a\n', '2) a\n'],
  ])('%j', { timeout: SECONDS * 1000 }, (part) => {
    const source = formatCommonMark(parseCommonMark(fill(part)))
    expect(formatCommonMark(parseCommonMark(source))).toBe(source)
  })

  test('brackets that close in reverse', { timeout: SECONDS * 1000 }, () => {
    const half = LENGTH / 5
    const source = `${'['.repeat(half)}a${'](b)'.repeat(half)}`
    const text = parseCommonMark(source)
    expect(plainText(text)).toBe(`${'['.repeat(half - 1)}a${'](b)'.repeat(half - 1)}`)
    expect(formatCommonMark(text)).toBe(source)
  })
})

test.each([
  ['bullets on a line', `${'- '.repeat(1000)}a`, /^(- ){991}a$/],
  ['quotes on a line', `${'> '.repeat(1000)}a`, /^(> ){1000}a$/],
  [
    'indented bullets',
    Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    /^(a\n){9}(- a\n){990}- a$/,
  ],
])('of 1,000 nested %s, what lies deeper than nine lists stays text', (_, source, plain) => {
  expect(plainText(parseCommonMark(source))).toMatch(plain)
})
