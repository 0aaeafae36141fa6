import type { Database } from 'better-sqlite3'
import type { TableName } from '../model/records.ts'
import { layouts, type Row } from '../tables.ts'
import { statement } from '../transaction.ts'
import { type Causality, THEIRS } from './causality.ts'
import { type RowState, sameState, stateOf } from './row-state.ts'

/** The rows of a table that are not the same on both sides, by value or by stamps. */
export interface Differences {
  readonly both: readonly { readonly ours: RowState; readonly theirs: RowState }[]
  readonly onlyTheirs: readonly RowState[]
  readonly onlyOurs: readonly RowState[]
}

/** Of a packet, which holds but some of the workbook's rows, the others count as different only where it tells of their removal. */
export function differencesIn(
  db: Database,
  table: TableName,
  causality: Causality,
  isPacket: boolean,
): Differences {
  const both: Differences['both'][number][] = []
  const onlyTheirs: RowState[] = []
  const translate = (dot: number): number => causality.translate(dot)
  const ours = statement(db, `SELECT * FROM main.${table} WHERE id = ?`)
  for (const row of candidates(db, table, causality.firstForeignDot)) {
    const state = stateOf(table, row, translate)
    const known = ours.get(row.id)
    if (!known) onlyTheirs.push(state)
    else {
      const pair = { ours: stateOf(table, known), theirs: state }
      if (!sameState(pair.ours, pair.theirs)) both.push(pair)
    }
  }
  return {
    both,
    onlyTheirs,
    onlyOurs: isPacket ? toldRemovals(db, table) : onlyOurs(db, table, onlyTheirs.length),
  }
}

/** Their rows that are not, byte for byte, ours; and those with stamps that mean something else here. */
function candidates(db: Database, table: TableName, foreign: number): readonly Row[] {
  const differs = [...layouts[table].columns, 'born', 'mods'].map(
    (column) => `theirs.${column} IS NOT ours.${column}`,
  )
  return statement(
    db,
    `SELECT theirs.* FROM ${THEIRS}.${table} theirs LEFT JOIN main.${table} ours ON ours.id = theirs.id
     WHERE ours.id IS NULL OR ${differs.join(' OR ')} OR theirs.born >= @foreign
       OR (theirs.mods IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(theirs.mods) WHERE value >= @foreign))`,
  ).all({ foreign })
}

function onlyOurs(db: Database, table: TableName, theirNew: number): readonly RowState[] {
  const count = (copy: string): number =>
    Number(statement(db, `SELECT count(*) AS count FROM ${copy}.${table}`).get()?.count)
  // Mostly there are none, and then counting shows it.
  return count('main') === count(THEIRS) - theirNew ? [] : oursWithout(db, table, '')
}

const toldRemovals = (db: Database, table: TableName): readonly RowState[] =>
  oursWithout(db, table, `AND id IN (SELECT rowId FROM ${THEIRS}.change WHERE op = 'd')`)

const oursWithout = (db: Database, table: TableName, more: string): readonly RowState[] =>
  statement(db, `SELECT * FROM main.${table} WHERE id NOT IN (SELECT id FROM ${THEIRS}.${table}) ${more}`)
    .all()
    .map((row) => stateOf(table, row))
