import type { NodeRecord } from '../../../db/model/records.ts'
import { fold } from '../../../db/model/search/fold.ts'
import { childrenOf, type Mirror } from '../../state/mirror.ts'
import { ancestorsOf } from '../../state/navigate.ts'
import type { OutlineView } from '../../state/view.ts'

/** A row of the list, with what ARIA says of its place among rows that may not be drawn. */
export interface VisibleRow {
  readonly id: string
  /** 1 = outermost of those that are shown. */
  readonly level: number
  /** Siblings that are shown, and its number among them from 1. */
  readonly setSize: number
  readonly posInSet: number
  readonly hasChildren: boolean
  readonly folded: boolean
  /** Shown only because it leads to a row that matches the filter. */
  readonly leads: boolean
}

export type RowsView = Pick<OutlineView, 'folded' | 'root' | 'filter' | 'kept'>

/**
 * The rows that are shown, from top to bottom. A node that is zoomed in on stands first, open. A filter shows the rows whose
 * titles hold all its words, with the rows that lead to them, whatever is folded; rows that are kept stay in spite of it.
 */
export function visibleRows(mirror: Mirror, view: RowsView): readonly VisibleRow[] {
  const root = view.root !== null && mirror.nodes.has(view.root) ? view.root : null
  const matches = matchesOf(mirror, { ...view, root })
  const shown = matches ? withAncestors(mirror, matches) : null
  const rows: VisibleRow[] = []
  const add = (siblings: readonly string[], level: number): void => {
    const ids = shown ? siblings.filter((id) => shown.has(id)) : siblings
    let posInSet = 0
    for (const id of ids) {
      posInSet += 1
      const below = childrenOf(mirror, id)
      const hasChildren = shown ? below.some((child) => shown.has(child)) : below.length > 0
      const folded = hasChildren && !shown && id !== root && view.folded.has(id)
      const leads = matches !== null && !matches.has(id)
      rows.push({ id, level, setSize: ids.length, posInSet, hasChildren, folded, leads })
      if (hasChildren && !folded) add(below, level + 1)
    }
  }
  add(root === null ? childrenOf(mirror, null) : [root], 1)
  return rows
}

/** The words of a filter, folded as in a search; none = no filter. */
export const wordsOfFilter = (filter: string): readonly string[] =>
  fold(filter)
    .split(/\s+/)
    .filter((word) => word !== '')

function matchesOf(mirror: Mirror, { filter, root, kept }: RowsView): ReadonlySet<string> | null {
  const words = wordsOfFilter(filter)
  if (words.length === 0) return null
  const matches = new Set<string>()
  for (const node of mirror.nodes.values()) {
    const title = foldedTitle(node)
    if (kept.has(node.id) || words.every((word) => title.includes(word))) matches.add(node.id)
  }
  if (root === null) return matches
  const inside = [...matches].filter((id) => id === root || ancestorsOf(mirror, id).includes(root))
  return new Set([...inside, root])
}

function withAncestors(mirror: Mirror, ids: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(ids)
  for (const id of ids) {
    for (const above of ancestorsOf(mirror, id)) {
      if (all.has(above)) break
      all.add(above)
    }
  }
  return all
}

const foldedTitles = new WeakMap<NodeRecord, string>()

/** The title as it is compared; worked out once for each. */
export function foldedTitle(node: NodeRecord): string {
  const known = foldedTitles.get(node)
  if (known !== undefined) return known
  const folded = fold(node.title)
  foldedTitles.set(node, folded)
  return folded
}
