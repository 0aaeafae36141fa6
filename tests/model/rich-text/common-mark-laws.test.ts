import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCommonMark, parseCommonMark } from '../../../db/model/rich-text/common-mark.ts'
import { normalise } from '../../../db/model/rich-text/normalise.ts'
import { plainText } from '../../../db/model/rich-text/plain-text.ts'
import { type Inline, type RichText, richTextSchema } from '../../../db/model/rich-text/rich-text.ts'
import { anyParagraph, anyRichText, anySource, anyText } from './arbitrary-rich-text.ts'

const RUNS = { numRuns: 5_000 }

test.each([
  ['rich text', anyRichText],
  ['paragraph', anyParagraph],
])('any %s that is written and read again is its normal form', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (text) => {
      expect(parseCommonMark(formatCommonMark(text))).toEqual(normalise(text))
    }),
    RUNS,
  )
})

test('the normal form is its own normal form', () => {
  fc.assert(
    fc.property(anyRichText, (text) => {
      const normal = normalise(text)
      expect(normalise(normal)).toEqual(normal)
    }),
    RUNS,
  )
})

test('any source is read as a valid rich text in the normal form', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const text = parseCommonMark(source)
      expect(richTextSchema.parse(text)).toEqual(text)
      expect(normalise(text)).toEqual(text)
    }),
    RUNS,
  )
})

test('a source that was written once is written the same ever after', () => {
  fc.assert(
    fc.property(anySource, (source) => {
      const canonical = formatCommonMark(parseCommonMark(source))
      expect(formatCommonMark(parseCommonMark(canonical))).toBe(canonical)
    }),
    RUNS,
  )
})

test('no letter of any source is lost or moved', () => {
  // An address in the generated sources is a "Z" or no letter at all.
  const letters = (text: string): string => text.replace(/[^a-yæø]/g, '')
  fc.assert(
    fc.property(anySource, (source) => {
      expect(letters(plainText(parseCommonMark(source)))).toBe(letters(source))
    }),
    RUNS,
  )
})

test('a text that is read as it stands is written as it stands', () => {
  const readsAsItStands = (text: RichText, source: string): boolean =>
    text.length === 1 &&
    text[0]?.type === 'paragraph' &&
    plainText(text) === source &&
    isUnmarked(text[0].content)
  let held = 0
  fc.assert(
    fc.property(anyText, (source) => {
      const text = parseCommonMark(source)
      if (!readsAsItStands(text, source)) return
      held++
      expect(formatCommonMark(text)).toBe(source)
    }),
    RUNS,
  )
  expect(held).toBeGreaterThan(RUNS.numRuns / 10)
})

function isUnmarked(content: readonly Inline[]): boolean {
  const [only, ...more] = content
  return more.length === 0 && only?.type === 'text' && !only.bold && !only.italic && only.link === undefined
}
