import { fold } from '../../../db/model/search/fold.ts'
import type { Mirror } from '../../state/mirror.ts'
import { indexOf } from './selection.ts'
import { foldedTitle, type VisibleRow } from './visible-rows.ts'

/**
 * The row whose title begins with what was typed, from the current one on and round to the top. The same letter again
 * goes to the next row that begins with it.
 */
export function rowTyped(
  mirror: Mirror,
  rows: readonly VisibleRow[],
  current: string | null,
  typed: string,
): string | null {
  const letters = [...fold(typed)]
  const again = letters.length > 1 && letters.every((letter) => letter === letters[0])
  const start = again || letters.length === 1 ? 1 : 0
  const wanted = again ? (letters[0] ?? '') : letters.join('')
  const at = Math.max(0, indexOf(rows, current))
  const round = [...rows.slice(at), ...rows.slice(0, at)]
  const candidates = [...round.slice(start), ...round.slice(0, start)]
  return candidates.find(({ id }) => begins(mirror, id, wanted))?.id ?? null
}

function begins(mirror: Mirror, id: string, wanted: string): boolean {
  const node = mirror.nodes.get(id)
  return node !== undefined && foldedTitle(node).startsWith(wanted)
}
