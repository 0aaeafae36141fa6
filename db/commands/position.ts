import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Tx } from '../transaction.ts'

/** A row that stands in an order among its siblings. */
interface Placed {
  readonly id: string
  readonly pos: string
}

/** Keys grow when rows are put into the same gap again and again; beyond this the siblings get new ones. */
const LONGEST_KEY = 50

/** The key of a new last sibling. */
export const lastPosition = (siblings: readonly Placed[]): string =>
  generateKeyBetween(siblings.at(-1)?.pos ?? null, null)

/**
 * The key that puts a row right after a sibling, or first for null. `siblings` are in order, without the row
 * itself. Where two people's copies used the same gap, equal keys are told apart first.
 */
export function positionAfter(
  tx: Tx,
  table: 'node' | 'plan' | 'unit',
  siblings: readonly Placed[],
  after: string | null,
): string {
  const index = siblings.findIndex(({ id }) => id === after)
  const before = siblings[index]?.pos ?? null
  const next = siblings[index + 1]?.pos ?? null
  const roomy = before === null || next === null || before < next
  const key = roomy ? generateKeyBetween(before, next) : null
  if (key !== null && key.length <= LONGEST_KEY) return key
  return positionAfter(tx, table, spread(tx, table, siblings), after)
}

function spread(tx: Tx, table: 'node' | 'plan' | 'unit', siblings: readonly Placed[]): readonly Placed[] {
  const keys = generateNKeysBetween(null, null, siblings.length)
  return siblings.map((sibling, index) => {
    const pos = keys[index] ?? sibling.pos
    tx.update(table, sibling.id, { pos })
    return { id: sibling.id, pos }
  })
}

/** Keys for a list that is made at once. */
export const positionsFor = (count: number): readonly string[] => generateNKeysBetween(null, null, count)
