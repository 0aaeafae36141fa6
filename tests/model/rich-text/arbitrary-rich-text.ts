import * as fc from 'fast-check'
import type { Block, Inline, ListItem, RichText } from '../../../db/model/rich-text/rich-text.ts'

/** What is hard to write in CommonMark: delimiters, markers, blanks, line ends, characters out of the ordinary. */
const AWKWARD = [
  ...[
    '*',
    '**',
    '_',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '](',
    '![',
    '!',
    '[]()',
    '[x](Z)',
    '<',
    '>',
    '`',
    '#',
    '&amp;',
    '~',
    '|',
    '=',
  ],
  ...[
    '-',
    '- ',
    '+ ',
    '* ',
    '1. ',
    '9. ',
    '1) ',
    '0.',
    '---',
    '- - -',
    '. ',
    ':',
    '"',
    '»',
    '…',
    '/',
    '@',
    '{',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u00A0',
    '\u2003',
    '\u3000',
    '\v',
    '\f',
    '\u200B',
    '\u2028',
    '\uFEFF',
  ],
  ...['\0', '\uD83D', '\uDE00', '🙂', '👩🏽', 'é', '中', '\uFFFD', '\u0001', '\u0085'],
]

const text = fc
  .array(
    fc.oneof({ weight: 2, arbitrary: fc.constantFrom('a', 'b', 'æ', 'Ø', '7') }, fc.constantFrom(...AWKWARD)),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''))

/** Any text, mostly short and made of what is hard to write. */
export const anyText = fc.oneof(
  { weight: 8, arbitrary: text },
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)

const address = fc.oneof(
  fc.constantFrom(
    'https://a.dk/',
    'mailto:b@a.dk',
    'a',
    '/æ b',
    'javascript:x',
    ' DATA:x',
    'a(b)',
    'a)b',
    '<a',
    'a\\',
  ),
  fc.constantFrom(
    'a b',
    'a\\)',
    'a&amp;b',
    'a*b*',
    '((a)',
    '(((a)))',
    '>',
    '"a"',
    'java\nscript:x',
    '\\<',
    '\u00A0a',
  ),
  text,
)

const present = fc.constantFrom(undefined, true as const)

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ type: 'break' } as const) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        text: anyText,
        bold: present,
        italic: present,
        link: fc.option(address, { nil: undefined, freq: 3 }),
      })
      .map(
        (run): Inline => ({
          type: 'text',
          text: run.text,
          ...(run.bold && { bold: true }),
          ...(run.italic && { italic: true }),
          ...(run.link !== undefined && { link: run.link }),
        }),
      ),
  },
)

const { blocks } = fc.letrec<{ blocks: RichText; block: Block; item: ListItem }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4, depthIdentifier: 'blocks' }),
  item: fc.record({ blocks: tie('blocks') }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, depthIdentifier: 'blocks' },
    fc.record({ type: fc.constant('paragraph' as const), content: fc.array(inline, { maxLength: 6 }) }),
    fc.record({
      type: fc.constant('bullets' as const),
      items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
    fc
      .record({
        start: fc.constantFrom(0, 1, 2, 9, 10, 999_999_999),
        delimiter: fc.constantFrom(undefined, ')' as const),
        items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      })
      .map(
        ({ start, delimiter, items }): Block => ({
          type: 'numbers',
          start,
          ...(delimiter && { delimiter }),
          items,
        }),
      ),
  ),
}))

/** Any rich text, with every combination of marks and lists, mostly not in the normal form. */
export const anyRichText: fc.Arbitrary<RichText> = blocks

/** One paragraph of many short runs: the marks' edges are where CommonMark is hardest. */
export const anyParagraph: fc.Arbitrary<RichText> = fc
  .array(inline, { minLength: 2, maxLength: 9 })
  .map((content) => [{ type: 'paragraph', content }])

/** CommonMark sources: fragments of markup in any order. */
export const anySource: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...AWKWARD,
        'a',
        'b',
        '\n',
        '\n',
        '\n  ',
        '\n    ',
        '\n\n',
        '[a](Z)',
        '](',
        '](Z)',
        '\\\n',
        '  \n',
      ),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)
