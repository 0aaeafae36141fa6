import * as fc from 'fast-check'
import { normaliseContent } from '../../../db/model/rich-text/normalise.ts'
import type { Inline } from '../../../db/model/rich-text/rich-text.ts'
import type { PastedBlock } from '../../../renderer/paste/blocks.ts'

const words = fc
  .array(
    fc.constantFrom(
      'børn',
      'Læsning',
      'A & B',
      '<2027>',
      '"hus"',
      'o',
      '1.',
      'i)',
      '·',
      'æøå',
      '10\u00a0mio.',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(' '))

const present = fc.constantFrom(undefined, true as const)

const runOfText: fc.Arbitrary<Inline> = fc
  .record({
    text: words,
    bold: present,
    italic: present,
    link: fc.constantFrom(undefined, undefined, 'https://a.dk/?x=1&y="2"'),
  })
  .map(({ text, bold, italic, link }) => ({
    type: 'text',
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(link !== undefined && { link }),
  }))

/** Some runs in the normal form, now and then with a line break between them. */
const content: fc.Arbitrary<readonly Inline[]> = fc
  .tuple(runOfText, fc.array(fc.tuple(fc.boolean(), runOfText), { maxLength: 2 }))
  .map(([first, others]) =>
    normaliseContent([
      first,
      ...others.flatMap(([breaks, run]): Inline[] =>
        breaks ? [{ type: 'break' }, run] : [{ type: 'text', text: ' ' }, run],
      ),
    ]),
  )

const level = fc.integer({ min: 1, max: 9 })

/** Any item; its number is set by `counted`. */
const item = fc.record({ kind: fc.constant('item' as const), level, ordered: fc.boolean(), content })

type LooseItem = typeof item extends fc.Arbitrary<infer T> ? T : never

/** Lists as they are made in Word: numbers count on within their level until an item above it. */
function counted(items: readonly LooseItem[]): readonly PastedBlock[] {
  let numbers: readonly number[] = []
  return items.map(({ level, ordered, content }): PastedBlock => {
    const above = Array.from({ length: level }, (_, each) => numbers[each] ?? 0)
    const number = ordered ? (numbers[level] ?? 0) + 1 : 0
    numbers = [...above, number]
    return { kind: 'item', level, ...(ordered && { number }), content }
  })
}

/** Nested lists, of at most 20 items. */
export const anyList: fc.Arbitrary<readonly PastedBlock[]> = fc
  .array(item, { minLength: 1, maxLength: 20 })
  .map(counted)

const textBlock: fc.Arbitrary<PastedBlock> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), level: fc.constant(0), content }),
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 0, max: 9 }), content }),
  fc.constant({ kind: 'image' as const }),
)

/** What may be copied from a document: headings, paragraphs, pictures and lists in any order. */
export const anyBlocks: fc.Arbitrary<readonly PastedBlock[]> = fc
  .array(
    fc.oneof(
      textBlock.map((block) => [block]),
      anyList,
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.flat())

/** Labels of the agreement's forms, and one that they lack. */
const rowLabel = fc.constantFrom(
  'Titel',
  'Ophav',
  'Koordinator',
  'Beskrivelse',
  'Målgruppe:',
  'EFFEKT',
  'Parametre',
  'Milepæle',
  'Risici',
  '',
)

const cellOf = (blocks: readonly PastedBlock[]) => ({ columns: 1, rows: 1, blocks })
const lineOf = (text: string): PastedBlock => ({
  kind: 'paragraph',
  level: 0,
  content: [{ type: 'text', text }],
})

/** Tables with the agreement's labels, and others. */
const anyTable: fc.Arbitrary<PastedBlock> = fc
  .array(
    fc.tuple(
      rowLabel,
      fc.array(
        fc.oneof(
          textBlock.map((block) => [block]),
          anyList,
        ),
        { maxLength: 3 },
      ),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((rows) => ({
    kind: 'table',
    rows: rows.map(([label, blocks]) => [cellOf(label === '' ? [] : [lineOf(label)]), cellOf(blocks.flat())]),
  }))

/** Whatever may be copied, tables and labels in the text as well. */
export const anythingPasted: fc.Arbitrary<readonly PastedBlock[]> = fc
  .array(
    fc.oneof(
      textBlock.map((block) => [block]),
      anyList,
      anyTable.map((table) => [table]),
      rowLabel.filter((label) => label !== '').map((label) => [lineOf(label)]),
      fc
        .constantFrom('Egne bidrag', 'Mål og indsatser', 'Læsning, maj 2027')
        .map((line): PastedBlock[] => [
          { kind: 'heading', level: 1, content: [{ type: 'text', text: line }] },
        ]),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.flat())
