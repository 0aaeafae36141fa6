import { expect, test } from 'vitest'
import { formatPeriod } from '../../../db/model/period.ts'

test.each([
  [{ from: 2026, to: 2028 }, '2026-28'],
  [{ from: 2027, to: 2027 }, '2027'],
  [{ from: 2026, to: null }, '2026+'],
  [{ from: 2007, to: 2009 }, '2007-09'],
  [{ from: 2099, to: 2101 }, '2099-2101'],
])('%o is written %s', (period, written) => {
  expect(formatPeriod(period)).toBe(written)
})
