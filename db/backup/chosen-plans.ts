import type { Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import type { TableName } from '../model/records.ts'
import { layouts, type Row } from '../tables.ts'
import { statement, type Tx } from '../transaction.ts'
import { planOwners } from './plan-owners.ts'
import { type RowDifference, rowDifferences } from './row-differences.ts'

/**
 * The rows to make as they were so that these plans are: their own, those that they lean on where they are gone (a unit, a
 * round, a template), and the links of other plans to nodes that go and come with them. Throws `command.outdated` where the
 * state has no such plan.
 */
export function planRowsToRestore(
  { db }: Pick<Tx, 'db'>,
  was: Database,
  plans: readonly string[],
): readonly RowDifference[] {
  const chosen = new Set(plans)
  for (const id of chosen) {
    if (!rowOf(was, 'plan', id)) throw new AppError('command.outdated', { what: 'plan' })
  }
  const all = rowDifferences(was, db)
  const rows = ownRows(all, planOwners(was), planOwners(db), chosen)
  const state = { was, now: db, own: new Map(rows.map((row) => [nameOf(row), row])), all }
  return [...rows.map((row) => standingAlone(state, row)), ...linksOfOthers(state), ...leantOn(state)]
}

const nameOf = ({ table, id }: Pick<RowDifference, 'table' | 'id'>): string => `${table} ${id}`

type OwnerOf = ReturnType<typeof planOwners>

function ownRows(
  all: readonly RowDifference[],
  ownerWas: OwnerOf,
  ownerNow: OwnerOf,
  chosen: ReadonlySet<string>,
): readonly RowDifference[] {
  const isChosen = (owner: OwnerOf, table: TableName, row: Row | null) =>
    row !== null && chosen.has(owner(table, row) ?? '')
  return all.filter(({ table, was, now }) => isChosen(ownerWas, table, was) || isChosen(ownerNow, table, now))
}

interface State {
  readonly was: Database
  readonly now: Database
  /** The differing rows of the chosen plans, by table and id. */
  readonly own: ReadonlyMap<string, RowDifference>
  readonly all: readonly RowDifference[]
}

/** The row as it can be where the other plans are as they are now. */
function standingAlone(state: State, row: RowDifference): RowDifference {
  const { table, was } = row
  if (was === null) return row
  if (table === 'plan' && isTaken(state, was)) return { ...row, was: { ...was, ref: null } }
  if (table !== 'link' || was.toNode === null || willExist(state, String(was.toNode))) return row
  const toRef = referenceByName(state.was, String(was.toNode))
  return { ...row, was: { ...was, toNode: null, toRef } }
}

/** Whether another plan has got the name that references use. */
function isTaken({ now, own }: State, plan: Row): boolean {
  if (plan.ref === null) return false
  const holder = statement(now, 'SELECT id FROM plan WHERE ref = ?').get(plan.ref)?.id
  if (holder === undefined || holder === plan.id) return false
  const restored = own.get(nameOf({ table: 'plan', id: String(holder) }))
  return restored === undefined || restored.was?.ref === plan.ref
}

function willExist({ now, own }: State, nodeId: string): boolean {
  const restored = own.get(nameOf({ table: 'node', id: nodeId }))
  return restored ? restored.was !== null : rowOf(now, 'node', nodeId) !== null
}

/**
 * Links of other plans: one to a node that goes, goes with it, as when the node is deleted; one that pointed to a node that
 * comes back is there again.
 */
function linksOfOthers({ now, own, all }: State): readonly RowDifference[] {
  const nodes = [...own.values()].filter(({ table }) => table === 'node')
  const going = new Set(nodes.filter(({ was }) => was === null).map(({ id }) => id))
  const coming = new Set(nodes.filter((node) => node.now === null).map(({ id }) => id))
  const broken = [...going].flatMap((id) => linksTo(now, id))
  const mended = all.filter(
    (row) =>
      row.table === 'link' &&
      !own.has(nameOf(row)) &&
      coming.has(String(row.was?.toNode)) &&
      rowOf(now, 'node', String(row.was?.fromNode)) !== null,
  )
  const known = new Set([...own.keys(), ...mended.map(nameOf)])
  return [...mended, ...broken.filter((row) => !known.has(nameOf(row)))]
}

const linksTo = (db: Database, nodeId: string): readonly RowDifference[] =>
  statement(db, `SELECT ${layouts.link.columns.join(', ')} FROM link WHERE toNode = ?`)
    .all(nodeId)
    .map((now) => ({ table: 'link', id: String(now.id), was: null, now }))

/** Columns that name a row of another table which may be gone; its key. */
const leaning: readonly {
  readonly table: TableName
  readonly column: string
  readonly on: TableName
  readonly key: string
}[] = [
  { table: 'plan', column: 'unitId', on: 'unit', key: 'id' },
  { table: 'coordinator', column: 'unitId', on: 'unit', key: 'id' },
  { table: 'status', column: 'roundId', on: 'round', key: 'id' },
  { table: 'plan', column: 'template', on: 'template', key: 'key' },
]

/** Rows of the whole workbook without which the restored ones could not be; those that are there stay as they are now. */
function leantOn({ was, now, own }: State): readonly RowDifference[] {
  const needed = new Map<string, RowDifference>()
  const need = (table: TableName, key: string, value: Row[string] | undefined): void => {
    if (value === null || value === undefined || find(now, table, key, value)) return
    const row = find(was, table, key, value)
    if (!row || needed.has(String(row.id))) return
    needed.set(String(row.id), { table, id: String(row.id), was: row, now: null })
    if (table === 'unit') need('unit', 'id', row.parentId)
  }
  for (const { table, was } of own.values()) {
    for (const { column, on, key } of leaning.filter((lean) => lean.table === table)) {
      need(on, key, was?.[column])
    }
  }
  return [...needed.values()]
}

/** `planId/nodeId` as another plan names a node; ids of the workbook stand in where the writer gave no names. */
function referenceByName(db: Database, nodeId: string): string {
  const names = statement(
    db,
    `SELECT coalesce(plan.ref, plan.id) || '/' || coalesce(node.ref, node.id) AS name
     FROM node JOIN plan ON plan.id = node.planId WHERE node.id = ?`,
  )
  return String(names.get(nodeId)?.name)
}

const rowOf = (db: Database, table: TableName, id: string): Row | null => find(db, table, 'id', id)

const find = (db: Database, table: TableName, key: string, value: string | number): Row | null =>
  statement(db, `SELECT ${layouts[table].columns.join(', ')} FROM ${table} WHERE ${key} = ?`).get(value) ??
  null
