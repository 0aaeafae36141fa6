import type { Pair } from './common-pairs.ts'

/** How much of its words a paragraph must keep to be the same paragraph, rewritten. */
const LEAST_LIKENESS = 0.4

/** So many pairs of paragraphs are compared in one place; beyond it, what stands there was written anew. */
const MOST_COMPARED = 40_000

/** Which paragraphs, given as their words, are the same ones rewritten: pairs in one order that together are as alike as can be. */
export function alikePairs(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): readonly Pair[] {
  if (before.length * after.length > MOST_COMPARED) return []
  const table = new Likenesses(before, after)
  const pairs: Pair[] = []
  let [a, b] = [0, 0]
  while (a < before.length && b < after.length) {
    if (table.arePaired(a, b)) pairs.push([a++, b++])
    else if (table.best(a, b) === table.best(a + 1, b)) a += 1
    else b += 1
  }
  return pairs
}

/** How alike each two paragraphs are, and the best sum that can be reached from any two on. */
class Likenesses {
  readonly #likeness: readonly Float64Array[]
  readonly #best: readonly Float64Array[]

  constructor(before: readonly (readonly string[])[], after: readonly (readonly string[])[]) {
    const [bags, others] = [before.map(bagOf), after.map(bagOf)]
    this.#likeness = bags.map((bag) => Float64Array.from(others, (other) => likeness(bag, other)))
    this.#best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1))
    for (let a = before.length - 1; a >= 0; a--) {
      for (let b = after.length - 1; b >= 0; b--) {
        const row = this.#best[a]
        if (row) row[b] = Math.max(this.best(a + 1, b), this.best(a, b + 1), this.#paired(a, b))
      }
    }
  }

  best(a: number, b: number): number {
    return this.#best[a]?.[b] ?? 0
  }

  arePaired(a: number, b: number): boolean {
    const paired = this.#paired(a, b)
    return paired > 0 && paired === this.best(a, b)
  }

  /** The best sum where these two are one paragraph; 0 where they are too different for that. */
  #paired(a: number, b: number): number {
    const likeness = this.#likeness[a]?.[b] ?? 0
    return likeness < LEAST_LIKENESS ? 0 : likeness + this.best(a + 1, b + 1)
  }
}

interface Bag {
  readonly size: number
  readonly counts: ReadonlyMap<string, number>
}

function bagOf(words: readonly string[]): Bag {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { size: words.length, counts }
}

/** 0 = no word in common, 1 = all of them. */
function likeness(one: Bag, other: Bag): number {
  if (one.size + other.size === 0) return 0
  let common = 0
  for (const [word, count] of one.counts) common += Math.min(count, other.counts.get(word) ?? 0)
  return (2 * common) / (one.size + other.size)
}
