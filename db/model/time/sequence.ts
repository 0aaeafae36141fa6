/** Several times as one: "marts-juni 2027", "maj og oktober", "ultimo 2027/primo 2028". */
import type { Interval } from './calendar.ts'
import type { Part } from './part.ts'
import type { Separator } from './vocabulary.ts'

/**
 * The interval from the first to the last. A time without its year takes it from its neighbours: the same year, or, over
 * New Year and not in a plain pair, the next year for a later time and the year before for an earlier one. Null when they do
 * not follow each other, or when that would mix a part of a year with a plain year ("maj - 2028").
 */
export function sequence(written: readonly Part[], separators: readonly Separator[]): Part | null {
  const parts = withRepeated(written, separators)
  const [first] = parts
  if (!first || parts.length === 1) return first ?? null
  if (parts.some((part) => part.eitherYear)) return null
  const anchor = parts.findIndex((part) => part.year !== null)
  const yearsMissing = parts.some((part) => part.year === null)
  if (anchor >= 0 && yearsMissing && parts.some((part) => part.kind === 'year')) return null
  const mayTurn = separators.some((separator) => separator !== 'pair')
  const inYear = (year: number) => hull(intervals(parts, Math.max(anchor, 0), year, mayTurn))
  const year = parts[anchor]?.year ?? null
  const kind = first.kind === 'deadline' ? 'deadline' : 'span'
  return inYear(year ?? leapYear) ? { kind, year, inYear } : null
}

/** "maj 2026, 2027 og 2028": a year after a part of a year, not as the end of a range, is that part again. */
function withRepeated(parts: readonly Part[], separators: readonly Separator[]): readonly Part[] {
  const repeated: Part[] = []
  for (const [i, part] of parts.entries()) {
    const previous = repeated.at(-1)
    const repeats = part.kind === 'year' && previous && previous.year !== null && previous.kind !== 'span'
    repeated.push(repeats && separators[i - 1] !== 'range' ? { ...previous, year: part.year } : part)
  }
  return repeated
}

/** A year in which every date is possible, to try a sequence whose year is not written. */
const leapYear = 2028

function intervals(
  parts: readonly Part[],
  anchor: number,
  year: number,
  mayTurn: boolean,
): readonly Interval[] | null {
  const placed = parts[anchor]?.inYear(year)
  if (!placed) return null
  const found = [placed]
  let nextYear = year
  for (const part of parts.slice(0, anchor).reverse()) {
    const tried = earlier(part, nextYear, found[0], mayTurn)
    if (!tried) return null
    found.unshift(tried.interval)
    nextYear = tried.year
  }
  let lastYear = year
  for (const part of parts.slice(anchor + 1)) {
    const tried = later(part, lastYear, found.at(-1), mayTurn)
    if (!tried) return null
    found.push(tried.interval)
    lastYear = tried.year
  }
  return found
}

interface Placed {
  readonly year: number
  readonly interval: Interval
}

function earlier(part: Part, year: number, than: Interval | undefined, mayTurn: boolean): Placed | null {
  const turns = mayTurn || part.crossesNewYear
  return firstThat(
    part,
    turns ? [year, year - 1] : [year],
    ({ earliest }) => earliest <= (than?.earliest ?? ''),
  )
}

function later(part: Part, year: number, than: Interval | undefined, mayTurn: boolean): Placed | null {
  const years = part.year !== null ? [part.year] : mayTurn ? [year, year + 1] : [year]
  return firstThat(part, years, ({ earliest }) => earliest >= (than?.earliest ?? ''))
}

function firstThat(
  part: Part,
  years: readonly number[],
  fits: (interval: Interval) => boolean,
): Placed | null {
  for (const year of years) {
    const interval = part.inYear(year)
    if (interval && fits(interval)) return { year, interval }
  }
  return null
}

function hull(all: readonly Interval[] | null): Interval | null {
  const earliest = all?.[0]?.earliest
  const last = all?.at(-1)
  if (!all || earliest === undefined || !last) return null
  if (last.latest === null) return { earliest, latest: null }
  const latest = all.reduce(
    (end, one) => (one.latest !== null && one.latest > end ? one.latest : end),
    last.latest,
  )
  return latest < earliest ? null : { earliest, latest }
}
