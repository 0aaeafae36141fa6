import { MAX_OUTLINE_DEPTH } from '../../../db/model/outline.ts'
import type { NodeRecord } from '../../../db/model/records.ts'
import { typesUnder } from '../../../db/model/template/rules.ts'
import type { NodeType, Template } from '../../../db/model/template/template.ts'
import { childrenOf, type Mirror } from '../../state/mirror.ts'
import { ancestorsOf } from '../../state/navigate.ts'

/** The outline of the open plan, as the operations on its rows see it. */
export interface Outline {
  readonly mirror: Mirror
  readonly template: Template
  /** The node that is zoomed in on: nothing moves in or out of it. null = the whole plan. */
  readonly root: string | null
  /** Whether a row stands in the list; a filter hides those that neither match nor lead to a match. */
  readonly isShown: (id: string) => boolean
}

/** Why a row cannot be put somewhere; its words stand in `texts/window/outline.ts`. */
export type Refusal =
  | { readonly kind: 'not-here'; readonly type: NodeType; readonly parent: NodeRecord | null }
  | { readonly kind: 'too-deep' }
  /** There is no row above to indent below. */
  | { readonly kind: 'nothing-above' }
  /** It stands at the top level already. */
  | { readonly kind: 'outermost' }
  /** It stands first already, and no neighbour may hold it. */
  | { readonly kind: 'first' }
  | { readonly kind: 'last' }
  /** It would leave the branch that is zoomed in on. */
  | { readonly kind: 'zoomed' }

/** Milestones and indicators belong to their node; they stand before the other children. */
export const isMeasure = (type: NodeType): boolean => type === 'milestone' || type === 'indicator'

export function refusalOf(
  { mirror, template }: Outline,
  type: NodeType,
  parentId: string | null,
  height: number,
): Refusal | null {
  const parent = parentId === null ? null : (mirror.nodes.get(parentId) ?? null)
  if (!typesUnder(template, parent).includes(type)) return { kind: 'not-here', type, parent }
  const depth = parentId === null ? 0 : ancestorsOf(mirror, parentId).length + 1
  return depth + height > MAX_OUTLINE_DEPTH ? { kind: 'too-deep' } : null
}

/** Levels of a subtree; 1 for a node without children. */
export const heightOf = (mirror: Mirror, id: string): number =>
  1 + childrenOf(mirror, id).reduce((most, child) => Math.max(most, heightOf(mirror, child)), 0)

/** Those of the rows that lie below no other of them. */
export function topmost(mirror: Mirror, ids: readonly string[]): readonly string[] {
  const all = new Set(ids)
  return ids.filter((id) => !ancestorsOf(mirror, id).some((above) => all.has(above)))
}

/** The nodes below one, or below the top for null, in the order of the outline. */
export function descendantsOf(mirror: Mirror, id: string | null): readonly string[] {
  const below: string[] = []
  const walk = (parentId: string | null): void => {
    for (const child of childrenOf(mirror, parentId)) {
      below.push(child)
      walk(child)
    }
  }
  walk(id)
  return below
}
