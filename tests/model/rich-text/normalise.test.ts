import { describe, expect, test } from 'vitest'
import { MAX_LIST_DEPTH, normalise } from '../../../db/model/rich-text/normalise.ts'
import type { Inline, RichText } from '../../../db/model/rich-text/rich-text.ts'
import { bullets, lineBreak, numbers, paragraph, run } from './shorthand.ts'

const bold = { bold: true } as const
const italic = { italic: true } as const

describe('content of a paragraph', () => {
  test.each<[string, Inline[], Inline[]]>([
    ['joins runs alike', [run('a', bold), run(''), run('b', bold)], [run('ab', bold)]],
    ['keeps blanks between words', [run('a  b')], [run('a  b')]],
    ['trims the ends', [lineBreak, run(' \ta\n '), lineBreak], [run('a')]],
    ['keeps a no-break space at the ends', [run('\u00A0a\u00A0')], [run('\u00A0a\u00A0')]],
    ['takes blanks from beside breaks', [run('a '), lineBreak, run('\n b')], [run('a'), lineBreak, run('b')]],
    ['takes blanks from beside line ends', [run('a \n\n\t b')], [run('a\nb')]],
    [
      'moves white space out of marks',
      [run('a '), run(' b ', bold), run('c')],
      [run('a  '), run('b', bold), run(' c')],
    ],
    ['keeps white space inside marks', [run('a', bold), run(' ', bold), run('b', bold)], [run('a b', bold)]],
    [
      'keeps white space plain between marks',
      [run('a', bold), run(' '), run('b', bold)],
      [run('a', bold), run(' '), run('b', bold)],
    ],
    [
      'leaves a gap what both sides share',
      [run('a ', { ...bold, ...italic }), run('b', bold)],
      [run('a', { ...bold, ...italic }), run(' b', bold)],
    ],
    ['removes marks from white space alone', [run('a'), run(' ', { link: 'x' }), run('b')], [run('a b')]],
    [
      'keeps runs of different links apart',
      [run('a', { link: 'x' }), run('b', { link: 'y' })],
      [run('a', { link: 'x' }), run('b', { link: 'y' })],
    ],
    ['replaces what files cannot hold', [run('a\0b\uD83Dc')], [run('a\uFFFDb\uFFFDc')]],
    ['knows one line end', [run('a\r\nb\rc')], [run('a\nb\nc')]],
    ['cleans addresses', [run('a', { link: ' https://a.dk/\n' })], [run('a', { link: 'https://a.dk/' })]],
    ['drops addresses that run something', [run('a', { link: 'java\nscript:x' })], [run('a')]],
  ])('%s', (_, content, normal) => {
    expect(normalise([{ type: 'paragraph', content }])).toEqual([{ type: 'paragraph', content: normal }])
  })
})

test('empty paragraphs, items and lists are left out', () => {
  const text: RichText = [
    paragraph(' '),
    bullets([], [paragraph()], 'a'),
    numbers(1, [bullets(' ')]),
    paragraph(lineBreak),
  ]
  expect(normalise(text)).toEqual([bullets('a')])
})

test('lists side by side stay apart', () => {
  const text = [bullets('a'), bullets('b'), numbers(1, 'c'), numbers(1, 'd')]
  expect(normalise(text)).toEqual(text)
})

test.each([MAX_LIST_DEPTH + 1, 100_000])(
  'of %i lists in each other, the ninth holds what lies deeper',
  (depth) => {
    const nested = (levels: number): RichText => {
      let text: RichText = [paragraph('a')]
      for (let level = 0; level < levels; level++) text = [{ type: 'bullets', items: [{ blocks: text }] }]
      return text
    }
    expect(normalise(nested(depth))).toEqual(nested(MAX_LIST_DEPTH))
  },
)
