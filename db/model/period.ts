/** Calendar years that a plan runs over; `to: null` = rolling, it looks on without an end. */
export interface Period {
  readonly from: number
  readonly to: number | null
}

/** The period as covers and lists write it: `2026-28`, `2027` for one year, `2026+` when rolling. */
export function formatPeriod({ from, to }: Period): string {
  if (to === null) return `${from}+`
  if (to === from) return `${from}`
  const sameCentury = Math.floor(to / 100) === Math.floor(from / 100)
  return `${from}-${sameCentury ? String(to % 100).padStart(2, '0') : to}`
}
