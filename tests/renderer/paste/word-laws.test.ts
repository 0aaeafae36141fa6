// @vitest-environment happy-dom

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWordHtml } from '../../../renderer/paste/read-word-html.ts'
import { anyBlocks, anyList } from './arbitrary-blocks.ts'
import { wordBlocks } from './word-html.ts'

test('any nested list, written as Word writes it, is read back as it was', () => {
  fc.assert(
    fc.property(anyList, (list) => {
      expect(readWordHtml(wordBlocks(list))).toEqual(list)
    }),
    { numRuns: 300 },
  )
})

test('so is any text of headings, paragraphs, pictures and lists', () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      expect(readWordHtml(wordBlocks(blocks))).toEqual(blocks)
    }),
    { numRuns: 300 },
  )
})
