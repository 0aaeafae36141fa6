import { whenUsed } from '../../db/model/danish.ts'

const dayAndTime = whenUsed(() => new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeStyle: 'short' }))
const time = whenUsed(() => new Intl.DateTimeFormat('da-DK', { timeStyle: 'short' }))

/** »22. november 2026 kl. 14.32«; of today only »kl. 14.32«. `at` is an ISO time. */
export function writtenTime(at: string): string {
  const date = new Date(at)
  const today = date.toDateString() === new Date().toDateString()
  return today ? `kl. ${time().format(date)}` : dayAndTime().format(date)
}
