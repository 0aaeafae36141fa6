import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLineOf, type PastedBlock } from '../../../renderer/paste/blocks.ts'
import { readPlainText } from '../../../renderer/paste/read-plain-text.ts'
import { anyText } from '../../model/rich-text/arbitrary-rich-text.ts'
import { bullet, goesOn, lettered, numbered, text } from './shorthand.ts'

const cases: readonly (readonly [string, string, readonly PastedBlock[]])[] = [
  ['each line is a paragraph', 'Velfærd\nVækst', [text('Velfærd'), text('Vækst')]],
  ['blank lines only set apart', 'Velfærd\r\n\r\n \t\r\nVækst\r\n', [text('Velfærd'), text('Vækst')]],
  [
    'tabs are levels',
    'Velfærd\n\tBørn\n\t\tLæsning\n\tUnge\nVækst',
    [text('Velfærd'), bullet(1, 'Børn'), bullet(2, 'Læsning'), bullet(1, 'Unge'), text('Vækst')],
  ],
  [
    'two blanks are a level',
    '- Børn\n  - Læsning\n    - Bøger\n- Unge',
    [bullet(1, 'Børn'), bullet(2, 'Læsning'), bullet(3, 'Bøger'), bullet(1, 'Unge')],
  ],
  [
    'four blanks are a level',
    '* Børn\n    * Læsning\n* Unge',
    [bullet(1, 'Børn'), bullet(2, 'Læsning'), bullet(1, 'Unge')],
  ],
  [
    'markers of Word as plain text have no indent: a new kind is a level',
    '•\tBørn\no\tLæsning\n§\tBøger\n•\tUnge',
    [bullet(1, 'Børn'), bullet(2, 'Læsning'), bullet(3, 'Bøger'), bullet(1, 'Unge')],
  ],
  [
    'numbers of several parts',
    '1. Velfærd\n1.1 Børn\n1.1.1 Læsning\n1.2 Unge\n2. Vækst',
    [
      numbered(1, 1, 'Velfærd'),
      numbered(2, 1, 'Børn'),
      numbered(3, 1, 'Læsning'),
      numbered(2, 2, 'Unge'),
      numbered(1, 2, 'Vækst'),
    ],
  ],
  [
    'letters below numbers',
    '1) Velfærd\na) Børn\nb) Unge\n2) Vækst',
    [lettered(1, 1, 'Velfærd'), lettered(2, 1, 'Børn'), lettered(2, 2, 'Unge'), lettered(1, 2, 'Vækst')],
  ],
  [
    'Roman numbers',
    'i.\tÉt\nii.\tTo\niii.\tTre',
    [numbered(1, 1, 'Ét'), numbered(1, 2, 'To'), numbered(1, 3, 'Tre')],
  ],
  [
    'after a blank line a new kind of marker is a list beside',
    '- Børn\n- Unge\n\n1. Læsning',
    [bullet(1, 'Børn'), bullet(1, 'Unge'), numbered(1, 1, 'Læsning')],
  ],
  ['a list goes on after a blank line', '- Børn\n\n- Unge', [bullet(1, 'Børn'), bullet(1, 'Unge')]],
  [
    'an indented line goes on in its item',
    '- Børn\n  Fra 0 til 6 år.\n- Unge\nSlut',
    [bullet(1, 'Børn'), goesOn(1, 'Fra 0 til 6 år.'), bullet(1, 'Unge'), text('Slut')],
  ],
  [
    'a broken line is one again',
    'Vi samler lærere og pædagoger i faglige fællesskaber, hvor ny praksis\nprøves af.\nDet sker i 2027.',
    [
      text('Vi samler lærere og pædagoger i faglige fællesskaber, hvor ny praksis prøves af.'),
      text('Det sker i 2027.'),
    ],
  ],
  [
    'a broken item is one again',
    '- Vi samler lærere og pædagoger i faglige fællesskaber, hvor ny praksis\n  prøves af\n- To',
    [
      bullet(1, 'Vi samler lærere og pædagoger i faglige fællesskaber, hvor ny praksis prøves af'),
      bullet(1, 'To'),
    ],
  ],
]

describe('plain text', () => {
  test.each(cases)('%s', (_, source, blocks) => {
    expect(readPlainText(source)).toEqual(blocks)
  })

  test.each([
    '3. kvartal 2027: Rammen er vedtaget',
    '15. marts 2027: Rammen er vedtaget',
    '1. halvår 2027, rammen er vedtaget',
    'd. 1. maj åbner skolen',
    '2027 er året',
    'ca. 20 skoler',
    '-5 grader',
    '*vigtigt*',
    '§ 4 i loven',
    'A. P. Møllers fond',
    '15.03.2027 vedtages rammen',
  ])('%j begins with no marker', (line) => {
    expect(readPlainText(line)).toEqual([text(line)])
  })

  test('it is never deeper than nine levels', () => {
    const source = Array.from({ length: 12 }, (_, depth) => `${'\t'.repeat(depth)}- ${depth}`).join('\n')
    expect(readPlainText(source).map((block) => (block.kind === 'item' ? block.level : 0))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9,
    ])
  })

  test('no visible character is lost but markers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Børn', ' læsning', '\n', '\t', '  ', ':', '2027'), { maxLength: 20 }),
        (parts) => {
          const source = parts.join('')
          const read = readPlainText(source).map((block) => oneLineOf([block]))
          expect(read.join('').replaceAll(/\s/g, '')).toBe(source.replaceAll(/\s/g, ''))
        },
      ),
    )
  })

  test('any text is read', () => {
    fc.assert(fc.property(anyText, (source) => Array.isArray(readPlainText(source))))
  })

  test.each([
    ['lines', 'ord ord\n'.repeat(600_000)],
    ['one line', 'ord '.repeat(1_200_000)],
    ['blanks', ' '.repeat(5_000_000)],
    ['markers', '1.'.repeat(2_500_000)],
    ['long broken lines', `${'ord '.repeat(20)}\n`.repeat(60_000)],
  ])('five megabytes of %s', (_, source) => {
    const start = performance.now()
    readPlainText(source)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('one line', () => {
  test.each<readonly [string, readonly PastedBlock[], string | null]>([
    ['a line', readPlainText('Flere børn læser\n'), 'Flere børn læser'],
    ['an item', [bullet(2, 'Flere  børn')], 'Flere børn'],
    ['two lines', readPlainText('A\nB'), null],
    ['nothing', [], null],
    ['a line with a picture', [{ kind: 'image' }, text('A')], 'A'],
    ['a line with a break', [text('A', { type: 'break' }, 'B')], null],
  ])('%s', (_, blocks, line) => {
    expect(oneLineOf(blocks)).toBe(line)
  })
})
