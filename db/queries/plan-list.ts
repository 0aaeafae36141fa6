import type { Database } from 'better-sqlite3'
import type { PlanRecord } from '../model/records.ts'
import { statement } from '../transaction.ts'
import { readPlans, unitNames } from './read.ts'

/** A plan in the list of plans. */
export interface PlanSummary {
  readonly plan: PlanRecord
  readonly unit: string
  /** Milestones and indicators counted. */
  readonly nodes: number
  readonly indsatser: number
  readonly bidrag: number
}

/** All plans in order. */
export function planList(db: Database): readonly PlanSummary[] {
  const units = unitNames(db)
  const counts = new Map(
    statement(db, COUNTS)
      .all()
      .map(({ planId, nodes, indsatser, bidrag }) => [
        String(planId),
        { nodes: Number(nodes), indsatser: Number(indsatser), bidrag: Number(bidrag) },
      ]),
  )
  const none = { nodes: 0, indsatser: 0, bidrag: 0 }
  return readPlans(db).map((plan) => ({
    plan,
    unit: units.get(plan.unitId) ?? '',
    ...(counts.get(plan.id) ?? none),
  }))
}

const COUNTS = `SELECT planId, count(*) AS nodes, sum(type = 'indsats') AS indsatser, sum(type = 'bidrag') AS bidrag
  FROM node GROUP BY planId`
