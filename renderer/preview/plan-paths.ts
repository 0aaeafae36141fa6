import type { ReportPlace } from '../../db/model/report/report.ts'
import { childrenOf, type Mirror } from '../state/mirror.ts'

/** The plan's outline as the report counts it: milestones and indicators are part of their node. */
const outlined = (mirror: Mirror, parentId: string | null): readonly string[] =>
  childrenOf(mirror, parentId).filter((id) => {
    const type = mirror.nodes.get(id)?.type
    return type !== 'milestone' && type !== 'indicator'
  })

/** The node at a path of the report; null where the plan has changed meanwhile, or for the plan itself. */
export function nodeAt(mirror: Mirror, path: readonly number[]): string | null {
  let node: string | null = null
  for (const index of path) {
    const next: string | undefined = outlined(mirror, node)[index]
    if (next === undefined) return null
    node = next
  }
  return node
}

/** Where a node stands in the report; a milestone stands in the row of its node. */
export function placeOfNode(mirror: Mirror, nodeId: string): ReportPlace | null {
  const path: number[] = []
  for (let id: string | null = nodeId; id !== null; ) {
    const parentId: string | null = mirror.nodes.get(id)?.parentId ?? null
    const index = outlined(mirror, parentId).indexOf(id)
    if (index >= 0) path.unshift(index)
    id = parentId
  }
  return path.length === 0 ? null : { path }
}
