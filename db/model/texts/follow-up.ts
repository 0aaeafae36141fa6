import { whenUsed } from '../danish.ts'

const month = whenUsed(
  () => new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
)

/** What a round of follow-up is called when the program makes it: »Opfølgning maj 2027« for `2027-05-01`. */
export const roundName = (date: string): string =>
  `Opfølgning ${month().format(new Date(`${date}T00:00:00Z`))}`
