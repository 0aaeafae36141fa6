import { newId } from '../../../db/model/ids.ts'
import type { PastedNode } from '../../../db/model/pasted-node.ts'
import { BODY, type LinkKind, type NodeRecord, type Records } from '../../../db/model/records.ts'
import { childrenOf, type Mirror } from '../../state/mirror.ts'

type Units = ReadonlyMap<string, Records['unit']>

/** Subtrees as they are pasted, each node with the id that it has here. Follow-up is not copied: it is of the original. */
export const copiedNodes = (mirror: Mirror, units: Units, ids: readonly string[]): readonly PastedNode[] =>
  ids.flatMap((id) => {
    const node = mirror.nodes.get(id)
    return node ? [copied(mirror, units, node)] : []
  })

function copied(mirror: Mirror, units: Units, node: NodeRecord): PastedNode {
  const { id, type, title } = node
  return {
    id,
    type,
    title,
    ...textsOf(mirror, id),
    ...measureOf(mirror, id),
    ...(type === 'bidrag' ? { coordinators: coordinatorsOf(mirror, units, id) } : {}),
    ...(type === 'bidrag' ? { contributesTo: targetsOf(mirror, id, 'contributesTo') } : {}),
    ...(type === 'indsats' ? { realises: targetsOf(mirror, id, 'realises') } : {}),
    ...(type === 'section' ? { sectionKey: node.sectionKey, annex: node.annex === 1 } : {}),
    children: copiedNodes(mirror, units, childrenOf(mirror, id)),
  }
}

function textsOf(mirror: Mirror, id: string): Pick<PastedNode, 'text' | 'fields'> {
  const all = mirror.fields.get(id) ?? []
  const text = all.find(({ key }) => key === BODY)
  const fields = all.filter(({ key }) => key !== BODY)
  return {
    ...(text ? { text: text.doc } : {}),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields.map(({ key, doc }) => [key, doc])) } : {}),
  }
}

function measureOf(mirror: Mirror, id: string): Pick<PastedNode, 'milestone' | 'indicator'> {
  const milestone = mirror.milestones.get(id)
  if (milestone) return { milestone: { whenText: milestone.whenText, responsible: milestone.responsible } }
  const indicator = mirror.indicators.get(id)
  if (!indicator) return {}
  const { unit, baseline, target, whenText } = indicator
  return { indicator: { unit, baseline, target, whenText } }
}

const coordinatorsOf = (mirror: Mirror, units: Units, id: string): readonly string[] =>
  (mirror.coordinators.get(id) ?? []).flatMap(({ unitId }) => units.get(unitId)?.name ?? [])

const targetsOf = (mirror: Mirror, id: string, kind: LinkKind): readonly string[] =>
  (mirror.links.get(id) ?? []).flatMap((link) => (link.kind === kind ? (link.toNode ?? []) : []))

/** The same nodes with ids of their own; links between them join the copies, links to others stay. */
export function withNewIds(nodes: readonly PastedNode[]): readonly PastedNode[] {
  const ids = new Map<string, string>()
  const gather = ({ id, children }: PastedNode): void => {
    if (id !== undefined) ids.set(id, newId())
    for (const child of children) gather(child)
  }
  for (const node of nodes) gather(node)
  const join = (targets: readonly string[]) => targets.map((target) => ids.get(target) ?? target)
  const renew = (node: PastedNode): PastedNode => ({
    ...node,
    id: ids.get(node.id ?? '') ?? newId(),
    ...(node.contributesTo ? { contributesTo: join(node.contributesTo) } : {}),
    ...(node.realises ? { realises: join(node.realises) } : {}),
    children: node.children.map(renew),
  })
  return nodes.map(renew)
}
