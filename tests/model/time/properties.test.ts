/** What holds of every text, understood or not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { both, choice, oneOf, type Parser, rule } from '../../../db/model/time/parser.ts'
import { describeTime, understandTime } from '../../../db/model/time/time-expression.ts'
import { tokensOf } from '../../../db/model/time/tokens.ts'

const vocabulary =
  'primo|medio|ultimo|marts|maj|mar.|jul|uge|kvartal|1.|3.|15.|14|27|28|2026|2027|2028|/|-|+|,|og|til|fra|senest|inden|efter|før|udgangen af|foråret|vinteren|skoleåret|året|årsskiftet|perioden|løbende|årligt|hvert|halve|år|gange|2|derefter|første gang|(|)|halvår|i|start|slut|sommerferien|de næste|to|frem mod|gældende'.split(
    '|',
  )
const sentences = fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }).map((words) => words.join(' '))
const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), sentences)
const periods = fc.option(
  fc.record({
    from: fc.integer({ min: 1990, max: 2060 }),
    to: fc.option(fc.integer({ min: 1990, max: 2060 })),
  }),
  { nil: undefined },
)
const days = fc
  .date({ min: new Date('1960-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const isOrdered = (one: { readonly earliest: string | null; readonly latest: string | null }) =>
  one.earliest === null || one.latest === null || one.earliest <= one.latest

const isDay = (date: string | null) =>
  date === null || new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)

const monthNames =
  'januar februar marts april maj juni juli august september oktober november december'.split(' ')

function notationsOf(date: string): readonly string[] {
  const [year, mm, dd] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)]
  const [month, day] = [Number(mm), Number(dd)]
  const inFull = `${day}. ${monthNames[month - 1]} ${year}`
  const ofThisCentury =
    date >= '2000' ? [`${dd}.${mm}.${date.slice(2, 4)}`, `${day}/${month}-${date.slice(2, 4)}`] : []
  return [
    inFull,
    `den ${inFull}`,
    date,
    `${dd}.${mm}.${year}`,
    `${day}.${month}.${year}`,
    `${day}/${month}-${year}`,
    `${day}/${month} ${year}`,
    `${day}-${month}-${year}`,
    ...ofThisCentury,
  ]
}

const understood = [
  'ultimo marts 2027',
  '2026-2028',
  'uge 14-16 2027',
  'fra 3. kvartal 2026 til udgangen af 2027',
  'marts-juni 2027',
  'inden udgangen af 2027',
  'vinteren 2027/28',
  '15.-17. marts 2027',
  'løbende fra 2027',
  '1. og 3. kvartal 2027',
]

describe('any text', () => {
  test('is kept exactly and never throws', () => {
    fc.assert(
      fc.property(texts, periods, (text, period) => {
        const expression = understandTime(text, period)
        expect(expression.text).toBe(text)
        expect(describeTime(expression)).not.toBe('')
      }),
      { numRuns: 3000 },
    )
  })

  test('gives real days in order, also in the offers', () => {
    fc.assert(
      fc.property(sentences, periods, (text, period) => {
        const expression = understandTime(text, period)
        for (const one of [expression, ...expression.offers]) {
          expect(isOrdered(one)).toBe(true)
          expect(isDay(one.earliest) && isDay(one.latest)).toBe(true)
        }
      }),
      { numRuns: 5000 },
    )
  })

  test('that is not understood has no days, and only an open year has offers', () => {
    fc.assert(
      fc.property(sentences, periods, (text, period) => {
        const { kind, earliest, latest, offers } = understandTime(text, period)
        if (kind === 'unknown' || kind === 'open-year') expect([earliest, latest]).toEqual([null, null])
        if (kind !== 'open-year') expect(offers).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })
})

test('a day in any notation is that day', () => {
  fc.assert(
    fc.property(days, (date) => {
      for (const text of notationsOf(date)) {
        expect(understandTime(text)).toMatchObject({ kind: 'day', earliest: date, latest: date })
      }
    }),
  )
})

test('how a time is described is understood as the same days', () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [from, to] = [one, other].sort()
      const span = understandTime(`${from} - ${to}`)
      expect(understandTime(describeTime(span))).toMatchObject({ earliest: from, latest: to })
    }),
  )
})

test('letter case, white space, dashes and surrounding signs do not matter', () => {
  const spaces = fc.stringMatching(/^[ \t\n\u00a0]{1,4}$/)
  const dashes = fc.constantFrom('-', '–', '—', '‐', '−', ' – ', ' - ')
  const changeCase = fc.constantFrom<(text: string) => string>(
    (text) => text.toUpperCase(),
    (text) => text,
    (text) => text.charAt(0).toUpperCase() + text.slice(1),
  )
  const ends = fc.constantFrom('', '.', ' ;', ' ', '…', '?')
  const starts = fc.constantFrom('', '- ', '• ', ' ')
  fc.assert(
    fc.property(
      fc.constantFrom(...understood),
      spaces,
      dashes,
      changeCase,
      starts,
      ends,
      (text, space, dash, change, start, end) => {
        const varied = start + change(text.replaceAll(' ', space).replace('-', dash)) + end
        const { kind, earliest, latest } = understandTime(text)
        expect(kind).not.toBe('unknown')
        expect(understandTime(varied)).toEqual({ text: varied, kind, earliest, latest, offers: [] })
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([
  'gældende fra ',
  'senest ',
  'i perioden ',
  'til og med ',
  'primo/',
  'løbende, ',
  '1. og ',
  '( ',
  'hver ',
  'pr. ',
])(
  "'%s' again and again, as long as a text may be, is read in time that does not double with each word",
  (words) => {
    const repeated = words.repeat(18)
    expect(understandTime(repeated).text).toBe(repeated)
    expect(understandTime(words.repeat(5000)).kind).toBe('unknown')
  },
)

test('however much white space stands inside, it is read at once', () => {
  const wide = `ultimo${' '.repeat(100_000)}maj`
  expect(understandTime(wide, { from: 2027, to: 2027 }).offers).toMatchObject([{ text: 'ultimo maj 2027' }])
})

test('a rule of the grammar reads each position of a text once', () => {
  let reads = 0
  const counted: Parser<string> = (tokens, at) => {
    reads += 1
    return oneOf('maj')(tokens, at)
  }
  const once = rule(() => counted)
  const twice = choice(
    both(once, oneOf('2027'), (month) => month),
    once,
  )
  expect(twice(tokensOf('maj 2028'), 0)).toEqual({ value: 'maj', next: 1 })
  expect(reads).toBe(1)
})
