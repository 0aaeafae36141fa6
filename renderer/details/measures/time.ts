import type { Period } from '../../../db/model/period.ts'
import { fold } from '../../../db/model/search/fold.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { describeTime, understandTime } from '../../../db/model/time/time-expression.ts'

/** What is said under a time: how it was understood, or what it lacks; null where there is nothing to add. */
export interface TimeNote {
  readonly text: string
  /** Times that say the year too, from the plan's period; a click writes one of them. */
  readonly offers: readonly string[]
}

/** More would be a list to read, and the suggestions hold them all. */
const MOST_OFFERS = 4

export function noteOn(written: string, period: Period | null): TimeNote | null {
  if (written.trim() === '') return null
  const texts = detailsTexts.time
  const time = understandTime(written, period ?? undefined)
  if (time.kind === 'unknown') return { text: texts.notUnderstood, offers: [] }
  if (time.kind === 'open-year') {
    const offers = time.offers.slice(0, MOST_OFFERS).map(({ text }) => text)
    return { text: offers.length > 0 ? texts.inPeriod : texts.noYear, offers }
  }
  const meaning = describeTime(time)
  return fold(meaning) === fold(written.trim()) ? null : { text: texts.understood(meaning), offers: [] }
}

export interface TimeSuggestion {
  readonly text: string
  readonly meaning: string
}

const MOST_SUGGESTIONS = 8
/** A rolling plan suggests so many years. */
const YEARS_OF_ROLLING_PLAN = 4

/** Times that she may be about to write: with a year of the plan where it lacks, else those that begin as she does. */
export function suggestTimes(written: string, period: Period | null): readonly TimeSuggestion[] {
  const typed = fold(written.trim().replace(/\s+/g, ' '))
  if (typed === '' || period === null) return []
  const beginnings = detailsTexts.time.beginnings.flatMap((pattern) => inYears(pattern, period))
  const begun = beginnings.filter((text) => fold(text).startsWith(typed))
  const offers = understandTime(written, period).offers.map(({ text }) => text)
  const meanings = new Map<string, string>()
  for (const text of [...begun, ...offers]) {
    const meaning = describeTime(understandTime(text, period))
    if (fold(text) !== typed && !meanings.has(meaning)) meanings.set(meaning, text)
  }
  return [...meanings]
    .slice(0, MOST_SUGGESTIONS)
    .map(([meaning, text]) => ({ text, meaning: fold(meaning) === fold(text) ? '' : meaning }))
}

function inYears(pattern: string, { from, to }: Period): readonly string[] {
  const [before, sign] = pattern.split('{')
  if (before === undefined || sign === undefined) return [pattern]
  const count = (to ?? from + YEARS_OF_ROLLING_PLAN - 1) - from + 1
  return Array.from({ length: count }, (_, index) => {
    const year = from + index
    return before + (sign.includes('/') ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : year)
  })
}
