import { alikePairs } from './alike-pairs.ts'

/** Paragraphs `from` up to but not with `to`. */
export interface Stretches {
  readonly from: number
  readonly to: number
}

/** Paragraphs that are the same, rewritten: one before and one after, or where it was cut up or put together, several. */
export interface AlikeGroup {
  readonly before: Stretches
  readonly after: Stretches
}

type Words = readonly string[]

/** How much of a paragraph's words must come from the other for it to be a part that was cut off, or put on. */
const LEAST_PART = 0.6
/** Fewer words than these may stand in any paragraph. */
const LEAST_WORDS = 3

/** Which paragraphs, given as their words, belong together, in order. */
export function alikeGroups(before: readonly Words[], after: readonly Words[]): readonly AlikeGroup[] {
  const pairs = alikePairs(before, after)
  return pairs.map(([a, b], index) => {
    const [lastA, lastB] = pairs[index - 1] ?? [-1, -1]
    const [nextA, nextB] = pairs[index + 1] ?? [before.length, after.length]
    const cut = partsAround(before[a] ?? [], after, { at: b, last: lastB, next: nextB })
    const joined = partsAround(after[b] ?? [], before, { at: a, last: lastA, next: nextA })
    const alone = (at: number): Stretches => ({ from: at, to: at + 1 })
    // Where paragraphs went and came in the same place, neither is plain.
    const mayCut = a === lastA + 1 && a === nextA - 1
    const mayJoin = b === lastB + 1 && b === nextB - 1
    if (mayCut) return { before: alone(a), after: cut }
    return { before: mayJoin ? joined : alone(a), after: alone(b) }
  })
}

interface Place {
  readonly at: number
  /** The nearest paragraphs on either side that belong to others. */
  readonly last: number
  readonly next: number
}

/** The paragraphs around one that, with it, are made of the words of `whole`. */
function partsAround(whole: Words, paragraphs: readonly Words[], { at, last, next }: Place): Stretches {
  const left = new Map<string, number>()
  for (const word of whole) left.set(word, (left.get(word) ?? 0) + 1)
  take(left, paragraphs[at] ?? [])
  let [from, to] = [at, at + 1]
  while (from - 1 > last && isPart(left, paragraphs[from - 1] ?? [])) {
    from -= 1
    take(left, paragraphs[from] ?? [])
  }
  while (to < next && isPart(left, paragraphs[to] ?? [])) {
    take(left, paragraphs[to] ?? [])
    to += 1
  }
  return { from, to }
}

/** Takes the words away that are there; answers how many. */
function take(left: Map<string, number>, words: Words): number {
  let taken = 0
  for (const word of words) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    taken += 1
  }
  return taken
}

const isPart = (left: ReadonlyMap<string, number>, words: Words): boolean =>
  words.length >= LEAST_WORDS && take(new Map(left), words) / words.length >= LEAST_PART
