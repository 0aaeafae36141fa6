import type { PlanRecord } from '../records.ts'
import { nextTime } from '../time/next-time.ts'
import { childrenOf, milestonesOf, type Overview, periodOf } from './overview.ts'
import type { OverviewNode } from './rows.ts'
import { bidragTo, hasGoals, indsatserFor, indsatserWithoutGoal } from './thread.ts'

/** The thread from political goal to bidrag, as a tree. */
export interface GoalBranch {
  /** Unlike any other in the tree: an indsats stands under every goal that it realises. */
  readonly key: string
  readonly what: Thing
  readonly children: readonly GoalBranch[]
  /** A goal that no indsats realises, or an indsats that no goal stands behind. */
  readonly isGap: boolean
}

/** `loose` gathers the indsatser that no goal stands behind. */
export type Thing =
  | { readonly kind: 'plan'; readonly plan: PlanRecord }
  | { readonly kind: 'loose' }
  | { readonly kind: 'node'; readonly node: OverviewNode }

/** Nothing where the workbook has no goals: then there is nothing that indsatser could be missing. */
export function goalTree(overview: Overview): readonly GoalBranch[] {
  if (!hasGoals(overview)) return []
  const plans = [...overview.plans.values()].flatMap((plan): readonly GoalBranch[] => {
    const children = goalBranches(overview, plan.id)
    return children.length === 0 ? [] : [branch(plan.id, { kind: 'plan', plan }, children)]
  })
  const loose = looseBranches(overview)
  return loose.length === 0 ? plans : [...plans, branch('loose', { kind: 'loose' }, loose)]
}

const branch = (key: string, what: Thing, children: readonly GoalBranch[], isGap = false): GoalBranch => ({
  key,
  what,
  children,
  isGap,
})

const nodeBranch = (key: string, node: OverviewNode, children: readonly GoalBranch[], isGap = false) =>
  branch(key, { kind: 'node', node }, children, isGap)

/** The goals below a node or plan; what only holds goals stands around them. Who realises a goal realises all parts of it. */
function goalBranches(overview: Overview, id: string, isRealised = false): readonly GoalBranch[] {
  return childrenOf(overview, id).flatMap((node) => {
    const indsatser = indsatserFor(overview, node.id).map((each) => indsatsBranch(overview, each, node.id))
    const goals = goalBranches(overview, node.id, isRealised || indsatser.length > 0)
    if (node.type !== 'goal') return goals.length === 0 ? [] : [nodeBranch(node.id, node, goals)]
    const isGap = !isRealised && indsatser.length === 0 && goals.every((goal) => goal.isGap)
    return [nodeBranch(node.id, node, [...indsatser, ...goals], isGap)]
  })
}

/** An indsats with the indsatser that it is divided into, and the bidrag to it. */
function indsatsBranch(overview: Overview, node: OverviewNode, under: string, isGap = false): GoalBranch {
  const key = `${under} ${node.id}`
  const parts = childrenOf(overview, node.id).filter(({ type }) => type === 'indsats')
  const children = [
    ...parts.map((part) => indsatsBranch(overview, part, key)),
    ...bidragTo(overview, node.id).map((bidrag) => nodeBranch(`${key} ${bidrag.id}`, bidrag, [])),
  ]
  return nodeBranch(key, node, children, isGap)
}

/** Plan by plan. An indsats below one that is in the list already stands under it. */
function looseBranches(overview: Overview): readonly GoalBranch[] {
  const loose = indsatserWithoutGoal(overview)
  const ids = new Set(loose.map(({ id }) => id))
  const tops = loose.filter(({ parentId }) => !ids.has(parentId ?? ''))
  return [...Map.groupBy(tops, ({ planId }) => planId)].flatMap(([planId, nodes]) => {
    const plan = overview.plans.get(planId)
    const key = `loose ${planId}`
    const children = nodes.map((node) => indsatsBranch(overview, node, key, true))
    return plan ? [branch(key, { kind: 'plan', plan }, children)] : []
  })
}

/** The branches that hold a gap, and of those only the way to it. */
export const gapsOf = (branches: readonly GoalBranch[]): readonly GoalBranch[] =>
  branches.flatMap((each) => {
    const children = gapsOf(each.children)
    return each.isGap || children.length > 0 ? [{ ...each, children }] : []
  })

/** The time of the next milestone of an indsats or bidrag as it is written; null = none is ahead. `today` is `YYYY-MM-DD`. */
export function nextMilestone(overview: Overview, node: OverviewNode, today: string): string | null {
  const plan = overview.plans.get(node.planId)
  const texts = milestonesOf(overview, node.id).flatMap(({ whenText }) => whenText ?? [])
  return plan ? (nextTime(texts, periodOf(plan), today)?.text ?? null) : null
}

/** How much of each there is, and how much of it has no other end. */
export interface GoalCounts {
  readonly goals: number
  readonly goalsWithout: number
  readonly loose: number
}

export function goalCounts(tree: readonly GoalBranch[]): GoalCounts {
  const all = [...branchesIn(tree)]
  const isType = (type: OverviewNode['type']) => (each: GoalBranch) =>
    each.what.kind === 'node' && each.what.node.type === type
  const goals = all.filter(isType('goal'))
  return {
    goals: goals.length,
    goalsWithout: goals.filter(({ isGap }) => isGap).length,
    loose: all.filter(isType('indsats')).filter(({ isGap }) => isGap).length,
  }
}

function* branchesIn(tree: readonly GoalBranch[]): Generator<GoalBranch> {
  for (const each of tree) {
    yield each
    yield* branchesIn(each.children)
  }
}
