import { whenUsed } from '../../db/model/danish.ts'
import type { HistoryEntry } from '../../db/model/history/entry.ts'
import { historyTexts } from '../../db/model/texts/window/history.ts'

const longDate = whenUsed(() => new Intl.DateTimeFormat('da-DK', { dateStyle: 'long' }))
const time = whenUsed(() => new Intl.DateTimeFormat('da-DK', { timeStyle: 'short' }))

export interface Day {
  /** Stays the same while entries come and go. */
  readonly key: string
  readonly name: string
  readonly entries: readonly HistoryEntry[]
}

/** Entries that follow each other and are of the same day. What came in by a merge may begin an earlier day once more. */
export function daysOf(entries: readonly HistoryEntry[], now: Date): readonly Day[] {
  const days: (Omit<Day, 'entries'> & { readonly entries: HistoryEntry[] })[] = []
  for (const entry of entries) {
    const name = nameOfDay(new Date(entry.at), now)
    const last = days.at(-1)
    if (last?.name === name) last.entries.push(entry)
    else {
      const before = days.filter((day) => day.name === name).length
      days.push({ key: `${name} ${before}`, name, entries: [entry] })
    }
  }
  return days
}

/** »I dag«, »I går«, »12. marts 2026« */
export function nameOfDay(day: Date, now: Date): string {
  const yesterday = new Date(now)
  yesterday.setDate(now.getDate() - 1)
  if (day.toDateString() === now.toDateString()) return historyTexts.today
  return day.toDateString() === yesterday.toDateString() ? historyTexts.yesterday : longDate().format(day)
}

/** »14.05« */
export const timeOf = ({ at }: Pick<HistoryEntry, 'at'>): string => time().format(new Date(at))
