/** The index of an element in the one list, and of its equal in the other. */
export type Pair = readonly [before: number, after: number]

/**
 * Beyond so many elements that came or went, two lists have nothing to do with each other; to find what they still share
 * would take long, and nobody could read the difference.
 */
const MOST_EDITS = 2000

/**
 * The elements that two lists have in common, as many as can be in one order: Myers' greedy algorithm ("An O(ND) Difference
 * Algorithm", 1986). Of lists that differ too much, what they begin and end with alike.
 */
export function commonPairs(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start++
  let end = 0
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const middle = shortestEdit(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  )
  return [
    ...Array.from({ length: start }, (_, index): Pair => [index, index]),
    ...middle.map(([a, b]): Pair => [a + start, b + start]),
    ...Array.from(
      { length: end },
      (_, index): Pair => [before.length - end + index, after.length - end + index],
    ),
  ]
}

/**
 * Walks the shortest way from nothing of both lists to all of both. `reached[k]` is how far into `before` one comes on the
 * diagonal k (`before` index less `after` index) with so many edits; `steps` keeps it for each number of edits.
 */
function shortestEdit(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const [one, other] = numbered(before, after)
  const most = Math.min(one.length + other.length, MOST_EDITS)
  const origin = most + 1
  const reached = new Int32Array(2 * origin + 1)
  const steps: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    // Only the diagonals that can be reached so far, one more on either side.
    steps.push(reached.slice(origin - edits - 1, origin + edits + 2))
    for (let k = -edits; k <= edits; k += 2) {
      let x = entrance(reached, origin, edits, k)
      while (x < one.length && x - k < other.length && one[x] === other[x - k]) x++
      reached[origin + k] = x
      if (x >= one.length && x - k >= other.length) return wayBack(steps, one.length, other.length)
    }
  }
  return []
}

/** Whether the diagonal is entered by an element that came (from k + 1), not by one that went (from k - 1). */
const entersByComing = (reached: Int32Array, origin: number, edits: number, k: number): boolean =>
  k === -edits || (k !== edits && (reached[origin + k - 1] ?? 0) < (reached[origin + k + 1] ?? 0))

const entrance = (reached: Int32Array, origin: number, edits: number, k: number): number =>
  entersByComing(reached, origin, edits, k)
    ? (reached[origin + k + 1] ?? 0)
    : (reached[origin + k - 1] ?? 0) + 1

function wayBack(steps: readonly Int32Array[], length: number, otherLength: number): readonly Pair[] {
  const pairs: Pair[] = []
  let x = length
  let y = otherLength
  for (const [edits, reached] of Array.from(steps.entries()).reverse()) {
    const k = x - y
    const origin = edits + 1
    for (const least = entrance(reached, origin, edits, k); x > least; x--, y--) pairs.push([x - 1, y - 1])
    if (entersByComing(reached, origin, edits, k)) y -= 1
    else x -= 1
  }
  return pairs.reverse()
}

/** The same number for the same text: numbers are compared faster. */
function numbered(before: readonly string[], after: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  return [Int32Array.from(before, numberOf), Int32Array.from(after, numberOf)]
}
