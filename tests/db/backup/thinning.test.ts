import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { superfluous } from '../../../db/backup/thinning.ts'
import type { Backup } from '../../../db/model/backup.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

const kept = (at: number, more: Partial<Backup> = {}): Backup => ({
  name: new Date(at).toISOString(),
  kind: 'hourly',
  at: new Date(at).toISOString(),
  bytes: 1,
  plans: 1,
  nodes: 10,
  damaged: false,
  ...more,
})

/** Newest first, so many hours apart. */
const every = (hours: number, count: number, more: Partial<Backup> = {}): readonly Backup[] =>
  Array.from({ length: count }, (_, index) => kept(now - index * hours * HOUR, more))

const stay = (backups: readonly Backup[], mostBytes?: number): readonly string[] => {
  const gone = new Set(superfluous(backups, now, mostBytes))
  return backups.filter((backup) => !gone.has(backup)).map(({ at }) => at)
}

describe('what stays', () => {
  test('everything of the last day', () => {
    const backups = every(1, 25)
    expect(stay(backups)).toHaveLength(25)
  })

  test('the last of each day for a month, and the last of each month for a year', () => {
    const days = stay(every(2, 12 * 500)).map((at) => at.slice(0, 16))
    const of = (day: string) => days.filter((at) => at.startsWith(day)).map((at) => at.slice(11))
    expect(of('2026-11-22')).toHaveLength(7)
    expect(of('2026-11-21')).toEqual(['22:00', '20:00', '18:00', '16:00', '14:00', '12:00'])
    expect(of('2026-11-20')).toEqual(['22:00'])
    expect(of('2026-10-30')).toEqual(['22:00'])
    expect(days.filter((at) => at.startsWith('2026-07'))).toEqual(['2026-07-31T22:00'])
    expect(days.at(-1)).toBe('2025-11-30T22:00')
  })

  test('the newest ten, however old', () => {
    const old = Array.from({ length: 30 }, (_, index) => kept(now - 900 * DAY - index * HOUR))
    expect(stay(old)).toEqual(old.slice(0, 10).map(({ at }) => at))
  })

  test('what a clock that ran ahead has dated in the future', () => {
    expect(stay([kept(now + 400 * DAY), ...every(24, 3)])).toHaveLength(4)
  })

  test('as many bytes as may be, and the newest ten beyond them', () => {
    const backups = every(1, 25, { bytes: 100 })
    expect(stay(backups, 1500)).toEqual(backups.slice(0, 15).map(({ at }) => at))
    expect(stay(backups, 50)).toEqual(backups.slice(0, 10).map(({ at }) => at))
  })
})

test('what is damaged takes no place from what is sound, and goes after a day', () => {
  const damaged = every(1, 48, { damaged: true })
  const sound = every(1, 48).map((backup) => ({ ...backup, name: `${backup.name} sound` }))
  const both = [...damaged, ...sound].toSorted((one, other) => (one.at < other.at ? 1 : -1))
  const gone = new Set(superfluous(both, now))
  const left = both.filter((backup) => !gone.has(backup))
  expect(left.filter((backup) => backup.damaged)).toHaveLength(25)
  expect(left.filter((backup) => !backup.damaged).map(({ at }) => at)).toEqual(stay(every(1, 48)))
})

test('thinning what was thinned takes nothing more, and never the newest', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 800 * 24 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(moments, (hours) => {
      const backups = hours.toSorted((a, b) => a - b).map((hour) => kept(now - hour * HOUR, { bytes: 7 }))
      const gone = new Set(superfluous(backups, now))
      const left = backups.filter((backup) => !gone.has(backup))
      expect(left[0]).toBe(backups[0])
      expect(superfluous(left, now)).toEqual([])
    }),
  )
})
