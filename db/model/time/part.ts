/** Parts of a year: what a time expression names, before and after its year is known. */
import { addDays, type ClosedInterval, daysIn, type Interval, monthsFrom, partsOfDate } from './calendar.ts'
import type { Third } from './vocabulary.ts'

export type PartKind =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'season'
  | 'school-year'
  | 'year'
  | 'part'
  | 'span'
  | 'deadline'

/** "1. kvartal", "15. marts", "fra foråret til ultimo": an interval once its year is known. */
export interface Part {
  readonly kind: PartKind
  /** The year in which it begins; null = not written. */
  readonly year: number | null
  /** Null = that year has no such time (29 February, week 53). */
  readonly inYear: (year: number) => Interval | null
  /** It runs over New Year, so that two years name it: vinteren 2027/28. */
  readonly crossesNewYear?: true
  /** It crosses New Year but one year is written: it may begin in that year or in the year before. */
  readonly eitherYear?: true
  /** So many whole years (only of "de næste to år"). */
  readonly wholeYears?: number
  /** Where "inden" means before it begins and that is not simply the day before. */
  readonly lastDayBefore?: (year: number) => string
  /** Where "efter" does not simply mean from the day after its end. */
  readonly firstDayAfter?: (year: number) => string
}

/** A part whose year is not written yet. */
export function part(kind: PartKind, inYear: Part['inYear'], more: Partial<Part> = {}): Part {
  return { kind, year: null, inYear, ...more }
}

export const wholeYear: Part = part('year', (year) => monthsFrom(year, 1, 12))

export const monthPart = (month: number): Part => part('month', (year) => monthsFrom(year, month))

/** Several of a kind in one year, as one interval; null unless they rise and lie between 1 and `highest`. */
export function several(
  kind: PartKind,
  numbers: readonly number[],
  highest: number,
  interval: (year: number, number: number) => ClosedInterval | null,
): Part | null {
  const first = numbers[0]
  const last = numbers.at(-1)
  if (first === undefined || last === undefined || !risesWithin(numbers, highest)) return null
  return part(numbers.length > 1 && kind !== 'week' ? 'span' : kind, (year) => {
    const from = interval(year, first)
    const to = interval(year, last)
    return from && to && { earliest: from.earliest, latest: to.latest }
  })
}

function risesWithin(numbers: readonly number[], highest: number): boolean {
  return numbers.every((number, i) => number > (numbers[i - 1] ?? 0) && number <= highest)
}

export const quarterOf = (year: number, quarter: number) => monthsFrom(year, quarter * 3 - 2, 3)
/** January to April, May to August, September to December. */
export const tertialOf = (year: number, tertial: number) => monthsFrom(year, tertial * 4 - 3, 4)
export const halfOf = (year: number, half: number) => monthsFrom(year, half * 6 - 5, 6)

/**
 * Primo, medio, ultimo. A month: days 1–10, 11–20, 21–end. A year: January, June–July, December. A quarter or a season:
 * its months; a half-year: two months each. Of a school year only the start, August, is agreed. Null for anything else.
 */
export function thirdOf(third: Third, whole: Part): Part | null {
  const thirdIn = thirdsByKind[whole.kind]
  if (!thirdIn || (whole.kind === 'school-year' && third !== 'first')) return null
  return {
    ...whole,
    kind: 'part',
    inYear: (year) => {
      const interval = whole.inYear(year)
      return interval && thirdIn(third, interval.earliest)
    },
  }
}

const place: Record<Third, number> = { first: 0, middle: 1, last: 2 }

const thirdOfMonths =
  (count: number) =>
  (third: Third, start: string): Interval => {
    const { year, month } = partsOfDate(start)
    return monthsFrom(year, month + place[third] * count, count)
  }

const thirdsByKind: Partial<Record<PartKind, (third: Third, start: string) => Interval>> = {
  month: (third, start) => {
    const { year, month } = partsOfDate(start)
    const first = addDays(start, place[third] * 10)
    return {
      earliest: first,
      latest: third === 'last' ? addDays(start, daysIn(year, month) - 1) : addDays(first, 9),
    }
  },
  quarter: thirdOfMonths(1),
  season: thirdOfMonths(1),
  'half-year': thirdOfMonths(2),
  'school-year': thirdOfMonths(1),
  year: (third, start) => {
    const { year } = partsOfDate(start)
    return third === 'middle' ? monthsFrom(year, 6, 2) : monthsFrom(year, third === 'first' ? 1 : 12)
  },
}

/** The first or second half of a year (a half-year) or of a month (days 1–15, 16–end); null for anything else. */
export function halfOfPart(half: number, whole: Part): Part | null {
  if (half !== 1 && half !== 2) return null
  if (whole.kind === 'year') return { ...whole, kind: 'half-year', inYear: (year) => halfOf(year, half) }
  if (whole.kind !== 'month') return null
  return {
    ...whole,
    kind: 'part',
    inYear: (year) => {
      const month = whole.inYear(year)
      if (!month) return null
      const middle = addDays(month.earliest, 14)
      return half === 1
        ? { earliest: month.earliest, latest: middle }
        : { earliest: addDays(middle, 1), latest: month.latest }
    },
  }
}

/** "senest", "inden", "udgangen af": only the end counts (for a holiday, the day before it begins). */
export function deadline(whole: Part): Part {
  if (whole.kind === 'deadline') return whole
  return onDay('deadline', whole, ({ latest }, year) => whole.lastDayBefore?.(year) ?? latest)
}

/** "før": the day before it begins; before an end, that end. */
export function beforeStart(whole: Part): Part {
  if (whole.kind === 'deadline') return whole
  return onDay(
    'deadline',
    whole,
    ({ earliest }, year) => whole.lastDayBefore?.(year) ?? addDays(earliest, -1),
  )
}

function onDay(
  kind: PartKind,
  whole: Part,
  dayOf: (interval: Interval, year: number) => string | null,
): Part {
  return {
    ...whole,
    kind,
    inYear: (year) => {
      const interval = whole.inYear(year)
      const day = interval && dayOf(interval, year)
      return day ? { earliest: day, latest: day } : null
    },
  }
}

/** "fra": from its first day, without an end. */
export function onward(whole: Part): Part {
  return openEnded(whole, ({ earliest }) => earliest)
}

/** "efter": from the day after its end, without an end. */
export function afterEnd(whole: Part): Part {
  return openEnded(whole, ({ latest }, year) => whole.firstDayAfter?.(year) ?? (latest && addDays(latest, 1)))
}

function openEnded(whole: Part, startOf: (interval: Interval, year: number) => string | null): Part {
  return {
    ...whole,
    kind: 'span',
    inYear: (year) => {
      const interval = whole.inYear(year)
      const start = interval && startOf(interval, year)
      return start ? { earliest: start, latest: null } : null
    },
  }
}
