import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Tx } from '../transaction.ts'

/** A row that stands in an order among its siblings. */
interface Placed {
  readonly id: string
  readonly pos: string
}

type Ordered = 'node' | 'plan' | 'unit'

/** Keys grow when rows are put into the same gap again and again; beyond this the siblings get new ones. */
const LONGEST_KEY = 50

/** The key of a new last sibling. */
export const lastPosition = (siblings: readonly Placed[]): string =>
  generateKeyBetween(siblings.at(-1)?.pos ?? null, null)

/** The key that puts a row right after a sibling, or first for null; otherwise as `positionsAfter`. */
export function positionAfter(
  tx: Tx,
  table: Ordered,
  siblings: readonly Placed[],
  after: string | null,
): string {
  const [position = ''] = positionsAfter(tx, table, siblings, after, 1)
  return position
}

/**
 * Keys that put so many rows right after a sibling, or first for null. `siblings` are in order, without the rows
 * themselves. Where two people's copies used the same gap, equal keys are told apart first.
 */
export function positionsAfter(
  tx: Tx,
  table: Ordered,
  siblings: readonly Placed[],
  after: string | null,
  count: number,
): readonly string[] {
  const index = siblings.findIndex(({ id }) => id === after)
  const before = siblings[index]?.pos ?? null
  const next = siblings[index + 1]?.pos ?? null
  const roomy = before === null || next === null || before < next
  const keys = roomy ? generateNKeysBetween(before, next, count) : null
  if (keys?.every((key) => key.length <= LONGEST_KEY)) return keys
  return positionsAfter(tx, table, spread(tx, table, siblings), after, count)
}

function spread(tx: Tx, table: Ordered, siblings: readonly Placed[]): readonly Placed[] {
  const keys = generateNKeysBetween(null, null, siblings.length)
  return siblings.map((sibling, index) => {
    const pos = keys[index] ?? sibling.pos
    tx.update(table, sibling.id, { pos })
    return { id: sibling.id, pos }
  })
}

/** Keys for a list that is made at once. */
export const positionsFor = (count: number): readonly string[] => generateNKeysBetween(null, null, count)
