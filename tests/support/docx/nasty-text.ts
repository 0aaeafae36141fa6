import * as fc from 'fast-check'
import { normalise } from '../../../db/model/rich-text/normalise.ts'
import type { Block, Inline, RichText } from '../../../db/model/rich-text/rich-text.ts'

/** Texts that trouble Word: characters and lengths, lists in all shapes, odd links. */

const words = [
  ...['og', 'effekt', 'borgerne', 'Ærø', 'kommunens', 'i 2027', '9. juni', 'fx', 'mål:'],
  ...['<&>"\'', ']]>', '&amp;', '<w:p/>', '{{INDHOLD}}', '\\d', '%1.', '100 %', '§ 5, stk. 2'],
  ...['👩‍👩‍👧‍👦', '🇩🇰', '😀', '𝒜𝓈', 'e\u0301', 'שלום', 'مرحبا', '漢字', 'ﬁﬂ', 'ß', 'İ'],
  ...[
    'bær\u00ADe\u00ADdyg\u00ADtig\u00ADhed',
    'ni\u00A0nul',
    'nul\u200Bbredde',
    '\u202Ebagvendt\u202C',
    'en\u2011to',
  ],
  ...[
    '\u0001',
    'a\u0007b',
    '\u000B',
    '\u000C',
    '\u0085',
    '\u009F',
    '\uFFFE',
    '\uFEFF',
    'fane\tfane',
    'linje\nlinje',
  ],
  'ord'.repeat(20),
  'Speciallægepraksisplanlægningsstabiliseringsperiode',
]

const word = fc.constantFrom(...words)
export const phrase = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '))
const long = fc.array(word, { minLength: 300, maxLength: 500 }).map((all) => beginning(all.join(' '), 5000))
const beginning = (text: string, length: number): string => [...text].slice(0, length).join('')

/** A line of plain text that a reader sees something of. */
export const title = fc
  .oneof(
    { weight: 9, arbitrary: phrase },
    { weight: 1, arbitrary: long.map((text) => beginning(text, 2000)) },
  )
  .map((text) => `Indsats ${text}`)
export const line = fc.oneof(fc.constant(''), phrase)

const links = [
  ...[
    'https://example.dk/sti?a=1&b=2#c',
    'http://example.dk/æøå og mere',
    'HTTPS://EXAMPLE.DK',
    'mailto:a@b.dk?subject=Hej du',
  ],
  ...[
    'mailto:',
    'https://',
    'www.example.dk',
    '//example.dk/',
    '/intern/sti',
    'ftp://example.dk',
    'tel:+4512345678',
  ],
  ...[
    'https://example.dk/"<>{}|\\^`',
    'https://[::1]/',
    'https://user:pw@example.dk:8080/',
    'http://a..b/%zz',
    'onenote:x',
  ],
]

const run: fc.Arbitrary<Inline> = fc
  .record({
    text: phrase,
    bold: fc.boolean(),
    italic: fc.boolean(),
    link: fc.option(fc.constantFrom(...links), { freq: 6, nil: undefined }),
  })
  .map(({ text, bold, italic, link }) => ({
    type: 'text',
    text,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(link !== undefined && { link }),
  }))

const content = fc.array(
  fc.oneof({ weight: 5, arbitrary: run }, { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) }),
  {
    minLength: 1,
    maxLength: 4,
  },
)

const paragraph: fc.Arbitrary<Block> = fc.oneof(
  { weight: 12, arbitrary: content.map((all): Block => ({ type: 'paragraph', content: all })) },
  {
    weight: 1,
    arbitrary: long.map((text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
)

const { block } = fc.letrec<{ block: Block; list: Block; item: { blocks: RichText } }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'list' },
    { weight: 3, arbitrary: paragraph },
    { weight: 2, arbitrary: tie('list') },
  ),
  list: fc
    .record({
      numbers: fc.boolean(),
      start: fc.constantFrom(1, 1, 3, 0, 8, 999),
      bracket: fc.boolean(),
      items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    })
    .map(
      ({ numbers, start, bracket, items }): Block =>
        numbers
          ? { type: 'numbers', start, ...(bracket && { delimiter: ')' }), items }
          : { type: 'bullets', items },
    ),
  item: fc.record({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2, depthIdentifier: 'list' }),
  }),
}))

/** A list that goes on, after a paragraph, at the number that comes next. */
const resumed = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.array(paragraph, { maxLength: 1 }))
  .map(([length, between]): RichText => {
    const items = Array.from({ length }, (_, at) => ({ blocks: [plain(`punkt ${at}`)] }))
    return [{ type: 'numbers', start: 1, items }, ...between, { type: 'numbers', start: length + 1, items }]
  })

const plain = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const manyBullets: RichText = [
  { type: 'bullets', items: Array.from({ length: 200 }, (_, at) => ({ blocks: [plain(`punkt ${at}`)] })) },
]
const deep = Array.from({ length: 12 }).reduce<Block>(
  (inner, _, at) => ({
    type: at % 2 === 0 ? 'bullets' : 'numbers',
    start: 1,
    items: [{ blocks: [plain(`lag ${at}`), inner] }],
  }),
  plain('inderst'),
)

/** As it lies in a workbook: whatever comes in is brought into the normal form. */
export const nastyText: fc.Arbitrary<RichText> = fc
  .oneof(
    { weight: 3, arbitrary: fc.constant<RichText>([]) },
    { weight: 20, arbitrary: fc.array(block, { minLength: 1, maxLength: 3 }) },
    { weight: 2, arbitrary: resumed },
    { weight: 1, arbitrary: fc.constant(manyBullets) },
    { weight: 1, arbitrary: fc.constant<RichText>([deep]) },
  )
  .map(normalise)
