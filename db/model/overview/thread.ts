import { childrenOf, nodesAbove, nodesIn, type Overview, sourcesOf, targetsOf } from './overview.ts'
import type { OverviewNode } from './rows.ts'

/** The thread (den røde tråd): political goal → indsats → bidrag. */

/** Whether there are goals for indsatser to stand on. */
export const hasGoals = ({ rows }: Overview): boolean => rows.nodes.some(({ type }) => type === 'goal')

/**
 * The indsatser that no political goal stands behind: neither they nor what they stand under realise one. Indsatser in a plan
 * of goals were decided together with the goals.
 */
export function indsatserWithoutGoal(overview: Overview): readonly OverviewNode[] {
  const plansWithGoals = new Set(
    overview.rows.nodes.flatMap(({ type, planId }) => (type === 'goal' ? planId : [])),
  )
  return [...overview.plans.keys()]
    .filter((planId) => !plansWithGoals.has(planId))
    .flatMap((planId) => [...nodesIn(overview, planId)])
    .filter((node) => node.type === 'indsats' && !hasGoal(overview, node))
}

const hasGoal = (overview: Overview, node: OverviewNode): boolean =>
  [node, ...nodesAbove(overview, node)].some(({ id }) => realisesGoal(overview, id))

/** A reference to a plan that is not here yet is a goal too. */
const realisesGoal = ({ linksFrom }: Overview, id: string): boolean =>
  (linksFrom.get(id) ?? []).some(({ kind }) => kind === 'realises')

/** The bidrag to an indsats: those that link to it, then those that stand below it. */
export const bidragTo = (overview: Overview, indsats: string): readonly OverviewNode[] => [
  ...new Set([
    ...sourcesOf(overview, indsats, 'contributesTo'),
    ...childrenOf(overview, indsats).filter(({ type }) => type === 'bidrag'),
  ]),
]

/** Whether somebody contributes to the indsats, or to one below it. */
export const hasBidrag = (overview: Overview, { id }: OverviewNode): boolean =>
  bidragTo(overview, id).length > 0 ||
  [...nodesIn(overview, id)].some((node) => node.type === 'bidrag' || bidragTo(overview, node.id).length > 0)

/** Whether the bidrag says what it serves, also where that is in a plan that is not here yet. */
export const hasIndsats = (overview: Overview, node: OverviewNode): boolean =>
  (overview.linksFrom.get(node.id) ?? []).some(({ kind }) => kind === 'contributesTo') ||
  [...nodesAbove(overview, node)].some(({ type }) => type === 'indsats')

/** The indsatser that realise a goal. */
export const indsatserFor = (overview: Overview, goal: string): readonly OverviewNode[] =>
  sourcesOf(overview, goal, 'realises')

/** The units whose task it is to coordinate an indsats: that of its plan, and those that it names. */
export function unitsBehind(
  { plans, coordinators }: Overview,
  { id, planId }: OverviewNode,
): readonly string[] {
  const unit = plans.get(planId)?.unitId
  return [...(unit === undefined ? [] : [unit]), ...(coordinators.get(id) ?? [])]
}

/** The indsatser in the workbook that a bidrag serves by its links. */
export const indsatserOf = (overview: Overview, bidrag: string): readonly OverviewNode[] =>
  targetsOf(overview, bidrag, 'contributesTo')
