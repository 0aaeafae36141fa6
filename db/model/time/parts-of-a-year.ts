/** The grammar's small words: what a year holds, row by row as in DOMAIN.md's table, with its year or without. */
import { isoWeek, monthsFrom } from './calendar.ts'
import { day, dayOfMonth, listOf, monthName, numbered, numericMonth } from './days.ts'
import { holiday, turnOfYear } from './holidays.ts'
import {
  after,
  before,
  both,
  choice,
  many,
  map,
  maybe,
  notBefore,
  oneOf,
  type Parser,
  phrases,
  rule,
  separated,
} from './parser.ts'
import {
  halfOf,
  halfOfPart,
  monthPart,
  type Part,
  part,
  quarterOf,
  several,
  tertialOf,
  thirdOf,
  wholeYear,
} from './part.ts'
import { sequence } from './sequence.ts'
import * as words from './vocabulary.ts'
import { doubleYear, fourDigitYear, yearAfter, yearAlone } from './years.ts'

const separator = phrases(words.separators)
const withYear = (whole: Part, { value: year }: { readonly value: number | null }): Part => ({
  ...whole,
  year,
})

// marts, mar., marts måned
const month = map(monthName, monthPart)

// 1., første; sidste
const ordinal = choice(phrases(words.ordinals), numbered(4))
const ordinals = (last: number) =>
  choice(
    listOf(ordinal),
    map(oneOf(...words.lastOrdinal), () => [last]),
  )

// 1. kvartal, 1. og 3. kvartal, kvartal 2, Q1, K2, Q3-Q4
const quarterNoun = oneOf(...words.quarterNouns)
const quarterLetter = oneOf('q', 'k')
const quarterNumbers = choice(
  before(ordinals(4), quarterNoun),
  after(quarterNoun, listOf(numbered(4))),
  after(quarterLetter, listOf(after(maybe(quarterLetter), numbered(4)))),
)
const quarter = map(quarterNumbers, (numbers) => several('quarter', numbers, 4, quarterOf))

// 1. halvår, første halvår, H1
const halfYearNumbers = choice(
  before(ordinals(2), oneOf(...words.halfYearNouns)),
  map(after(oneOf('h'), numbered(2)), (half) => [half]),
)
const halfYear = map(halfYearNumbers, (numbers) => several('half-year', numbers, 2, halfOf))

// 1. tertial
const tertialNumbers = before(ordinals(3), oneOf(...words.thirdOfYearNouns))
const tertial = map(tertialNumbers, (numbers) => several('span', numbers, 3, tertialOf))

// uge 14, uge 14-16
const weekNumbers = after(oneOf(...words.weekNouns), listOf(numbered(53)))
const week = map(weekNumbers, (numbers) => several('week', numbers, 53, isoWeek))

// foråret, sommeren, efteråret
/** A season of one year, the year not read. */
export const season: Parser<Part> = map(phrases(words.seasons), (first) =>
  part('season', (year) => monthsFrom(year, first, 3)),
)

// vinteren, skoleåret, årsskiftet: they cross New Year
const winter = map(oneOf(...words.winter), () =>
  part('season', (year) => monthsFrom(year, 12, 3), { crossesNewYear: true }),
)
const schoolYear = map(oneOf(...words.schoolYearNouns), () =>
  part('school-year', (year) => monthsFrom(year, 8, 12), { crossesNewYear: true }),
)

// i år, året
const openYear = map(oneOf(...words.openYears), () => wholeYear)

// de næste to år
const nextYears = before(
  after(
    both(maybe(oneOf('de')), oneOf(...words.nextYearsWords), () => true),
    choice(numbered(20), phrases(words.cardinals)),
  ),
  oneOf('år'),
)
const manyYears = map(nextYears, (count) =>
  part('span', (year) => monthsFrom(year, 1, 12 * count), { wholeYears: count }),
)

// primo, medio, ultimo, begyndelsen af, midten af, slutningen af; årets start
const thirdsThen = <T>(third: Parser<words.Third>, rest: Parser<T>) =>
  both(separated(third, separator), rest, (thirds, value) => ({ ...thirds, value }))
const anyThird = choice(phrases(words.thirdsAlone), phrases(words.thirdsOf))
const links = many(oneOf('af', 'i', 'på', 'den', 'det'))

const thirdsOf = (whole: Parser<Part>) =>
  map(thirdsThen(anyThird, after(links, whole)), (found) =>
    thirdsTogether(found.values, found.separators, found.value),
  )
const thirdsOfWrittenYear = map(thirdsThen(anyThird, after(links, yearAfter)), (found) =>
  thirdsTogether(found.values, found.separators, { ...wholeYear, year: found.value }),
)
const thirdsOfOpenYear = map(separated(phrases(words.thirdsAlone), separator), (found) =>
  thirdsTogether(found.values, found.separators, wholeYear),
)
const startOfYear = map(after(oneOf('årets'), oneOf(...words.genitiveStarts)), () =>
  thirdOf('first', wholeYear),
)

function thirdsTogether(
  thirds: readonly words.Third[],
  separators: readonly words.Separator[],
  whole: Part,
): Part | null {
  const parts = thirds.map((third) => thirdOf(third, whole)).filter((third) => third !== null)
  const together = parts.length === thirds.length ? sequence(parts, separators) : null
  return together && { ...whole, ...together, kind: 'part' }
}

// første halvdel af
const halfNoun = both(oneOf(...words.halfNouns), links, () => true)
const ordinalHalf = before(
  choice(
    ordinal,
    map(oneOf(...words.lastOrdinal), () => 2),
  ),
  halfNoun,
)
const halvesOf = (whole: Parser<Part>) => both(ordinalHalf, whole, halfOfPart)

const simple = choice(quarter, halfYear, tertial, week, month, season, holiday, openYear)

const inOneYear = choice(thirdsOf(simple), halvesOf(simple), startOfYear, dayOfMonth, simple)
const acrossNewYear = choice(thirdsOf(choice(winter, schoolYear)), winter, schoolYear, turnOfYear)

/** A part of a year, the year not read. */
export const partOfAYear: Parser<Part> = choice(acrossNewYear, inOneYear)

// vinteren 2027/28, skoleårene 2027/28 og 2028/29
const acrossWrittenYears = both(
  acrossNewYear,
  separated(doubleYear, separator),
  (part, { values, separators }) =>
    sequence(
      values.map((year) => ({ ...part, year })),
      separators,
    ),
)
// vinteren 2027: which of the two is not said
const acrossUnsureYear = both(
  acrossNewYear,
  yearAfter,
  (part, year): Part => ({ ...part, year, eitherYear: true }),
)

// 2027, 1. kvartal
const yearFirst = both(
  before(fourDigitYear, maybe(oneOf(',', ':'))),
  notBefore(choice(inOneYear, thirdsOfOpenYear), yearAfter),
  (year, part): Part => ({ ...part, year }),
)

/** Any one time: a day, a part of a year or a year. */
export const oneTime: Parser<Part> = rule(() =>
  choice(
    day,
    numericMonth,
    yearFirst,
    yearAlone,
    manyYears,
    acrossWrittenYears,
    acrossUnsureYear,
    acrossNewYear,
    both(inOneYear, maybe(yearAfter), withYear),
    thirdsOfWrittenYear,
    halvesOf(yearAlone),
    thirdsOfOpenYear,
  ),
)
