import { childrenOf } from '../../state/mirror.ts'
import { ancestorsOf } from '../../state/navigate.ts'
import { heightOf, type Outline, type Refusal, refusalOf } from './outline.ts'
import { type Rearrangement, Rearranging, refused } from './rearranging.ts'
import type { VisibleRow } from './visible-rows.ts'

/** Where dragged rows would land. */
export interface DropPlace {
  readonly parentId: string | null
  readonly after: string | null
  readonly level: number
  /** The row below which the line is drawn; null = above the first. */
  readonly below: string | null
  /** Why they may not; null = they may. */
  readonly why: Refusal | null
}

/**
 * The place for a gap between rows: `gap` = how many rows lie above it, `level` = what the pointer's horizontal position asks
 * for. Between two rows there may be several levels; the nearest one that may hold the rows is taken. Gaps inside
 * what is dragged count as the gap before it.
 */
export function dropPlaceAt(
  outline: Outline,
  rows: readonly VisibleRow[],
  ids: readonly string[],
  { gap, level }: { readonly gap: number; readonly level: number },
): DropPlace | null {
  const dragged = new Set(ids)
  const stays = ({ id }: VisibleRow) =>
    !dragged.has(id) && !ancestorsOf(outline.mirror, id).some((above) => dragged.has(above))
  const above = rows.slice(0, gap).findLast(stays)
  const below = rows.slice(gap).find(stays)
  const places = levelsBetween(outline, above, below).map((at) => placeOf(outline, dragged, above, at))
  const checked = places.map((place) => ({ ...place, why: whyNot(outline, ids, place.parentId) }))
  const nearest = checked.toSorted((a, b) => Math.abs(a.level - level) - Math.abs(b.level - level))
  return nearest.find(({ why }) => why === null) ?? nearest[0] ?? null
}

type Place = Omit<DropPlace, 'why'>

/** From the level of the row below the gap to one deeper than the row above it. */
function levelsBetween(
  { root }: Outline,
  above: VisibleRow | undefined,
  below: VisibleRow | undefined,
): readonly number[] {
  if (!above) return root === null ? [1] : []
  const outermost = root === null ? 1 : 2
  const least = Math.max(outermost, below?.level ?? outermost)
  const most = Math.max(least, above.level + 1)
  return Array.from({ length: most - least + 1 }, (_, index) => least + index)
}

function placeOf(
  { mirror }: Outline,
  dragged: ReadonlySet<string>,
  above: VisibleRow | undefined,
  level: number,
): Place {
  if (!above) return { parentId: null, after: null, level, below: null }
  const below = above.id
  if (level > above.level) {
    // Below a folded row its children are not seen: there it is the last one.
    const last = childrenOf(mirror, above.id).findLast((id) => !dragged.has(id))
    return { parentId: above.id, after: above.folded ? (last ?? null) : null, level, below }
  }
  const path = [above.id, ...ancestorsOf(mirror, above.id)]
  const after = path[above.level - level] ?? above.id
  return { parentId: mirror.nodes.get(after)?.parentId ?? null, after, level, below }
}

function whyNot(outline: Outline, ids: readonly string[], parentId: string | null): Refusal | null {
  for (const id of ids) {
    const type = outline.mirror.nodes.get(id)?.type
    if (id === outline.root) return { kind: 'zoomed' }
    const why = type ? refusalOf(outline, type, parentId, heightOf(outline.mirror, id)) : null
    if (why) return why
  }
  return null
}

/** Moves the rows there, in order; no moves where they stand there already. */
export function dropOf(
  outline: Outline,
  ids: readonly string[],
  place: Pick<DropPlace, 'parentId' | 'after' | 'why'>,
): Rearrangement {
  if (place.why) return refused(place.why)
  const work = new Rearranging(outline)
  const before = work.childrenOf(place.parentId)
  const stood = ids.every((id) => work.parentOf(id) === place.parentId)
  let { after } = place
  for (const id of ids) {
    work.move(id, place.parentId, after)
    after = id
  }
  const same = stood && work.childrenOf(place.parentId).every((id, index) => id === before[index])
  return same ? { ok: true, moves: [] } : work.done
}
