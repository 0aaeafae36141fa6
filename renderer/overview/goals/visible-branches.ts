import type { GoalBranch } from '../../../db/model/overview/goal-tree.ts'
import type { Line } from '../list/use-cursor.ts'

/** How far the tree is unfolded: to the goals, to what realises them, or to who contributes. */
export const depths = ['goals', 'indsatser', 'bidrag'] as const
export type Depth = (typeof depths)[number]

/** What is unfolded: as far as `depth`, and the other way round where the user has said so. */
export interface Unfolding {
  readonly depth: Depth
  /** Keys of branches. */
  readonly turned: ReadonlySet<string>
}

/** A branch that is shown, with its place in the tree. */
export interface VisibleBranch extends Line {
  readonly branch: GoalBranch
  /** From 1. */
  readonly level: number
  readonly setSize: number
  readonly posInSet: number
  readonly isOpen: boolean
  /** Key of the branch above. */
  readonly above: string | null
}

/** CSS pixels. */
const HEIGHT = 34

export function visibleBranches(
  tree: readonly GoalBranch[],
  unfolding: Unfolding,
  level = 1,
  above: string | null = null,
): readonly VisibleBranch[] {
  return tree.flatMap((branch, index): readonly VisibleBranch[] => {
    const isOpen = branch.children.length > 0 && isUnfolded(branch, unfolding)
    const { key } = branch
    const place = { level, above, setSize: tree.length, posInSet: index + 1 }
    const line = { ...place, key, branch, isOpen, height: HEIGHT, isStop: true }
    return [line, ...(isOpen ? visibleBranches(branch.children, unfolding, level + 1, key) : [])]
  })
}

const isUnfolded = (branch: GoalBranch, { depth, turned }: Unfolding): boolean =>
  isWithin(branch, depth) !== turned.has(branch.key)

function isWithin({ what }: GoalBranch, depth: Depth): boolean {
  if (what.kind !== 'node') return true
  if (what.node.type === 'goal') return depth !== 'goals'
  return what.node.type !== 'indsats' || depth === 'bidrag'
}

/** Folds what is unfolded, and unfolds what is folded. */
export function turn({ depth, turned }: Unfolding, key: string): Unfolding {
  const next = new Set(turned)
  if (!next.delete(key)) next.add(key)
  return { depth, turned: next }
}
