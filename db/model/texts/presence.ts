import type { Opener } from '../presence.ts'

/** That somebody else has the workbook open, as of `now`. */
export function openElsewhere({ who, machine, since }: Opener, now: Date): string {
  return `Projektmappen er åben hos ${who} siden ${when(new Date(since), now)} på ${machine}.`
}

function when(since: Date, now: Date): string {
  const time = since.toLocaleTimeString('da-DK', { hour: '2-digit', minute: '2-digit' })
  if (since.toDateString() === now.toDateString()) return `kl. ${time}`
  return `${since.toLocaleDateString('da-DK', { day: 'numeric', month: 'long' })} kl. ${time}`
}
