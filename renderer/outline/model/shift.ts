import { childrenOf } from '../../state/mirror.ts'
import type { Outline } from './outline.ts'
import { type Rearrangement, Rearranging, refused } from './rearranging.ts'

/**
 * Moves rows with all below them one step up (-1) or down (1) among their siblings. Rows that stand at the end already go to
 * the nearest row of their parent's level that may hold them: last in it on the way up, first in it on the way down.
 * Milestones and indicators keep among themselves, before the other children.
 * `ids` are in order, none below another.
 */
export function shiftOf(outline: Outline, ids: readonly string[], step: -1 | 1): Rearrangement {
  if (outline.root !== null && ids.includes(outline.root)) return refused({ kind: 'zoomed' })
  const work = new Rearranging(outline)
  const blocked = new Set<string>()
  for (const id of step < 0 ? ids : ids.toReversed()) {
    const neighbour = work.neighbour(id, step)
    if (neighbour === undefined || blocked.has(neighbour)) blocked.add(id)
    else work.move(id, work.parentOf(id), step < 0 ? work.before(neighbour) : neighbour)
  }
  return blocked.size < ids.length ? work.done : acrossBorder(outline, ids, step)
}

function acrossBorder(outline: Outline, ids: readonly string[], step: -1 | 1): Rearrangement {
  const work = new Rearranging(outline)
  const [parent = null, ...others] = new Set(ids.map((id) => work.parentOf(id)))
  const atEnd = refused({ kind: step < 0 ? 'first' : 'last' })
  if (parent === null || others.length > 0) return atEnd
  if (parent === outline.root) return refused({ kind: 'zoomed' })
  const target = sameLevel(outline, parent, step).find((candidate) =>
    ids.every((id) => work.refusalOf(id, candidate) === null),
  )
  if (target === undefined) return atEnd
  let after: string | null = null
  for (const [index, id] of ids.entries()) {
    const end = step < 0 ? work.lastPlace(target, id) : work.firstPlace(target, id)
    after = index === 0 ? end : after
    work.move(id, target, after)
    after = id
  }
  return work.done
}

/** The rows of a row's level on one side of it, nearest first. */
function sameLevel({ mirror, root, isShown }: Outline, id: string, step: -1 | 1): readonly string[] {
  const level = levelsBelow(root, id)
  const all: string[] = []
  const gather = (parentId: string | null, depth: number): void => {
    for (const child of childrenOf(mirror, parentId)) {
      if (!isShown(child)) continue
      if (depth === level) all.push(child)
      else gather(child, depth + 1)
    }
  }
  gather(root, 1)
  const at = all.indexOf(id)
  return step < 0 ? all.slice(0, at).toReversed() : all.slice(at + 1)

  function levelsBelow(top: string | null, node: string): number {
    const parentId = mirror.nodes.get(node)?.parentId ?? null
    return parentId === top || parentId === null ? 1 : 1 + levelsBelow(top, parentId)
  }
}
