import type { Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import type { NodeRecord, PlanRecord, Records, TableName } from '../model/records.ts'
import { type Template, templateSchema } from '../model/template/template.ts'
import { layouts, toKnownRecord, toRecord } from '../tables.ts'
import { statement } from '../transaction.ts'

/** The record with this id. A command that names one that is gone is out of date. */
export function read<T extends TableName>(db: Database, table: T, id: string): Records[T] {
  const row = statement(db, `SELECT * FROM ${table} WHERE id = ?`).get(id)
  if (!row) throw new AppError('command.outdated', { what: table })
  return toRecord(table, row)
}

/** All records of a table that a condition on its columns selects; `tail` is SQL of ours, never of a user. */
export function readAll<T extends TableName>(
  db: Database,
  table: T,
  tail = '',
  ...values: readonly unknown[]
): readonly Records[T][] {
  return statement(db, `SELECT * FROM ${table} ${tail}`)
    .all(...values)
    .map((row) => toRecord(table, row))
}

/** As `readAll`, for many rows: without checking again what opening the workbook has checked. */
export function readMany<T extends TableName>(
  db: Database,
  table: T,
  tail = '',
  ...values: readonly unknown[]
): readonly Records[T][] {
  return statement(db, `SELECT ${layouts[table].columns.join(', ')} FROM ${table} ${tail}`)
    .all(...values)
    .map((row) => toKnownRecord(table, row))
}

/** Children of a node, or the top of a plan's outline, in order. Milestones and indicators are among them. */
export const readChildren = (db: Database, planId: string, parentId: string | null): readonly NodeRecord[] =>
  readMany(db, 'node', 'WHERE planId = ? AND parentId IS ? ORDER BY pos, id', planId, parentId)

/** Ids of a node and all below it, parents before children. */
export function subtreeIds(db: Database, nodeId: string): readonly string[] {
  const sql = `WITH RECURSIVE tree(id) AS (
    SELECT ? UNION SELECT node.id FROM node JOIN tree ON node.parentId = tree.id
  ) SELECT id FROM tree`
  return statement(db, sql)
    .all(nodeId)
    .map((row) => String(row.id))
}

/** How many levels the tallest branch from this node has; 1 = it has no children. */
export function heightOf(db: Database, nodeId: string): number {
  const sql = `WITH RECURSIVE tree(id, level) AS (
    SELECT ?, 1 UNION ALL SELECT node.id, level + 1 FROM node JOIN tree ON node.parentId = tree.id WHERE level < 100
  ) SELECT max(level) AS height FROM tree`
  return Number(statement(db, sql).get(nodeId)?.height)
}

/** Ids from a node up to the top of the outline, the node itself first. */
export function ancestorIds(db: Database, nodeId: string): readonly string[] {
  const sql = `WITH RECURSIVE up(id, parentId, level) AS (
    SELECT id, parentId, 1 FROM node WHERE id = ?
    UNION ALL SELECT node.id, node.parentId, level + 1 FROM node JOIN up ON node.id = up.parentId WHERE level < 100
  ) SELECT id FROM up ORDER BY level`
  return statement(db, sql)
    .all(nodeId)
    .map((row) => String(row.id))
}

export const readPlans = (db: Database): readonly PlanRecord[] => readAll(db, 'plan', 'ORDER BY pos, id')

/** The round of follow-up that is being written; null while there was none. */
export const latestRound = (db: Database): Records['round'] | null =>
  readAll(db, 'round', 'ORDER BY date DESC, id DESC LIMIT 1')[0] ?? null

/** The templates that the workbook holds, each checked against the schema. */
export const readTemplates = (db: Database): readonly Template[] =>
  readAll(db, 'template', 'ORDER BY key').map(({ doc }) => templateSchema.parse(JSON.parse(doc)))

export function readTemplate(db: Database, key: string): Template {
  const [row] = readAll(db, 'template', 'WHERE key = ?', key)
  if (!row) throw new AppError('command.outdated', { what: 'template' })
  return templateSchema.parse(JSON.parse(row.doc))
}

export const unitNames = (db: Database): ReadonlyMap<string, string> =>
  new Map(readAll(db, 'unit').map(({ id, name }) => [id, name]))

const SETTING_ORGANISATION = 'organisation'

export function readOrganisation(db: Database): string {
  const [row] = readAll(db, 'setting', 'WHERE key = ?', SETTING_ORGANISATION)
  return row?.value ?? ''
}
