import BetterSqlite3, { type Database } from 'better-sqlite3'
import { MAX_NODES, MAX_TEXT_BYTES, MAX_WHOLE_PLAN_BYTES } from '../limits.ts'
import { AppError } from '../model/errors.ts'
import { MAX_OUTLINE_DEPTH } from '../model/outline.ts'
import { tableNames } from '../model/records.ts'
import { schema } from '../schema.ts'

/** A plan's frozen state, what the history keeps of one that was removed, and texts that wait in a conflict. */
const wholePlans = new Set([
  'snapshot.doc',
  'change.old',
  'conflict.firstValue',
  'conflict.secondValue',
  'conflict.beforeValue',
])

/** The columns of each table that hold text. */
const textColumns = (() => {
  const db = new BetterSqlite3(':memory:')
  for (const statement of schema) db.exec(statement)
  const rows = db
    .prepare<[], { table: string; columns: string }>(
      `SELECT m.name AS "table", group_concat(c.name) AS columns FROM sqlite_schema m, pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.type = 'TEXT' GROUP BY m.name`,
    )
    .all()
  db.close()
  return rows.map(({ table, columns }) => ({ table, columns: columns.split(',') }))
})()

/** Sizes alone, read without the texts themselves: for before anything is loaded. Throws `workbook.too-big`. */
export function checkSizes(db: Database, file: string): void {
  const { nodes } = db.prepare<[], { nodes: number }>('SELECT count(*) AS nodes FROM node').get() ?? {
    nodes: 0,
  }
  if (nodes > MAX_NODES) throw new AppError('workbook.too-big', { file, finding: `${nodes} nodes` })
  for (const { table, columns } of textColumns) {
    const tooLong = columns.map((column) => {
      const limit = wholePlans.has(`${table}.${column}`) ? MAX_WHOLE_PLAN_BYTES : MAX_TEXT_BYTES
      return `octet_length(${column}) > ${limit}`
    })
    const found = db.prepare(`SELECT 1 FROM ${table} WHERE ${tooLong.join(' OR ')} LIMIT 1`).get()
    if (found) throw new AppError('workbook.too-big', { file, finding: `a text in ${table}` })
  }
}

const tree = (table: string): string => `WITH RECURSIVE reached (id, depth) AS (
    SELECT id, 1 FROM ${table} WHERE parentId IS NULL
    UNION ALL
    SELECT child.id, depth + 1 FROM reached JOIN ${table} child ON child.parentId = reached.id WHERE depth < ${MAX_OUTLINE_DEPTH}
  ) SELECT 1 WHERE (SELECT count(*) FROM reached) < (SELECT count(*) FROM ${table})`

const satellite = (table: string): string =>
  `SELECT 1 FROM ${table} JOIN node USING (id) WHERE node.type <> '${table}'`

interface Rule {
  readonly finding: string
  /** Finds nothing in a sound workbook. */
  readonly query: string
}

/** What must hold between rows beyond the schema's own constraints. */
const rulesOfRows: readonly Rule[] = [
  { finding: 'outline in a circle or too deep', query: tree('node') },
  { finding: 'units in a circle or too deep', query: tree('unit') },
  {
    finding: 'child in another plan than its parent',
    query:
      'SELECT 1 FROM node JOIN node parent ON parent.id = node.parentId WHERE parent.planId <> node.planId',
  },
  { finding: 'milestone of another node type', query: satellite('milestone') },
  { finding: 'indicator of another node type', query: satellite('indicator') },
]

const rules: readonly Rule[] = [
  ...rulesOfRows,
  {
    finding: 'history of an unknown table',
    query: `SELECT 1 FROM change WHERE tbl NOT IN (${tableNames.map((table) => `'${table}'`).join(', ')})`,
  },
  {
    finding: 'no workbook id',
    query: "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'workbookId' AND length(value) = 36)",
  },
  ...textColumns.map(({ table, columns }) => ({
    finding: `NUL in a text of ${table}`,
    query: `SELECT 1 FROM ${table} WHERE ${columns.map((column) => `instr(${column}, char(0))`).join(' OR ')}`,
  })),
]

/** Which of the rules between rows is broken; null = none. Some hundredths of a second for 10,000 nodes. */
export const brokenRule = (db: Database): string | null =>
  rulesOfRows.find(({ query }) => db.prepare(`${query} LIMIT 1`).get())?.finding ?? null

/** Throws `workbook.foreign-content`: a sound database, but nothing that this program could have written. */
export function checkRules(db: Database, file: string): void {
  for (const { finding, query } of rules) {
    if (db.prepare(`${query} LIMIT 1`).get())
      throw new AppError('workbook.foreign-content', { file, finding })
  }
}
