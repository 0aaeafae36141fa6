import { childrenOf, type Mirror } from '../../state/mirror.ts'
import { ancestorsOf } from '../../state/navigate.ts'

/** What is folded when the rows down to a level are shown: 1 = only the outermost rows, those of `root` where it is zoomed in on. */
export function foldedBelow(mirror: Mirror, root: string | null, level: number): ReadonlySet<string> {
  const folded = new Set<string>()
  const walk = (ids: readonly string[], depth: number): void => {
    for (const id of ids) {
      const below = childrenOf(mirror, id)
      if (below.length > 0 && depth >= level) folded.add(id)
      walk(below, depth + 1)
    }
  }
  walk(root === null ? childrenOf(mirror, null) : [root], 1)
  return folded
}

export const withFolded = (folded: ReadonlySet<string>, ids: readonly string[]): ReadonlySet<string> =>
  new Set([...folded, ...ids])

export function withoutFolded(
  folded: ReadonlySet<string>,
  ids: readonly (string | null)[],
): ReadonlySet<string> {
  if (!ids.some((id) => id !== null && folded.has(id))) return folded
  const left = new Set(folded)
  for (const id of ids) if (id !== null) left.delete(id)
  return left
}

/** The row that is seen where a node lies: itself, or the outermost folded row that hides it. */
export function seenFor(
  mirror: Mirror,
  folded: ReadonlySet<string>,
  root: string | null,
  id: string,
): string {
  const above = ancestorsOf(mirror, id)
  const inside = root === null ? above : above.slice(0, above.indexOf(root))
  return inside.findLast((ancestor) => folded.has(ancestor)) ?? id
}
