import type { Database } from 'better-sqlite3'
import type { OverviewMilestone, OverviewNode, OverviewRows, OverviewStatus } from '../model/overview/rows.ts'
import { recordSchemas } from '../model/records.ts'
import { outlineType } from '../model/template/template.ts'
import type { Row } from '../tables.ts'
import { statement } from '../transaction.ts'
import { latestRound, readMany } from './read.ts'

/**
 * The outline of all plans at once, for the pages that look over the whole workbook. Of the texts only their keys are read:
 * the texts themselves are nearly all of a file.
 */
export function overviewRows(db: Database): OverviewRows {
  const round = latestRound(db)
  return {
    nodes: readNodes(db),
    milestones: rowsOf(db, MILESTONES).map(toMilestone),
    links: readMany(db, 'link', 'ORDER BY pos, id'),
    coordinators: rowsOf(db, COORDINATORS).map(({ nodeId, unitId }) => ({
      nodeId: String(nodeId),
      unitId: String(unitId),
    })),
    statuses: round ? statement(db, STATUSES).all(round.id).map(toStatus) : [],
    round,
  }
}

const NODES = `SELECT id, planId, parentId, type, title, sectionKey FROM node
  WHERE type NOT IN ('milestone', 'indicator') ORDER BY pos, id`

const MEASURES = `SELECT parentId, sum(type = 'indicator') AS indicators, sum(type = 'milestone') AS milestones
  FROM node WHERE type IN ('milestone', 'indicator') GROUP BY parentId`

/** An empty text is `[]`; what a text says is not read to tell its length. */
const FILLED = `SELECT nodeId, json_group_array(key) AS keys FROM field
  WHERE octet_length(doc) > 2 GROUP BY nodeId`

const MILESTONES = `SELECT node.id, planId, parentId, title, whenText, responsible
  FROM node CROSS JOIN milestone ON milestone.id = node.id WHERE type = 'milestone' ORDER BY pos, node.id`

const COORDINATORS = 'SELECT nodeId, unitId FROM coordinator ORDER BY pos, id'

const STATUSES = 'SELECT nodeId, light FROM status WHERE roundId = ?'

function readNodes(db: Database): readonly OverviewNode[] {
  const filled = new Map(rowsOf(db, FILLED).map(({ nodeId, keys }) => [nodeId, String(keys)]))
  const measures = new Map(rowsOf(db, MEASURES).map((row) => [row.parentId, row]))
  return rowsOf(db, NODES).map((row) => ({
    id: String(row.id),
    planId: String(row.planId),
    parentId: textOrNull(row.parentId),
    type: outlineType.parse(row.type),
    title: String(row.title),
    sectionKey: textOrNull(row.sectionKey),
    filled: JSON.parse(filled.get(row.id) ?? '[]'),
    indicators: Number(measures.get(row.id)?.indicators ?? 0),
    milestones: Number(measures.get(row.id)?.milestones ?? 0),
  }))
}

const rowsOf = (db: Database, sql: string): readonly Row[] => statement(db, sql).all()

const toMilestone = (row: Row): OverviewMilestone => ({
  id: String(row.id),
  planId: String(row.planId),
  parentId: textOrNull(row.parentId),
  title: String(row.title),
  whenText: textOrNull(row.whenText),
  responsible: textOrNull(row.responsible),
})

const light = recordSchemas.status.shape.light

const toStatus = ({ nodeId, light: shown }: Row): OverviewStatus => ({
  nodeId: String(nodeId),
  light: light.parse(shown),
})

const textOrNull = (value: Row[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value)
