import { formatPeriod } from '../../../db/model/period.ts'
import type { LinkKind, LinkRecord } from '../../../db/model/records.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import type { LinkTarget } from '../../../preload/contract.ts'
import type { WorkbookState } from '../../state/workbook.ts'

/** A link of a node with what it leads to. */
export interface ChosenNode {
  readonly id: string
  readonly title: string
  /** The plan that it stands in. */
  readonly where: string
  /** null = not in the workbook (yet); such a reference is kept as it was written. */
  readonly toNode: string | null
  /** null = not known here */
  readonly planId: string | null
}

type Known = Pick<WorkbookState, 'mirror' | 'plans' | 'units'>

/** A plan among others: »Målaftale 2027-29, Direktionen«; the open one is »denne plan«. */
export function planName({ mirror, plans, units }: Known, planId: string): string {
  if (planId === mirror?.planId) return detailsTexts.links.thisPlan
  const plan = plans.get(planId)
  if (!plan) return detailsTexts.links.elsewhere
  const title = `${plan.title} ${formatPeriod({ from: plan.periodFrom, to: plan.periodTo })}`
  const unit = units.get(plan.unitId)?.name
  return unit === undefined ? title : `${title}, ${unit}`
}

/** The links of one kind, in order. `found` are nodes of other plans that the mirror does not know of. */
export function chosenNodes(
  known: Known,
  found: ReadonlyMap<string, LinkTarget>,
  nodeId: string,
  kind: LinkKind,
): readonly ChosenNode[] {
  const links = known.mirror?.links.get(nodeId) ?? []
  return links.filter((link) => link.kind === kind).map((link) => chosenNode(known, found, link))
}

function chosenNode(
  known: Known,
  found: ReadonlyMap<string, LinkTarget>,
  { id, toNode, toRef }: LinkRecord,
): ChosenNode {
  const { links: texts, noTitle } = detailsTexts
  if (toNode === null) return { id, toNode, title: texts.unknown(toRef ?? ''), where: '', planId: null }
  const { mirror } = known
  const target = mirror?.nodes.get(toNode) ?? mirror?.targets.get(toNode) ?? found.get(toNode)
  return {
    id,
    toNode,
    title: target?.title || noTitle,
    where: target ? planName(known, target.planId) : texts.elsewhere,
    planId: target?.planId ?? null,
  }
}

/** Who contributes to an indsats: a node, and the plan that it stands in. */
export interface Contribution {
  readonly planId: string
  readonly nodeId: string
  readonly title: string
  readonly where: string
}

/** Contributions from this plan first, in the order of its outline's rows, then those from other plans. */
export function contributionsTo(known: Known, nodeId: string): readonly Contribution[] {
  const { mirror } = known
  if (!mirror) return []
  const own = [...mirror.links.values()]
    .flat()
    .filter(({ kind, toNode }) => kind === 'contributesTo' && toNode === nodeId)
    .map(({ fromNode }) => ({
      planId: mirror.planId,
      nodeId: fromNode,
      title: mirror.nodes.get(fromNode)?.title ?? '',
    }))
  const others = (mirror.contributors.get(nodeId) ?? []).map(({ planId, fromId, title }) => ({
    planId,
    nodeId: fromId,
    title,
  }))
  return [...own, ...others].map((each) => ({
    ...each,
    title: each.title || detailsTexts.noTitle,
    where: planName(known, each.planId),
  }))
}
