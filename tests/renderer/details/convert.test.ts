import { getSchema } from '@tiptap/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../../db/model/rich-text/normalise.ts'
import type { Block, Inline, RichText } from '../../../db/model/rich-text/rich-text.ts'
import { fromEditor, toEditor } from '../../../renderer/details/rich-text/convert.ts'
import { extensions } from '../../../renderer/details/rich-text/schema.ts'
import { anyParagraph, anyRichText } from '../../model/rich-text/arbitrary-rich-text.ts'

const schema = getSchema(extensions)

/** The editor's document, which must be one that the editor takes. */
function opened(text: RichText) {
  const document = schema.nodeFromJSON(toEditor(text))
  document.check()
  return document
}

/** A line end in a run reads as a blank; the editor cannot show it otherwise. */
const withoutLineEnds = (text: RichText): RichText => text.map(blockWithout)

function blockWithout(block: Block): Block {
  return block.type === 'paragraph'
    ? { ...block, content: block.content.map(inlineWithout) }
    : { ...block, items: block.items.map(({ blocks }) => ({ blocks: withoutLineEnds(blocks) })) }
}

const inlineWithout = (inline: Inline): Inline =>
  inline.type === 'text' ? { ...inline, text: inline.text.replaceAll('\n', ' ') } : inline

describe('a rich text in the editor', () => {
  test('comes out of it as it went in', () => {
    fc.assert(
      fc.property(fc.oneof(anyRichText, anyParagraph), (text) => {
        expect(fromEditor(opened(text))).toEqual(withoutLineEnds(normalise(text)))
      }),
      { numRuns: 2000 },
    )
  })

  test('goes into it again as the same document', () => {
    fc.assert(
      fc.property(anyRichText, (text) => {
        const document = opened(text)
        expect(opened(fromEditor(document)).toJSON()).toEqual(document.toJSON())
      }),
      { numRuns: 500 },
    )
  })

  const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
  const run = (text: string, marks = {}): Inline => ({ type: 'text', text, ...marks })
  const item = (...blocks: Block[]) => ({ blocks })

  test.each<{ what: string; text: RichText }>([
    { what: 'nothing', text: [] },
    {
      what: 'marks in each other',
      text: [paragraph(run('a', { bold: true, italic: true, link: 'https://a.dk' }))],
    },
    { what: 'a hard break', text: [paragraph(run('a'), { type: 'break' }, run('b'))] },
    {
      what: 'a list that goes on at 4 with brackets',
      text: [{ type: 'numbers', start: 4, delimiter: ')', items: [item(paragraph(run('fire')))] }],
    },
    {
      what: 'two lists side by side',
      text: [
        { type: 'bullets', items: [item(paragraph(run('a')))] },
        { type: 'bullets', items: [item(paragraph(run('b')))] },
      ],
    },
    {
      what: 'an item that begins with a list',
      text: [{ type: 'bullets', items: [item({ type: 'bullets', items: [item(paragraph(run('a')))] })] }],
    },
  ])('keeps $what', ({ text }) => {
    expect(fromEditor(opened(text))).toEqual(text)
  })

  test('what the editor leaves empty is no text', () => {
    const document = schema.nodeFromJSON({
      type: 'doc',
      content: [
        { type: 'paragraph' },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    })
    expect(fromEditor(document)).toEqual([])
  })
})
