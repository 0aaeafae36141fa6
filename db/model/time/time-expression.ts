/** Danish time expressions: the words as they are written, and the days that they mean. */

import type { Period } from '../period.ts'
import { type Interval, partsOfDate } from './calendar.ts'
import { dayInWords, intervalInWords } from './describe.ts'
import { type Reading, readTime } from './grammar.ts'
import type { Part, PartKind } from './part.ts'
import { tokensOf } from './tokens.ts'

/**
 * `part` = primo, medio, ultimo or a half of something; `span` = from one time to another, or open at its end;
 * `plan-period` = "i aftaleperioden"; `open-year` = a part of a year whose year is not written (or is one of two).
 */
export type TimeKind = PartKind | 'recurring' | 'plan-period' | 'open-year' | 'unknown'

export interface TimeExpression {
  /** Exactly as written. */
  readonly text: string
  readonly kind: TimeKind
  /** First day, `YYYY-MM-DD`, inclusive; null = open. */
  readonly earliest: string | null
  /** Last day, `YYYY-MM-DD`, inclusive; null = open. */
  readonly latest: string | null
  /** Only of `open-year`: what the plan's period offers, each with the words that would say it. Never filled in by itself. */
  readonly offers: readonly TimeOffer[]
}

export interface TimeOffer {
  readonly earliest: string
  readonly latest: string
  /** A time expression that says just this, to be written instead. */
  readonly text: string
}

/** A rolling plan offers so many years: a council's term. */
const yearsOfferedByRollingPlan = 4
/** More years than this are no choice. */
const mostYearsOffered = 12

/**
 * Understands a time expression by the table in DOMAIN.md. Never throws; what is not understood is `unknown`. `period` =
 * the years of the plan it stands in: it bounds what recurs and offers years to what lacks one.
 */
export function understandTime(text: string, period?: Period): TimeExpression {
  const reading = readTime(tokensOf(text)) ?? readTime(tokensOf(withoutNote(text)))
  const usable = period && isUsable(period) ? period : null
  return { text, ...(reading ? meaning(reading, text, usable) : unknown) }
}

/** What plans add to a day and that is no time of the year: "kl. 12.00", "(delrapport)" at the end. */
const withoutNote = (text: string): string =>
  text.replace(/\s*(?:\([^()]*\)|kl\.? ?\d{1,2}(?:[.:]\d{2})?(?:-\d{1,2}(?:[.:]\d{2})?)?)[\s.,;]*$/iu, '')

type Meaning = Omit<TimeExpression, 'text'>

const unknown: Meaning = { kind: 'unknown', earliest: null, latest: null, offers: [] }

const isYear = (year: number) => Number.isInteger(year) && year >= 1000 && year < 9000
const isUsable = ({ from, to }: Period) => isYear(from) && (to === null || (isYear(to) && to >= from))

function meaning(reading: Reading, text: string, period: Period | null): Meaning {
  switch (reading.is) {
    case 'time':
      return timeMeaning(reading.time, text, period)
    case 'plan-period': {
      const { earliest, latest } = daysOf(period)
      return reading.which === 'end'
        ? { kind: 'deadline', earliest: null, latest, offers: [] }
        : { kind: 'plan-period', earliest, latest, offers: [] }
    }
    case 'recurring':
      return recurringMeaning(reading.within, reading.lastsOn, period)
  }
}

function daysOf(period: Period | null): Pick<TimeExpression, 'earliest' | 'latest'> {
  return {
    earliest: period && `${period.from}-01-01`,
    latest: period && period.to !== null ? `${period.to}-12-31` : null,
  }
}

function timeMeaning(time: Part, text: string, period: Period | null): Meaning {
  if (time.year === null || time.eitherYear) {
    return { ...unknown, kind: 'open-year', offers: offersOf(time, text, period) }
  }
  const interval = time.inYear(time.year)
  if (!interval) return unknown
  const { earliest, latest } = interval
  return { kind: time.kind, earliest: time.kind === 'deadline' ? null : earliest, latest, offers: [] }
}

/**
 * Within the plan's period; the times it names narrow that, unless it lasts on from them. A time without its year narrows
 * nothing. Where the plan's period does not reach what is said, only what is said counts.
 */
function recurringMeaning(within: readonly Part[], lastsOn: boolean, period: Period | null): Meaning {
  const plan = daysOf(period)
  const days: { readonly start: string | null; readonly end: string | null }[] = []
  for (const { kind, year, eitherYear, inYear } of within) {
    if (year === null || eitherYear) continue
    const interval = inYear(year)
    if (!interval) return unknown
    days.push({ start: kind === 'deadline' ? null : interval.earliest, end: interval.latest })
  }
  const start = least(days.map((one) => one.start))
  const end = lastsOn ? null : most(days.map((one) => one.end))
  const earliest = start ?? plan.earliest
  const latest = end ?? plan.latest
  const inOrder = earliest === null || latest === null || earliest <= latest
  return {
    ...unknown,
    kind: 'recurring',
    ...(inOrder ? { earliest, latest } : { earliest: start, latest: end }),
  }
}

const sorted = (dates: readonly (string | null)[]) => dates.filter((date) => date !== null).sort()
const least = (dates: readonly (string | null)[]) => sorted(dates)[0] ?? null
const most = (dates: readonly (string | null)[]) => sorted(dates).at(-1) ?? null

function offersOf(time: Part, text: string, period: Period | null): readonly TimeOffer[] {
  return offeredYears(time, period).flatMap((year) => {
    const interval = time.inYear(year)
    if (!interval) return []
    const { earliest } = interval
    const latest = interval.latest ?? `${Math.max(period?.to ?? 0, partsOfDate(earliest).year)}-12-31`
    return [{ earliest, latest, text: textWithYear(text, time, year, interval) }]
  })
}

function offeredYears(time: Part, period: Period | null): readonly number[] {
  if (time.eitherYear && time.year !== null) return [time.year - 1, time.year]
  if (!period) return []
  const last = period.to ?? period.from + yearsOfferedByRollingPlan - 1
  const count = last - period.from + 1 - ((time.wholeYears ?? 1) - 1)
  return Array.from({ length: Math.min(Math.max(count, 0), mostYearsOffered) }, (_, i) => period.from + i)
}

/** The words as written with the year added, where that is understood as the same days; otherwise the days in words. */
function textWithYear(text: string, time: Part, year: number, interval: Interval): string {
  const written = text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.,;:!?… ]+$/u, '')
  const twoYears = `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  const candidates = time.eitherYear
    ? [written.replace(String(time.year), twoYears)]
    : [`${written} ${year}`, `${written} ${twoYears}`]
  return (
    candidates.find((candidate) => saysJust(candidate, time.kind, interval)) ?? inWords(time.kind, interval)
  )
}

function saysJust(text: string, kind: PartKind, interval: Interval): boolean {
  const reading = readTime(tokensOf(text))
  if (reading?.is !== 'time' || reading.time.year === null || reading.time.eitherYear) return false
  const days = reading.time.inYear(reading.time.year)
  return reading.time.kind === kind && days?.earliest === interval.earliest && days.latest === interval.latest
}

const inWords = (kind: TimeKind, interval: Interval) =>
  kind === 'deadline' ? `senest ${dayInWords(interval.earliest)}` : intervalInWords(interval)

/** How it was understood, as a Danish sentence fragment: "december 2027", "senest 1. juni 2027", "løbende", "ikke forstået". */
export function describeTime({ kind, earliest, latest, offers }: TimeExpression): string {
  const days = earliest === null ? null : intervalInWords({ earliest, latest })
  switch (kind) {
    case 'unknown':
      return 'ikke forstået'
    case 'recurring':
      return ['løbende', days ?? (latest && `senest ${dayInWords(latest)}`)].filter(Boolean).join(' ')
    case 'plan-period':
      return days ?? 'i planens periode'
    case 'open-year':
      return offers.length === 0
        ? 'året er åbent'
        : `året er åbent: ${oneOfThese(offers.map(({ text }) => text))}`
    case 'deadline':
      return latest === null ? 'senest ved udgangen af planens periode' : `senest ${dayInWords(latest)}`
    default:
      return days ?? 'ikke forstået'
  }
}

function oneOfThese(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} eller ${texts.at(-1)}`
}
