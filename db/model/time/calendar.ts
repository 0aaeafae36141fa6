/** Calendar arithmetic on dates written `YYYY-MM-DD`, which sort as text. Years 1000 to 9999. */

/** The first and the last day, both inclusive; `latest: null` = no end is known. */
export interface Interval {
  readonly earliest: string
  readonly latest: string | null
}

/** An interval whose end is known. */
export interface ClosedInterval extends Interval {
  readonly latest: string
}

const dayInMs = 86_400_000
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days in the month (1–12); 0 for a month that does not exist. */
export function daysIn(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (daysOfMonth[month - 1] ?? 0)
}

/** The date, or null when the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (day < 1 || day > daysIn(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Year, month and day of a date. */
export function partsOfDate(date: string): {
  readonly year: number
  readonly month: number
  readonly day: number
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** The date that lies this many days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMs).toISOString().slice(0, 10)
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** `count` whole months from the month (1–12) of the year; a month above 12 lies in the next year. */
export function monthsFrom(year: number, month: number, count = 1): ClosedInterval {
  const [firstYear, firstMonth] = carry(year, month)
  const [lastYear, lastMonth] = carry(year, month + count - 1)
  return {
    earliest: `${firstYear}-${String(firstMonth).padStart(2, '0')}-01`,
    latest: `${lastYear}-${String(lastMonth).padStart(2, '0')}-${daysIn(lastYear, lastMonth)}`,
  }
}

function carry(year: number, month: number): readonly [year: number, month: number] {
  return [year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1]
}

/** Monday to Sunday of an ISO 8601 week (week 1 holds 4 January); null when the year has no such week. */
export function isoWeek(year: number, week: number): ClosedInterval | null {
  if (week < 1 || week > weeksIn(year)) return null
  const monday = addDays(firstMonday(year), (week - 1) * 7)
  return { earliest: monday, latest: addDays(monday, 6) }
}

function firstMonday(year: number): string {
  const inWeekOne = `${year}-01-04`
  return addDays(inWeekOne, 1 - weekdayOf(inWeekOne))
}

/** A year has 53 weeks when it begins or ends on a Thursday. */
function weeksIn(year: number): number {
  return weekdayOf(`${year}-01-01`) === 4 || weekdayOf(`${year}-12-31`) === 4 ? 53 : 52
}

/** Easter Sunday in the Gregorian calendar (the Meeus/Jones/Butcher algorithm). */
export function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const days = epact + toSunday - 7 * late + 114
  return `${year}-0${Math.floor(days / 31)}-${String((days % 31) + 1).padStart(2, '0')}`
}

/** The last Saturday of June: by the Danish Folkeskole Act (§ 14 a) the pupils' summer holiday begins then. */
export function summerHolidayStart(year: number): string {
  const lastOfJune = `${year}-06-30`
  return addDays(lastOfJune, -((weekdayOf(lastOfJune) + 1) % 7))
}
