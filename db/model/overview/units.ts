import { inDanishOrder } from '../danish.ts'
import type { Records } from '../records.ts'
import type { Template } from '../template/template.ts'
import { nodesIn, type Overview } from './overview.ts'

/** A unit and its part in the workbook. */
export interface UnitSummary {
  readonly unit: Records['unit']
  readonly plans: number
  /** Indsatser of its own plans that other units may contribute to, and those that name it as their coordinator. */
  readonly coordinated: number
  /** Bidrag in its own plans. */
  readonly bidrag: number
}

/** Sorted as Danish sorts. `templates` by key. */
export function unitSummaries(
  overview: Overview,
  units: Iterable<Records['unit']>,
  templates: ReadonlyMap<string, Template>,
): readonly UnitSummary[] {
  const plans = Map.groupBy(overview.plans.values(), ({ unitId }) => unitId)
  const coordinated = coordinatedBy(overview, templates)
  return [...units]
    .toSorted((a, b) => inDanishOrder(a.name, b.name))
    .map((unit) => {
      const own = plans.get(unit.id) ?? []
      const bidrag = own.flatMap(({ id }) =>
        [...nodesIn(overview, id)].filter(({ type }) => type === 'bidrag'),
      )
      return {
        unit,
        plans: own.length,
        coordinated: coordinated.get(unit.id)?.size ?? 0,
        bidrag: bidrag.length,
      }
    })
}

function coordinatedBy(
  { rows, plans, coordinators }: Overview,
  templates: ReadonlyMap<string, Template>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const indsatser = new Map<string, Set<string>>()
  const add = (unit: string, node: string) =>
    indsatser.set(unit, (indsatser.get(unit) ?? new Set()).add(node))
  for (const { id, planId, type } of rows.nodes) {
    if (type !== 'indsats') continue
    const plan = plans.get(planId)
    if (plan && templates.get(plan.template)?.nodes.bidrag) add(plan.unitId, id)
    for (const unit of coordinators.get(id) ?? []) add(unit, id)
  }
  return indsatser
}
