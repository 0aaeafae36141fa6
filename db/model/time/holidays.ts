/** Holidays and other events of the year that plans time themselves by. */
import { addDays, easterSunday, type Interval, isoWeek, monthsFrom, summerHolidayStart } from './calendar.ts'
import { monthName } from './days.ts'
import { after, both, choice, map, maybe, oneOf, type Parser, phrases } from './parser.ts'
import { type Part, part } from './part.ts'
import { schoolStartNouns, separators, turnOfMonthNouns, turnOfYearNouns } from './vocabulary.ts'
import { yearAfter } from './years.ts'

const daysFrom = (date: string, first: number, last: number): Interval => ({
  earliest: addDays(date, first),
  latest: addDays(date, last),
})

/** "inden" an event means before it begins. */
const event = (inYear: (year: number) => Interval): Part =>
  part('span', inYear, { lastDayBefore: (year) => addDays(inYear(year).earliest, -1) })

const named = (names: readonly string[], what: Part): Parser<Part> => map(oneOf(...names), () => what)

const christmas = event((year) => ({ earliest: `${year}-12-24`, latest: `${year}-12-26` }))
const easter = event((year) => daysFrom(easterSunday(year), -3, 1))
const whitsun = event((year) => daysFrom(easterSunday(year), 49, 50))
const autumnHoliday = event((year) => isoWeek(year, 42) ?? monthsFrom(year, 10))
const schoolStart = part('part', (year) => monthsFrom(year, 8))

/** `månedsskiftet maj/juni`: the last day of the one and the first of the other. */
const turnOfMonth = both(
  after(oneOf(...turnOfMonthNouns), monthName),
  after(phrases(separators), monthName),
  (month, next) =>
    next === month + 1 ? part('span', (year) => daysFrom(monthsFrom(year, next).earliest, -1, 0)) : null,
)

/** Events that lie in one year, the year not read. */
export const holiday: Parser<Part> = choice(
  named(['julen'], christmas),
  named(['påske', 'påsken'], easter),
  named(['pinse', 'pinsen'], whitsun),
  named(['efterårsferien', 'efterårsferie'], autumnHoliday),
  named(schoolStartNouns, schoolStart),
  turnOfMonth,
)

/**
 * The pupils' summer holiday: its first day is set by law, its last by each municipality; the school year begins on
 * 1 August. So it is understood only as what something comes before or after.
 */
const summerHoliday = event((year) => ({ earliest: summerHolidayStart(year), latest: `${year}-07-31` }))

/** What is understood only after "inden", "før", "efter": alone, `jul` could be July and a summer holiday has no set end. */
export const boundingHoliday: Parser<Part> = both(
  choice(
    named(['jul'], christmas),
    named(['sommerferien', 'sommerferie', 'skolernes sommerferie'], summerHoliday),
  ),
  maybe(yearAfter),
  (whole, { value: year }) => ({ ...whole, year }),
)

/** `årsskiftet`: 31 December and 1 January; it crosses New Year, the year not read. */
export const turnOfYear: Parser<Part> = named(
  turnOfYearNouns,
  part('span', (year) => ({ earliest: `${year}-12-31`, latest: `${year + 1}-01-01` }), {
    crossesNewYear: true,
    lastDayBefore: (year) => `${year}-12-31`,
    firstDayAfter: (year) => `${year + 1}-01-01`,
  }),
)
