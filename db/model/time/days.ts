/** How days are written, and months in numbers. */
import { dateOf, weekdayOf } from './calendar.ts'
import {
  after,
  before,
  both,
  choice,
  close,
  digits,
  map,
  maybe,
  oneOf,
  type Parser,
  phrases,
  separated,
} from './parser.ts'
import { monthPart, type Part, part, several } from './part.ts'
import * as words from './vocabulary.ts'
import { fourDigitYear, twoDigitYear, yearAfter } from './years.ts'

const dot = oneOf('.')
const twoDigits = digits((value, count) => (count <= 2 ? value : null))

/** A number from 1, with or without the full stop of an ordinal. */
export const numbered = (highest: number): Parser<number> =>
  before(
    map(twoDigits, (value) => (value >= 1 && value <= highest ? value : null)),
    maybe(dot),
  )

/** `1`, `14-16`, `1. og 3.` */
export const listOf = (number: Parser<number>): Parser<readonly number[]> =>
  map(separated(number, phrases(words.separators)), ({ values }) => values)

/** `jul.` is July only with its full stop inside the text; without it, it is Christmas. */
const abbreviatedJuly = map(
  before(oneOf('jul'), (tokens, at) => (tokens[at - 1]?.text === '.' ? { value: 7, next: at } : null)),
  () => 7,
)

/** `marts`, `mar.`, `marts måned`: the number of the month. */
export const monthName: Parser<number> = before(
  choice(phrases(words.months), abbreviatedJuly),
  maybe(oneOf('måned', '- måned')),
)

/** A leap year, in which every date is possible: to try a day whose year is not written. */
const leapYear = 2028

const oneDay = (date: string | null) => (date === null ? null : { earliest: date, latest: date })

// 15. marts, den 3. juni, 15.-17. marts, 1. og 15. maj
const theDay = after(maybe(oneOf('den', 'd')), choice(numbered(31), phrases(words.ordinals)))
const monthOfDay = choice(
  monthName,
  map(oneOf('jul'), () => 7),
)

/** Days of a month, the year not read. */
export const dayOfMonth: Parser<Part> = both(listOf(theDay), monthOfDay, (days, month) =>
  dateOf(leapYear, month, days.at(-1) ?? 0)
    ? several('day', days, 31, (year, day) => oneDay(dateOf(year, month, day)))
    : null,
)

const dayWithYear = both(dayOfMonth, maybe(yearAfter), (day, { value: year }) => ({ ...day, year }))

// 15.03.2027, 15/3-2027, 15/3 2027, 15-03-2027, 1/3-27, 2027-03-15; without a year 15.3. and 15/3
interface DayAndMonth {
  readonly day: number
  readonly month: number
}
const dayThenMonth = (sign: string) =>
  both(twoDigits, after(oneOf(sign), twoDigits), (day, month): DayAndMonth => ({ day, month }))
const monthThenDay = (sign: string) =>
  both(
    after(oneOf(sign), twoDigits),
    after(oneOf(sign), twoDigits),
    (month, day): DayAndMonth => ({ day, month }),
  )
const anyYear = choice(fourDigitYear, twoDigitYear)

const numericDay = choice(
  both(fourDigitYear, choice(monthThenDay('-'), monthThenDay('/'), monthThenDay('.')), (year, day) =>
    dayIn(day, year),
  ),
  both(dayThenMonth('.'), after(maybe(oneOf('.', '. -', '-', '/')), anyYear), dayIn),
  both(dayThenMonth('/'), after(maybe(oneOf('-', '/', '.', ',', 'i')), anyYear), dayIn),
  both(dayThenMonth('-'), after(oneOf('-'), anyYear), dayIn),
  map(before(dayThenMonth('.'), dot), (day) => dayIn(day, null)),
  map(dayThenMonth('/'), (day) => dayIn(day, null)),
)

function dayIn({ day, month }: DayAndMonth, year: number | null): Part | null {
  if (!dateOf(year ?? leapYear, month, day)) return null
  return part('day', (one) => oneDay(dateOf(one, month, day)), { year })
}

/** A weekday that is not the date's says that one of the two is wrong: then neither is understood. */
function onWeekday(wanted: number, day: Part): Part | null {
  if (day.kind !== 'day') return null
  const inYear = (year: number) => {
    const interval = day.inYear(year)
    return interval && weekdayOf(interval.earliest) === wanted ? interval : null
  }
  return { ...day, inYear }
}

const weekday = before(phrases(words.weekdays), maybe(oneOf(',', 'den', 'd', ', den', ', d')))
const anyDay = choice(numericDay, dayWithYear)

/** A day, with its year or without. */
export const day: Parser<Part> = choice(both(weekday, anyDay, onWeekday), anyDay)

const isMonth = (value: number) => value >= 1 && value <= 12
const monthNumber = digits((value, count) => (count === 2 && isMonth(value) ? value : null))
const anyMonthNumber = digits((value, count) => (count <= 2 && isMonth(value) ? value : null))
const monthIn = (month: number, year: number): Part => ({ ...monthPart(month), year })

/** `5/2027`, `05.2027`, `2027-05` (but 2011-12 are two years). */
export const numericMonth: Parser<Part> = choice(
  both(anyMonthNumber, after(oneOf('/'), close(fourDigitYear)), monthIn),
  both(monthNumber, after(oneOf('.'), close(fourDigitYear)), monthIn),
  both(fourDigitYear, after(oneOf('-', '/'), monthNumber), (year, month) =>
    2000 + month < year ? monthIn(month, year) : null,
  ),
)
