import type { Database } from 'better-sqlite3'
import type { PacketChoice, PacketChoices } from '../model/packet.ts'
import type { PlanRecord } from '../model/records.ts'
import { ruleOf } from '../model/template/rules.ts'
import { readAll, readTemplate, unitNames } from '../queries/read.ts'
import { statement } from '../transaction.ts'

/** The indsatser that a packet for the unit could be about: first those that it contributes to, then all others. */
export function packetChoices(db: Database, unitId: string): PacketChoices {
  const plans = new Map(readAll(db, 'plan').map((plan) => [plan.id, plan]))
  const units = unitNames(db)
  const bidrag = bidragByIndsats(db, unitId)
  const rows = statement(
    db,
    `SELECT node.id, node.title, node.planId FROM node JOIN plan ON plan.id = node.planId
     WHERE node.type = 'indsats' ORDER BY plan.pos, plan.id, node.pos, node.id`,
  ).all()
  const indsatser = rows.map((row): PacketChoice => {
    const id = String(row.id)
    const plan = plans.get(String(row.planId))
    return {
      id,
      title: String(row.title),
      planTitle: plan?.title ?? '',
      unit: units.get(plan?.unitId ?? '') ?? '',
      bidrag: bidrag.get(id)?.map(({ id, title }) => ({ id, title })) ?? [],
    }
  })
  const own = indsatser.filter((choice) => choice.bidrag.length > 0)
  const others = indsatser.filter((choice) => choice.bidrag.length === 0)
  return { indsatser: [...own, ...others], hasPlan: planForBidrag(db, unitId) !== null }
}

interface Bidrag {
  readonly id: string
  readonly title: string
  readonly planId: string
}

/**
 * A unit's bidrag are those in its own plans. Those elsewhere that name it as the coordinator are others' bidrag to what it
 * coordinates.
 */
export function bidragByIndsats(db: Database, unitId: string): ReadonlyMap<string, readonly Bidrag[]> {
  const rows = statement(
    db,
    `SELECT DISTINCT node.id, node.title, node.planId, link.toNode, node.pos
     FROM plan JOIN node ON node.planId = plan.id JOIN link ON link.fromNode = node.id
     WHERE plan.unitId = ? AND node.type = 'bidrag' AND link.kind = 'contributesTo' AND link.toNode IS NOT NULL
     ORDER BY node.pos, node.id`,
  ).all(unitId)
  const groups = Map.groupBy(rows, ({ toNode }) => String(toNode))
  return new Map(
    Array.from(groups, ([indsats, found]) => [
      indsats,
      found.map((row) => ({ id: String(row.id), title: String(row.title), planId: String(row.planId) })),
    ]),
  )
}

/** The unit's newest plan of a kind that holds bidrag. */
export function planForBidrag(db: Database, unitId: string): PlanRecord | null {
  const plans = readAll(db, 'plan', 'WHERE unitId = ? ORDER BY periodFrom DESC, pos, id', unitId)
  return plans.find((plan) => ruleOf(readTemplate(db, plan.template), 'bidrag') !== undefined) ?? null
}
