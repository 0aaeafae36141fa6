import type { Database } from 'better-sqlite3'
import type { Records } from '../model/records.ts'
import { type NodeType, nodeType } from '../model/template/template.ts'
import type { Row } from '../tables.ts'
import { statement } from '../transaction.ts'
import { latestRound, read, readMany } from './read.ts'

/** All that belongs to one plan, row by row, as the window keeps it; in order where the rows have one. */
export interface PlanRows {
  readonly nodes: readonly Records['node'][]
  readonly fields: readonly Records['field'][]
  readonly cover: readonly Records['cover'][]
  readonly milestones: readonly Records['milestone'][]
  readonly indicators: readonly Records['indicator'][]
  readonly links: readonly Records['link'][]
  readonly coordinators: readonly Records['coordinator'][]
  /** Of the latest round of follow-up. */
  readonly statuses: readonly Records['status'][]
  /** The nodes in other plans that nodes here link to. */
  readonly targets: readonly LinkTarget[]
  /** The nodes in other plans that link to nodes here. */
  readonly contributors: readonly Contributor[]
}

export interface LinkTarget {
  readonly id: string
  readonly planId: string
  readonly planTitle: string
  readonly type: NodeType
  readonly title: string
}

export interface Contributor {
  /** The node here. */
  readonly nodeId: string
  readonly fromId: string
  readonly planId: string
  readonly planTitle: string
  readonly unit: string
  readonly title: string
}

/** The rows of a plan. Throws `command.outdated` where there is no such plan. */
export function planRows(db: Database, planId: string): PlanRows {
  read(db, 'plan', planId)
  const below = 'IN (SELECT id FROM node WHERE planId = ?)'
  const round = latestRound(db)
  return {
    nodes: readMany(db, 'node', 'WHERE planId = ? ORDER BY pos, id', planId),
    fields: readMany(db, 'field', `WHERE nodeId ${below}`, planId),
    cover: readMany(db, 'cover', 'WHERE planId = ? ORDER BY key', planId),
    milestones: readMany(db, 'milestone', `WHERE id ${below}`, planId),
    indicators: readMany(db, 'indicator', `WHERE id ${below}`, planId),
    links: readMany(db, 'link', `WHERE fromNode ${below} ORDER BY pos, id`, planId),
    coordinators: readMany(db, 'coordinator', `WHERE nodeId ${below} ORDER BY pos, id`, planId),
    statuses: round ? readMany(db, 'status', `WHERE roundId = ? AND nodeId ${below}`, round.id, planId) : [],
    targets: statement(db, TARGETS).all(planId, planId).map(toTarget),
    contributors: statement(db, CONTRIBUTORS).all(planId, planId).map(toContributor),
  }
}

const TARGETS = `SELECT DISTINCT node.id, node.planId, plan.title AS planTitle, node.type, node.title
  FROM node source CROSS JOIN link ON link.fromNode = source.id
  CROSS JOIN node ON node.id = link.toNode CROSS JOIN plan ON plan.id = node.planId
  WHERE source.planId = ? AND node.planId <> ? ORDER BY plan.pos, plan.id, node.id`

const CONTRIBUTORS = `SELECT link.toNode AS nodeId, source.id AS fromId, source.planId, plan.title AS planTitle,
    unit.name AS unit, source.title
  FROM node CROSS JOIN link ON link.toNode = node.id
  CROSS JOIN node source ON source.id = link.fromNode CROSS JOIN plan ON plan.id = source.planId
  CROSS JOIN unit ON unit.id = plan.unitId
  WHERE node.planId = ? AND source.planId <> ? ORDER BY plan.pos, plan.id, source.id, link.id`

const toTarget = ({ id, planId, planTitle, type, title }: Row): LinkTarget => ({
  id: String(id),
  planId: String(planId),
  planTitle: String(planTitle),
  type: nodeType.parse(type),
  title: String(title),
})

const toContributor = ({ nodeId, fromId, planId, planTitle, unit, title }: Row): Contributor => ({
  nodeId: String(nodeId),
  fromId: String(fromId),
  planId: String(planId),
  planTitle: String(planTitle),
  unit: String(unit),
  title: String(title),
})
