import type { OutlineNode } from '../plan/plan-document.ts'

/** Indices from the top of the outline down to a node. */
export type Path = readonly number[]

/** The path of every node of the outline. */
export function pathsOf(nodes: readonly OutlineNode[]): ReadonlyMap<OutlineNode, Path> {
  const paths = new Map<OutlineNode, Path>()
  const walk = (siblings: readonly OutlineNode[], above: Path) => {
    for (const [index, node] of siblings.entries()) {
      const path = [...above, index]
      paths.set(node, path)
      walk(node.children, path)
    }
  }
  walk(nodes, [])
  return paths
}
