import { expect, test } from 'vitest'
import { daysIn, easterSunday, isoWeek, summerHolidayStart } from '../../../db/model/time/calendar.ts'

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter Sunday of %i is %s', (year, date) => {
  expect(easterSunday(year)).toBe(date)
})

test.each([
  [2025, '2025-06-28'],
  [2026, '2026-06-27'],
  [2027, '2027-06-26'],
  [2029, '2029-06-30'],
])('the last Saturday of June %i is %s', (year, date) => {
  expect(summerHolidayStart(year)).toBe(date)
})

test('a century year is a leap year only every fourth time', () => {
  expect([2000, 2028, 2027, 2100].map((year) => daysIn(year, 2))).toEqual([29, 29, 28, 28])
})

test('years that begin or end on a Thursday have 53 weeks', () => {
  const years = Array.from({ length: 30 }, (_, i) => 2004 + i)
  expect(years.filter((year) => isoWeek(year, 53))).toEqual([2004, 2009, 2015, 2020, 2026, 2032])
})
