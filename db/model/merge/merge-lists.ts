import { commonPairs } from '../history/common-pairs.ts'

/** How the elements of a list are told apart, and what to do where both sides changed one and the same of them. */
export interface Elements<T> {
  readonly keyOf: (element: T) => string
  /** What both changes together make of the element; null = nobody can tell. */
  readonly settle: (before: T, one: T, other: T) => T | null
}

/**
 * What two changes of a list make together (three-way merge): each side's changes are taken over where the other left the
 * list as it was. null where both changed, or both put something into, the same place. `one` and `other` may change places.
 */
export function mergeLists<T>(
  before: readonly T[],
  one: readonly T[],
  other: readonly T[],
  elements: Elements<T>,
): readonly T[] | null {
  const hunks = joined([...hunksOf(before, one, elements), ...hunksOf(before, other, elements)], elements)
  if (!hunks) return null
  const merged: T[] = []
  let at = 0
  for (const { start, end, now } of hunks) {
    merged.push(...before.slice(at, start), ...now)
    at = end
  }
  return [...merged, ...before.slice(at)]
}

/** Elements of the list before, from `start` up to `end`, and what a side has in their place. */
interface Hunk<T> {
  readonly start: number
  readonly end: number
  readonly was: readonly T[]
  readonly now: readonly T[]
}

function hunksOf<T>(before: readonly T[], after: readonly T[], { keyOf }: Elements<T>): readonly Hunk<T>[] {
  const pairs = commonPairs(before.map(keyOf), after.map(keyOf))
  const hunks: Hunk<T>[] = []
  let [start, from] = [0, 0]
  for (const [end, to] of [...pairs, [before.length, after.length] as const]) {
    if (start < end || from < to) {
      hunks.push({ start, end, was: before.slice(start, end), now: after.slice(from, to) })
    }
    ;[start, from] = [end + 1, to + 1]
  }
  return hunks
}

/** The hunks of both sides in order, as one side's; null where two of them meet. */
function joined<T>(hunks: readonly Hunk<T>[], elements: Elements<T>): readonly Hunk<T>[] | null {
  const inOrder = hunks.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const alone: Hunk<T>[] = []
  for (const hunk of inOrder) {
    const last = alone.at(-1)
    if (!last || !meet(last, hunk)) {
      alone.push(hunk)
      continue
    }
    const both = together(last, hunk, elements)
    if (!both) return null
    alone[alone.length - 1] = both
  }
  return alone
}

/**
 * Whether two hunks, the first of which begins no later, speak of the same place. What comes in at the edge of what the other
 * replaced has its place, unless the other put something more in there too.
 */
function meet<T>(first: Hunk<T>, second: Hunk<T>): boolean {
  if (second.start < first.end) return true
  if (second.start > first.end) return false
  const puts = ({ was, now }: Hunk<T>): boolean => now.length > was.length
  return puts(first) && puts(second)
}

function together<T>(one: Hunk<T>, other: Hunk<T>, { keyOf, settle }: Elements<T>): Hunk<T> | null {
  if (one.start !== other.start || one.end !== other.end) return null
  const keys = ({ now }: Hunk<T>): string => JSON.stringify(now.map(keyOf))
  if (keys(one) === keys(other)) return one
  const [before, ...more] = one.was
  const [mine, theirs] = [one.now[0], other.now[0]]
  const single = more.length === 0 && one.now.length === 1 && other.now.length === 1
  if (!single || before === undefined || mine === undefined || theirs === undefined) return null
  const settled = settle(before, mine, theirs)
  return settled === null ? null : { ...one, now: [settled] }
}
