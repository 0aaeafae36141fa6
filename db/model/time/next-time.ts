/** Which of several times comes next, for lists that show many of them. */
import type { Period } from '../period.ts'
import { type TimeExpression, understandTime } from './time-expression.ts'

/** The text among these that names the next time from `today` (`YYYY-MM-DD`) on; what goes on all the time is no next time. */
export function nextTime(texts: readonly string[], period: Period, today: string): TimeExpression | null {
  let next: TimeExpression | null = null
  for (const text of texts) {
    const time = understoodTime(text, period)
    if (isAhead(time, today) && (next === null || endOf(time) < endOf(next))) next = time
  }
  return next
}

const isAhead = (time: TimeExpression, today: string): boolean =>
  time.kind !== 'recurring' && time.kind !== 'plan-period' && endOf(time) >= today

/** Whether the last day of a time lies before `today`. */
export const isPast = ({ latest }: TimeExpression, today: string): boolean =>
  latest !== null && latest < today

/** Sorts after all days where the end is open, before them where nothing is understood. */
const endOf = ({ earliest, latest }: TimeExpression): string => latest ?? (earliest === null ? '' : '9999')

/** Times are understood once; there are few different ones. */
const times = new Map<string, TimeExpression>()
const MOST_TIMES = 5000

/** As `understandTime`, for lists in which the same texts come again and again. */
export function understoodTime(text: string, period: Period): TimeExpression {
  const key = `${period.from} ${period.to} ${text}`
  const known = times.get(key)
  if (known) return known
  if (times.size >= MOST_TIMES) times.clear()
  const time = understandTime(text, period)
  times.set(key, time)
  return time
}
