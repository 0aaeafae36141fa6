import type { Backup } from '../model/backup.ts'

/** Milliseconds. */
const DAY = 86_400_000
const MONTH = 31 * DAY
const YEAR = 366 * DAY

/** Sound backups that are kept whatever their age and size. */
const NEWEST = 10
/** Bytes of all backups of one workbook. */
const MOST_BYTES = 2 * 2 ** 30

/**
 * The backups that need not be kept any longer. All of the last day stay, then the last of each day for a month, and the
 * last of each month for a year; the newest ten always. What is damaged stands for no day, and goes after one. `backups`
 * are one workbook's, newest first; `now` is in milliseconds since 1970.
 */
export function superfluous(
  backups: readonly Backup[],
  now: number,
  mostBytes: number = MOST_BYTES,
): readonly Backup[] {
  const sound = backups.filter(({ damaged }) => !damaged)
  const newest = new Set(sound.slice(0, NEWEST))
  const lastOfDay = firstOfEach(sound, ({ at }) => at.slice(0, 'YYYY-MM-DD'.length))
  const lastOfMonth = firstOfEach(sound, ({ at }) => at.slice(0, 'YYYY-MM'.length))
  let bytes = 0
  return backups.filter((backup) => {
    const age = now - Date.parse(backup.at)
    const stands =
      age <= DAY || (age <= MONTH && lastOfDay.has(backup)) || (age <= YEAR && lastOfMonth.has(backup))
    if (!stands && !newest.has(backup)) return true
    bytes += backup.bytes
    return bytes > mostBytes && !newest.has(backup)
  })
}

function firstOfEach(backups: readonly Backup[], key: (backup: Backup) => string): ReadonlySet<Backup> {
  return new Set([...Map.groupBy(backups, key).values()].flatMap(([first]) => (first ? [first] : [])))
}
