/** Danish words for intervals and for how an expression was understood. */
import { daysIn, type Interval, partsOfDate } from './calendar.ts'

const monthNames = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
]
const nameOf = (month: number) => monthNames[month - 1] ?? ''

/** `15. marts 2027`. */
export function dayInWords(date: string): string {
  const { year, month, day } = partsOfDate(date)
  return `${day}. ${nameOf(month)} ${year}`
}

/** `2027`, `2027–2029`, `marts 2027`, `1.–10. marts 2027`, `1. april – 30. juni 2027`, `fra 1. januar 2027`. */
export function intervalInWords({ earliest, latest }: Interval): string {
  if (latest === null) return `fra ${dayInWords(earliest)}`
  if (earliest === latest) return dayInWords(earliest)
  const from = partsOfDate(earliest)
  const to = partsOfDate(latest)
  const wholeMonths = from.day === 1 && to.day === daysIn(to.year, to.month)
  if (wholeMonths && from.month === 1 && to.month === 12) {
    return from.year === to.year ? `${to.year}` : `${from.year}–${to.year}`
  }
  if (from.year !== to.year) return `${dayInWords(earliest)} – ${dayInWords(latest)}`
  if (from.month !== to.month) return `${from.day}. ${nameOf(from.month)} – ${dayInWords(latest)}`
  return wholeMonths ? `${nameOf(to.month)} ${to.year}` : `${from.day}.–${dayInWords(latest)}`
}
