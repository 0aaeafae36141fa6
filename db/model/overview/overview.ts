import type { Period } from '../period.ts'
import type { LinkRecord, PlanRecord } from '../records.ts'
import type { Light, OverviewMilestone, OverviewNode, OverviewRows } from './rows.ts'

/** The rows of all plans by what one asks them for. */
export interface Overview {
  readonly rows: OverviewRows
  /** In order. */
  readonly plans: ReadonlyMap<string, PlanRecord>
  /** Plan by plan, as they are read. */
  readonly nodes: ReadonlyMap<string, OverviewNode>
  readonly milestones: ReadonlyMap<string, readonly OverviewMilestone[]>
  readonly lights: ReadonlyMap<string, Light>
  /** Ids of the units that coordinate what the node contributes to. */
  readonly coordinators: ReadonlyMap<string, readonly string[]>
  readonly linksFrom: ReadonlyMap<string, readonly LinkRecord[]>
  /** In the order of the nodes that they come from. */
  readonly linksTo: ReadonlyMap<string, readonly LinkRecord[]>
  /** The nodes directly below one, or by the id of a plan, those at its top. */
  readonly children: ReadonlyMap<string, readonly OverviewNode[]>
}

export function overviewOf(rows: OverviewRows, plans: Iterable<PlanRecord>): Overview {
  const inOrder = [...plans].toSorted((a, b) => compare(a.pos, b.pos) || compare(a.id, b.id))
  const children = Map.groupBy(rows.nodes, ({ parentId, planId }) => parentId ?? planId)
  const asRead = inOrder.flatMap(({ id }) => [...nodesIn({ children }, id)])
  const linksFrom = Map.groupBy(rows.links, ({ fromNode }) => fromNode)
  return {
    rows,
    plans: new Map(inOrder.map((plan) => [plan.id, plan])),
    nodes: new Map(asRead.map((node) => [node.id, node])),
    children,
    milestones: Map.groupBy(rows.milestones, ({ parentId, planId }) => parentId ?? planId),
    lights: new Map(rows.statuses.map(({ nodeId, light }) => [nodeId, light])),
    coordinators: unitsByNode(rows),
    linksFrom,
    linksTo: Map.groupBy(
      asRead.flatMap(({ id }) => linksFrom.get(id) ?? []),
      ({ toNode }) => toNode ?? '',
    ),
  }
}

/** As SQL and the order of positions compare. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const unitsByNode = ({ coordinators }: OverviewRows): Overview['coordinators'] =>
  new Map(
    [...Map.groupBy(coordinators, ({ nodeId }) => nodeId)].map(([nodeId, own]) => [
      nodeId,
      own.map(({ unitId }) => unitId),
    ]),
  )

export const periodOf = ({ periodFrom, periodTo }: PlanRecord): Period => ({ from: periodFrom, to: periodTo })

export const childrenOf = ({ children }: Pick<Overview, 'children'>, id: string): readonly OverviewNode[] =>
  children.get(id) ?? []

export const milestonesOf = ({ milestones }: Overview, id: string): readonly OverviewMilestone[] =>
  milestones.get(id) ?? []

/** A plan's nodes as they are read, from the top down; or a node and all below it. */
export function* nodesIn(overview: Pick<Overview, 'children'>, id: string): Generator<OverviewNode> {
  for (const child of childrenOf(overview, id)) {
    yield child
    yield* nodesIn(overview, child.id)
  }
}

/** From the parent up to the top. */
export function* nodesAbove({ nodes }: Overview, { parentId }: OverviewNode): Generator<OverviewNode> {
  for (let node = nodes.get(parentId ?? ''); node; node = nodes.get(node.parentId ?? '')) yield node
}

/** The nodes in the workbook that a node links to, in order. */
export const targetsOf = (
  { linksFrom, nodes }: Overview,
  nodeId: string,
  kind: LinkRecord['kind'],
): readonly OverviewNode[] =>
  (linksFrom.get(nodeId) ?? []).flatMap((link) =>
    link.kind === kind && link.toNode !== null ? (nodes.get(link.toNode) ?? []) : [],
  )

/** The nodes that link to a node. */
export const sourcesOf = (
  { linksTo, nodes }: Overview,
  nodeId: string,
  kind: LinkRecord['kind'],
): readonly OverviewNode[] =>
  (linksTo.get(nodeId) ?? []).flatMap((link) => (link.kind === kind ? (nodes.get(link.fromNode) ?? []) : []))
