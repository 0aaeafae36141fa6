import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatCommonMark, parseCommonMark } from '../../../db/model/rich-text/common-mark.ts'
import { normalise } from '../../../db/model/rich-text/normalise.ts'
import { richTextSchema } from '../../../db/model/rich-text/rich-text.ts'
import { anyParagraph, anyRichText, anySource } from './arbitrary-rich-text.ts'

const RUNS = { numRuns: 10_000 }

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
