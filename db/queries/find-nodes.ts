import type { NodeType } from '../model/template/template.ts'
import type { TitleIndex, TitleQuery } from '../titles.ts'

/** A node to jump or link to. */
export interface FoundNode {
  readonly id: string
  readonly planId: string
  readonly planTitle: string
  readonly type: NodeType
  readonly title: string
  /** Titles from the top of the plan down to the node's parent. */
  readonly path: readonly string[]
}

/** Nodes by their titles, the best matches first: see `TitleIndex.find`. */
export const findNodes = (titles: TitleIndex, wanted: TitleQuery): readonly FoundNode[] =>
  titles.find(wanted).map((node) => ({
    id: node.id,
    planId: node.planId,
    planTitle: titles.plan(node.planId)?.title ?? '',
    type: node.type,
    title: node.title,
    path: titles.pathTo(node),
  }))
