/** How years are written. */
import {
  after,
  before,
  both,
  choice,
  close,
  digits,
  map,
  maybe,
  notBefore,
  oneOf,
  type Parser,
} from './parser.ts'
import { onward, type Part, wholeYear } from './part.ts'
import { sequence } from './sequence.ts'
import { calendarYearNouns } from './vocabulary.ts'

/** `2027`; what is no year of a plan ("1500") is not read. */
export const fourDigitYear = digits((value) => (value >= 1950 && value <= 2100 ? value : null))

const twoDigits = digits((value, digitCount) => (digitCount === 2 ? 2000 + value : null))

/** `27`, always of this century; what a sign follows is a day (`1/3 - 15/4`). */
export const twoDigitYear = notBefore(twoDigits, oneOf('/', '.'))

/** `27` right after a month or a quarter: `maj 27`, but not `maj 7`. */
const bareTwoDigitYear = map(twoDigitYear, (year) => (year > 2009 ? year : null))

const yearLeadIn = oneOf(',', 'i', 'af', 'i år', 'af år', 'år', 'året', 'i året')
const closeSign = close(oneOf('-', '/'))
const apostrophe = oneOf('’', "'")

/** The year that follows a part of a year: `2027`, `27`, `, 2027`, `af 2027`, `-27`, `(2027)`. */
export const yearAfter: Parser<number> = choice(
  after(maybe(choice(yearLeadIn, closeSign)), fourDigitYear),
  after(maybe(choice(closeSign, apostrophe)), bareTwoDigitYear),
  before(after(oneOf('('), fourDigitYear), oneOf(')')),
)

/** `2027/28`, `2027-2028`, `27/28`: two years that follow each other; the first of them. */
export const doubleYear: Parser<number> = both(
  after(maybe(yearLeadIn), choice(fourDigitYear, twoDigits)),
  after(oneOf('/', '-'), choice(fourDigitYear, twoDigitYear)),
  (year, next) => (next === year + 1 ? year : null),
)

const plainYear = map(after(maybe(oneOf(...calendarYearNouns)), fourDigitYear), yearPart)

function yearPart(year: number): Part {
  return { ...wholeYear, year }
}

/** `2024-27`, `2027/28`: the years from the one to the other. */
const shortYears = both(plainYear, after(oneOf('-', '/'), twoDigitYear), (first, last) =>
  sequence([first, yearPart(last)], ['range']),
)

/** `2027+`: rolling, without an end. */
const rollingYear = map(before(plainYear, oneOf('+')), onward)

/** A year that stands by itself: `2027`, `budgetår 2027`, `2024-27`, `2027+`. */
export const yearAlone: Parser<Part> = choice(rollingYear, shortYears, plainYear)
