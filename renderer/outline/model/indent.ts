import { isMeasure, type Outline } from './outline.ts'
import { type Rearrangement, Rearranging, refused } from './rearranging.ts'

/**
 * Moves rows a level in: each becomes the last child of the row above it. All of them move, or where one of them may not,
 * none. `ids` are in order, none below another.
 */
export function indentOf(outline: Outline, ids: readonly string[]): Rearrangement {
  const work = new Rearranging(outline)
  for (const id of ids) {
    if (id === outline.root) return refused({ kind: 'zoomed' })
    const above = work.above(id)
    if (above === undefined) return refused({ kind: 'nothing-above' })
    const why = work.refusalOf(id, above)
    if (why) return refused(why)
    work.move(id, above, work.lastPlace(above, id))
  }
  return work.done
}

/**
 * Moves rows a level out and keeps them in place, as Word does: a row becomes the next sibling of its parent, and the
 * siblings that followed it become its children, so that nothing on the screen changes its order. Where the template lets
 * one of these not stand below the row, all of them stay with the old parent, and the row comes to stand after them.
 * Milestones and indicators measure their own node, so they always stay. All rows move, or none.
 */
export function outdentOf(outline: Outline, ids: readonly string[]): Rearrangement {
  const work = new Rearranging(outline)
  const selected = new Set(ids)
  /** The row that left a parent last: the next one comes after it. */
  const lastOut = new Map<string, string>()
  for (const id of ids) {
    const parent = work.parentOf(id)
    if (id === outline.root) return refused({ kind: 'zoomed' })
    if (parent === null) return refused({ kind: 'outermost' })
    if (parent === outline.root) return refused({ kind: 'zoomed' })
    const grandparent = work.parentOf(parent)
    const why = work.refusalOf(id, grandparent)
    if (why) return refused(why)
    const followers = followersOf(work, outline, id, selected)
    work.move(id, grandparent, lastOut.get(parent) ?? parent)
    lastOut.set(parent, id)
    if (followers.every((follower) => work.refusalOf(follower, id) === null)) {
      for (const follower of followers) work.move(follower, id, work.lastPlace(id, follower))
    }
  }
  return work.done
}

/** The siblings after a row that would come along, up to the next one that itself moves out. */
function followersOf(
  work: Rearranging,
  { mirror }: Outline,
  id: string,
  selected: ReadonlySet<string>,
): readonly string[] {
  const siblings = work.childrenOf(work.parentOf(id))
  const after = siblings.slice(siblings.indexOf(id) + 1)
  const end = after.findIndex((sibling) => selected.has(sibling))
  return (end < 0 ? after : after.slice(0, end)).filter((sibling) => {
    const type = mirror.nodes.get(sibling)?.type
    return type !== undefined && !isMeasure(type)
  })
}
