import { expect, test } from 'vitest'
import { nextRoundDate } from '../../db/model/follow-up.ts'
import { roundName } from '../../db/model/texts/follow-up.ts'

test.each([
  ['2027-01-01', '2027-05-01', 'Opfølgning maj 2027'],
  ['2027-05-31', '2027-05-01', 'Opfølgning maj 2027'],
  ['2027-06-01', '2027-09-01', 'Opfølgning september 2027'],
  ['2027-09-30', '2027-09-01', 'Opfølgning september 2027'],
  ['2027-10-01', '2028-05-01', 'Opfølgning maj 2028'],
  ['2027-12-31', '2028-05-01', 'Opfølgning maj 2028'],
])('on %s the follow-up of %s is written, »%s«', (today, date, name) => {
  expect(nextRoundDate(today)).toBe(date)
  expect(roundName(date)).toBe(name)
})
