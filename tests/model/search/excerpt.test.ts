import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf } from '../../../db/model/search/excerpt.ts'
import { fold, foldWithOffsets, wordsOf } from '../../../db/model/search/fold.ts'

/** The excerpt with its hits in brackets. */
const shown = (text: string, query: string): string =>
  excerptOf(text, query)
    .map((run) => (run.hit ? `[${run.text}]` : run.text))
    .join('')

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'aa',
        'å',
        'A',
        'a\u030A',
        '\u00AD',
        ' ',
        '\n',
        'ä',
        'É',
        '😀',
        'indsats',
        'x'.repeat(70),
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
)

describe('an excerpt', () => {
  test.each<[string, string, string, string]>([
    ['a part of a word', 'Flere børn i trivsel', 'riv', 'Flere børn i t[riv]sel'],
    ['whatever the case', 'Flere BØRN', 'børn', 'Flere [BØRN]'],
    ['a letter written as two', 'Skolerne i Aarhus', 'århus', 'Skolerne i [Aarhus]'],
    ['two letters written as one', 'Skolerne i Århus', 'aarhus', 'Skolerne i [Århus]'],
    ['a letter with its ring apart', 'I a\u030Ar og næste', 'år', 'I [a\u030Ar] og næste'],
    ['across a soft hyphen', 'tvær\u00ADfagligt', 'værfag', 't[vær\u00ADfag]ligt'],
    ['an accent', 'En idé til', 'ide', 'En [idé] til'],
    ['every word of the query, every time', 'ro og mod, ro', 'mod ro', '[ro] og [mod], [ro]'],
    ['hits that overlap as one', 'indsatsen', 'sats inds', '[indsats]en'],
    ['line breaks as blanks', 'Flere\nbørn\n\n i trivsel', 'flere', '[Flere] børn i trivsel'],
    ['from the line with the hit', 'Først noget andet\nSå trivsel', 'trivsel', 'Så [trivsel]'],
    ['the beginning where nothing is found', 'Flere børn', 'hest', 'Flere børn'],
    ['nothing of nothing', '', 'hest', ''],
  ])('shows %s', (_name, text, query, expected) => {
    expect(shown(text, query)).toBe(expected)
  })

  const filler = 'lorem ipsum dolor '.repeat(20)

  test('is cut at words on both sides, with more before the hit where little comes after', () => {
    const some = (count: number) => Array(count).fill('lorem ipsum dolor').join(' ')
    expect(shown(`${filler}trivsel ${filler}`, 'trivsel')).toBe(`…${some(2)} [trivsel] ${some(4)}…`)
    expect(shown(`${filler}trivsel`, 'trivsel')).toBe(`…${some(6)} [trivsel]`)
  })

  test('cuts a word that is too long, but no letter', () => {
    const long = '😀'.repeat(200)
    expect(shown(`${long}hest${long}`, 'hest')).toBe(`…${'😀'.repeat(20)}[hest]${'😀'.repeat(38)}…`)
  })

  test('shows the text as written, about 120 characters of it, and the hit where there is one', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.nat(), (before, after, at) => {
        const text = `${before}${after}`
        const words = wordsOf(text)
        const word = words[at % Math.max(1, words.length)] ?? ''
        const runs = excerptOf(text, word)
        const flat = text.replaceAll(/\s+/g, ' ')
        const excerpt = runs.map((run) => run.text).join('')
        expect(flat).toContain(excerpt.replace(/^…/, '').replace(/…$/, ''))
        const hits = runs.filter((run) => run.hit)
        expect(hits.length > 0).toBe(word !== '')
        for (const hit of hits) expect(fold(hit.text)).toContain(word)
        expect(excerpt.length).toBeLessThan(125 + word.length * 2)
        expect(runs.every((run) => run.text.isWellFormed())).toBe(text.isWellFormed())
      }),
    )
  })
})

test('folding letter by letter is folding, and says where each letter comes from', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { folded, offsets } = foldWithOffsets(text)
      expect(folded).toBe(fold(text))
      expect(offsets).toHaveLength(folded.length + 1)
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
      expect(offsets.at(-1)).toBe(text.length)
    }),
  )
})
