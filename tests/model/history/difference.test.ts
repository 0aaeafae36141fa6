import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { condensed } from '../../../db/model/history/condensed.ts'
import { type DifferenceLine, difference, isChanged } from '../../../db/model/history/difference.ts'
import { lineOf, linesOf, type TextLine } from '../../../db/model/history/lines.ts'
import type { Side } from '../../../db/model/history/words.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { anyRichText } from '../rich-text/arbitrary-rich-text.ts'
import { bullets, lineBreak, numbers, paragraph, run } from '../rich-text/shorthand.ts'

const wrap: Readonly<Record<Side, (text: string) => string>> = {
  both: (text) => text,
  went: (text) => `[-${text}-]`,
  came: (text) => `{+${text}+}`,
}

const marks = { none: '', bullet: '• ', number: '# ' } as const

/** `[-went-] {+came+} both`, a line each; whole lines that came or went in doubled signs. */
const drawn = (lines: readonly DifferenceLine[]): readonly string[] =>
  lines.map(({ side, shape, shapeBefore, pieces, end }) => {
    const was = shapeBefore === null ? '' : wrap.went(marks[shapeBefore.mark])
    const indent = '  '.repeat(Math.max(0, shape.depth - 1))
    const words = pieces.map((piece) => (side === 'both' ? wrap[piece.side](piece.text) : piece.text))
    return (
      indent +
      wrap[side](`${was}${marks[shape.mark]}${words.join('')}`) +
      (end === 'both' ? '' : wrap[end]('¶'))
    )
  })

const between = (before: RichText, after: RichText) => drawn(difference(linesOf(before), linesOf(after)))

const inWords = (before: string, after: string): string =>
  drawn(difference(lineOf(before), lineOf(after))).join('\n')

describe('the difference of two lines', () => {
  test.each([
    ['Flere børn læser', 'Flere børn og unge læser', 'Flere børn {+og unge +}læser'],
    ['Flere børn læser mere', 'Flere børn læser', 'Flere børn læser[- mere-]'],
    ['Den gamle skole', 'Den nye skole', 'Den [-gamle-]{+nye+} skole'],
    ['trivsel for alle', 'trivselsindsats for alle', '[-trivsel-]{+trivselsindsats+} for alle'],
    ['for alle.', 'for alle børn.', 'for alle{+ børn+}.'],
    ['frist 7,5 % i 2027/28', 'frist 8,5 % i 2027/28', 'frist [-7,5-]{+8,5+} % i 2027/28'],
    ['et  mellemrum', 'et mellemrum', 'et[-  -]{+ +}mellemrum'],
    ['', 'Ny titel', '{+Ny titel+}'],
    ['Gammel titel', '', '[-Gammel titel-]'],
    ['ens', 'ens', 'ens'],
  ])('%s → %s', (before, after, expected) => {
    expect(inWords(before, after)).toBe(expected)
  })

  test('leaves no small words standing alone between what was written anew', () => {
    expect(
      inWords(
        'Indsatsen skal styrke samarbejdet med foreninger i hele kommunen og nå de unge.',
        'Indsatsen skal give forældre og klubber i hver landsby mod på at nå de unge.',
      ),
    ).toBe(
      'Indsatsen skal [-styrke samarbejdet med foreninger i hele kommunen og-]{+give forældre og klubber i hver landsby mod på at+} nå de unge.',
    )
  })

  test('of which hardly a word is the same, is one line that went and one that came', () => {
    expect(inWords('Flere børn læser', 'Grøn drift af veje').split('\n')).toEqual([
      '[-Flere børn læser-]',
      '{+Grøn drift af veje+}',
    ])
  })
})

describe('the difference of two texts', () => {
  const opening = 'Indsatsen begynder i de mindste klasser og følger børnene hele vejen.'

  test('lays paragraphs beside each other before it compares their words', () => {
    expect(
      between(
        [paragraph(opening), paragraph('Effekten måles hvert år i maj.')],
        [
          paragraph('Et nyt afsnit står øverst.'),
          paragraph(opening),
          paragraph('Effekten måles hvert år i september.'),
        ],
      ),
    ).toEqual(['{+Et nyt afsnit står øverst.+}', opening, 'Effekten måles hvert år i [-maj-]{+september+}.'])
  })

  test('tells an item that was put into a list, and numbers after it are no change', () => {
    expect(
      between(
        [numbers(1, 'Alle skoler', 'Alle klubber')],
        [numbers(1, 'Alle skoler', 'Alle hjem', 'Alle klubber')],
      ),
    ).toEqual(['# Alle skoler', '{+# Alle hjem+}', '# Alle klubber'])
  })

  test('tells a paragraph that became an item, and an item that moved in', () => {
    expect(
      between(
        [paragraph('Alle skoler er med'), bullets('Klubber', 'Hjemmene er med')],
        [bullets('Alle skoler er med', ['Klubber', bullets('Hjemmene er med')])],
      ),
    ).toEqual(['[--]• Alle skoler er med', '• Klubber', '  [-• -]• Hjemmene er med'])
  })

  test('tells a paragraph that was cut, and two that were put together', () => {
    const [one, other] = ['Alle skoler er med fra starten.', 'Klubberne følger efter i september.']
    expect(between([paragraph(`${one} ${other}`)], [paragraph(one), paragraph(other)])).toEqual([
      `${one}[- -]{+¶+}`,
      other,
    ])
    expect(
      between([paragraph(one), paragraph(other)], [paragraph(`${one} Også ${other.toLowerCase()}`)]),
    ).toEqual([`${one}{+ +}[-¶-]`, '[-Klubberne-]{+Også klubberne+} følger efter i september.'])
  })

  test('tells a word that became bold, and a hard break', () => {
    expect(
      between([paragraph('Tidlig opsporing')], [paragraph(run('Tidlig', { bold: true }), ' opsporing')]),
    ).toEqual(['[-Tidlig-]{+Tidlig+} opsporing'])
    expect(between([paragraph('før efter')], [paragraph('før', lineBreak, 'efter')])).toEqual([
      'før[- -]{+\n+}efter',
    ])
  })

  test('of what was not there is all that came', () => {
    expect(between([], [paragraph('Nyt'), bullets('punkt')])).toEqual(['{+Nyt+}', '{+• punkt+}'])
  })
})

describe('what changed, and a little around it', () => {
  const lines = (...texts: readonly string[]) => linesOf(texts.map((text) => paragraph(text)))
  const short = (before: readonly TextLine[], after: readonly TextLine[]) =>
    condensed(difference(before, after)).map((each) =>
      each.kind === 'line' ? drawn([each.line]).join('') : each.count,
    )

  test.each([
    ['abcdefg', 'abcdeFg', [4, 'e', '[-f-]', '{+F+}', 'g']],
    ['abcdefg', 'Abcdefg', ['[-a-]', '{+A+}', 'b', 5]],
    ['abcdefg', 'Abcdefg!', ['[-a-]', '{+A+}', 'b', 4, 'g', '{+!+}']],
    ['abcd', 'Abcd!', ['[-a-]', '{+A+}', 'b', 'c', 'd', '{+!+}']],
    ['abc', 'abc', [3]],
    ['', '', []],
  ])('%s → %s', (before, after, expected) => {
    expect(short(lines(...before), lines(...after))).toEqual(expected)
  })
})

/** The lines of one of the two texts, as the difference holds them. */
function sideOf(lines: readonly DifferenceLine[], gone: Side): readonly string[] {
  const texts: (readonly [depth: number, mark: string, characters: string[]])[] = []
  let goesOn = false
  for (const { shape, shapeBefore, pieces, end } of lines.filter(({ side }) => side !== gone)) {
    const { depth, mark } = (gone === 'came' ? shapeBefore : null) ?? shape
    const characters = charactersOf(pieces.filter(({ side }) => side !== gone))
    if (goesOn) texts.at(-1)?.[2].push(...characters)
    else texts.push([depth, mark, [...characters]])
    goesOn = end === gone
  }
  return texts.map((text) => JSON.stringify(text))
}

/** Each visible character with its marks; those of blanks are not told apart. */
const charactersOf = (stretches: TextLine['content']): readonly string[] =>
  stretches.flatMap(({ text, marks: { bold, italic, link } }) =>
    Array.from(text, (character) =>
      character.trim() === '' ? character : [character, bold, italic, link].join('\u0000'),
    ),
  )

const asLines = (lines: readonly TextLine[]): readonly string[] =>
  lines.map(({ shape: { depth, mark }, content }) => JSON.stringify([depth, mark, charactersOf(content)]))

const prose = fc
  .array(fc.constantFrom('børn', 'unge', 'og', 'i', 'skolen', '.', ',', ' ', '  ', 'trivsel', '7,5'), {
    maxLength: 25,
  })
  .map((words) => words.join(' '))

const proseText: fc.Arbitrary<RichText> = fc.array(
  fc.oneof(
    prose.map((text): RichText[number] => paragraph(text)),
    fc.array(prose, { minLength: 1, maxLength: 4 }).map((items) => bullets(...items)),
  ),
  { maxLength: 8 },
)

describe.each([
  ['any texts', anyRichText],
  ['texts that share many words', proseText],
])('of %s', (_name, texts) => {
  test('the difference gives both back', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = difference(linesOf(before), linesOf(after))
        expect(sideOf(lines, 'came')).toEqual(asLines(linesOf(before)))
        expect(sideOf(lines, 'went')).toEqual(asLines(linesOf(after)))
      }),
      { numRuns: 400 },
    )
  })

  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(isChanged(difference(linesOf(text), linesOf(text)))).toBe(false)
      }),
    )
  })
})

describe('of texts of 20 kB', () => {
  const words = [
    'børn',
    'unge',
    'skolen',
    'trivsel',
    'indsats',
    'effekt',
    'måles',
    'fællesskab',
    'i',
    'og',
    'de',
  ]
  const written = (seed: number, count: number): string =>
    Array.from(
      { length: count },
      (_, index) => words[(index * seed + ((index * index) % 7)) % words.length],
    ).join(' ')
  const one = paragraph(written(3, 3200))
  const other = paragraph(written(5, 3200))
  const many = Array.from({ length: 150 }, (_, index) => paragraph(`${index} ${written(index + 3, 20)}`))
  const manyOthers = Array.from({ length: 150 }, (_, index) =>
    paragraph(`${index} ${written(index + 4, 20)}`),
  )

  test.each([
    ['one paragraph each, of the same words in another order', [one], [other]],
    ['150 paragraphs each, of which every one was rewritten', many, manyOthers],
    ['one of them cut into paragraphs', [one], many],
  ])('%s: it is there at once', (_name, before, after) => {
    const from = performance.now()
    const lines = difference(linesOf(before), linesOf(after))
    // Some 40 ms on a slow machine; a whole table of words would take seconds.
    expect(performance.now() - from).toBeLessThan(1000)
    expect(sideOf(lines, 'came')).toEqual(asLines(linesOf(before)))
    expect(sideOf(lines, 'went')).toEqual(asLines(linesOf(after)))
  })
})
