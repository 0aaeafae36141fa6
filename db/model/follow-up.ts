import type { Records } from './records.ts'
import type { NodeType } from './template/template.ts'

/** Follow-up: a light and a text for what is done, in rounds that many plans share. */

const followedUp: readonly NodeType[] = ['indsats', 'bidrag', 'milestone']

/** Whether nodes of this type get a light in a round. */
export const isFollowedUp = (type: NodeType): boolean => followedUp.includes(type)

/** From not begun to done: the order in which they are offered. */
export const lights: readonly Records['status']['light'][] = ['not-started', 'green', 'yellow', 'red', 'done']

const MAY = '05'
const SEPTEMBER = '09'

/** The first day of the follow-up that a day belongs to or leads up to: those of May and September. Dates are `YYYY-MM-DD`. */
export function nextRoundDate(today: string): string {
  const [year = '', month = ''] = today.split('-')
  if (month <= MAY) return `${year}-${MAY}-01`
  if (month <= SEPTEMBER) return `${year}-${SEPTEMBER}-01`
  return `${Number(year) + 1}-${MAY}-01`
}
