import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../../db/model/rich-text/normalise.ts'
import { plainText } from '../../../db/model/rich-text/plain-text.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { flatBlocks, type PastedBlock } from '../../../renderer/paste/blocks.ts'
import { toRichText } from '../../../renderer/paste/to-rich-text.ts'
import { bullets, numbers, paragraph, run } from '../../model/rich-text/shorthand.ts'
import { anyBlocks } from './arbitrary-blocks.ts'
import { bold, bullet, cell, goesOn, heading, image, lettered, numbered, text } from './shorthand.ts'

const cases: readonly (readonly [string, readonly PastedBlock[], RichText])[] = [
  [
    'paragraphs stay paragraphs',
    [text('A ', bold('fed')), text('B')],
    [paragraph('A ', run('fed', { bold: true })), paragraph('B')],
  ],
  ['a heading is a bold paragraph', [heading(2, 'Velfærd')], [paragraph(run('Velfærd', { bold: true }))]],
  ['items of one level are one list', [bullet(1, 'A'), bullet(1, 'B')], [bullets('A', 'B')]],
  [
    'a deeper level is a list in the item before',
    [bullet(1, 'A'), bullet(2, 'B'), bullet(3, 'C'), bullet(1, 'D')],
    [bullets(['A', bullets(['B', bullets('C')])], 'D')],
  ],
  [
    'a list that begins deep begins at the top',
    [bullet(3, 'A'), bullet(1, 'B')],
    [bullets('A'), bullets('B')],
  ],
  [
    'a skipped level is none',
    [bullet(1, 'A'), bullet(3, 'B'), bullet(1, 'C')],
    [bullets(['A', bullets('B')], 'C')],
  ],
  ['numbers count on', [numbered(1, 3, 'A'), numbered(1, 4, 'B')], [numbers(3, 'A', 'B')]],
  [
    'numbers that begin afresh are a new list',
    [numbered(1, 1, 'A'), numbered(1, 1, 'B')],
    [numbers(1, 'A'), numbers(1, 'B')],
  ],
  [
    'numbers beside bullets are a list of their own',
    [bullet(1, 'A'), numbered(1, 1, 'B')],
    [bullets('A'), numbers(1, 'B')],
  ],
  [
    'numbers go on after what interrupts them',
    [numbered(1, 1, 'A'), text('B'), numbered(1, 2, 'C')],
    [numbers(1, 'A'), paragraph('B'), numbers(2, 'C')],
  ],
  ['numbers in brackets keep them', [lettered(1, 1, 'A')], [{ ...numbers(1, 'A'), delimiter: ')' }]],
  [
    'a paragraph may go on in an item',
    [bullet(1, 'A'), bullet(2, 'B'), goesOn(1, 'C')],
    [bullets(['A', bullets('B'), 'C'])],
  ],
  [
    'the row of a table is a line',
    [{ kind: 'table', rows: [[cell('Titel'), cell(''), cell('Læsning')]] }],
    [paragraph('Titel | Læsning')],
  ],
  [
    'a row with a list is what it holds',
    [{ kind: 'table', rows: [[cell('Titel'), cell(bullet(1, 'A'))]] }],
    [paragraph('Titel'), bullets('A')],
  ],
  ['pictures are left out', [image], []],
]

describe('rich text of what was pasted', () => {
  test.each(cases)('%s', (_, blocks, expected) => {
    expect(toRichText(blocks)).toEqual(expected)
  })

  test('is in the normal form, and says all that was pasted, in order', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const rich = toRichText(blocks)
        expect(rich).toEqual(normalise(rich))
        expect(visible(plainText(rich))).toBe(visible(flatBlocks(blocks).map(textIn).join('')))
      }),
    )
  })
})

const visible = (words: string) => words.replaceAll(/\s/g, '')

const textIn = (block: PastedBlock): string =>
  'content' in block
    ? block.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
    : ''
