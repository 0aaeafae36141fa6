import type { PastedNode } from '../../../db/model/pasted-node.ts'
import { BODY, type LinkKind, type NodeRecord, type Records } from '../../../db/model/records.ts'
import { childrenOf, type Mirror } from '../../state/mirror.ts'

type Units = ReadonlyMap<string, Records['unit']>

interface Source {
  readonly mirror: Mirror
  readonly units: Units
  /** As the user knows it, even if main has not heard of it yet. */
  readonly titleOf: (id: string) => string
}

/** Subtrees as they are pasted, each node with the id that it has here. Follow-up is not copied: it is of the original. */
export const copiedNodes = (from: Source, ids: readonly string[]): readonly PastedNode[] =>
  ids.flatMap((id) => {
    const node = from.mirror.nodes.get(id)
    return node ? [copied(from, node)] : []
  })

function copied(from: Source, node: NodeRecord): PastedNode {
  const { mirror, units } = from
  const { id, type } = node
  return {
    id,
    type,
    title: from.titleOf(id),
    ...textsOf(mirror, id),
    ...measureOf(mirror, id),
    ...(type === 'bidrag' ? { coordinators: coordinatorsOf(mirror, units, id) } : {}),
    ...(type === 'bidrag' ? { contributesTo: targetsOf(mirror, id, 'contributesTo') } : {}),
    ...(type === 'indsats' ? { realises: targetsOf(mirror, id, 'realises') } : {}),
    ...(type === 'section' ? { sectionKey: node.sectionKey, annex: node.annex === 1 } : {}),
    children: copiedNodes(from, childrenOf(mirror, id)),
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
