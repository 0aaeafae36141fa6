import type { CommandOf } from '../model/commands.ts'
import { AppError } from '../model/errors.ts'
import { joinTexts } from '../model/merge/merge-texts.ts'
import type { Records, TableName } from '../model/records.ts'
import { richTextSchema } from '../model/rich-text/rich-text.ts'
import { placeOf } from '../queries/place-of.ts'
import { heightOf, read } from '../queries/read.ts'
import { needsOf, tableNamed } from '../references.ts'
import { layouts, type Row, unitsOf, unitValue } from '../tables.ts'
import { statement, type Tx } from '../transaction.ts'
import { refusePlace } from './place.ts'

/**
 * Decides a conflict, for everybody: what is chosen is written anew, even where it stands already. `kept` is what stands there
 * now, whatever has become of the two values since. Where the row is gone there is nothing to decide any more.
 */
export function resolveConflict(tx: Tx, { id, choice }: CommandOf<'conflict.resolve'>): string {
  const conflict = read(tx.db, 'conflict', id)
  const table = tableNamed(conflict.tbl)
  const row = table && rowOf(tx, table, conflict.rowId)
  if (!table || !row) {
    tx.remove('conflict', id)
    return ''
  }
  const value = chosenValue(table, row, conflict, choice)
  refuse(tx, table, row, value)
  for (const same of sameQuestions(tx, conflict)) tx.remove('conflict', same)
  tx.updateRow(table, conflict.rowId, value)
  tx.confirm(table, conflict.rowId, conflict.unit)
  const { title, planTitle } = placeOf(tx.db, table, { ...row, ...value })
  return title || planTitle
}

/** Others may have written the same values once more, or have found them on another way. */
const sameQuestions = (
  tx: Tx,
  { rowId, tbl, unit, firstValue, secondValue }: Records['conflict'],
): readonly string[] =>
  statement(
    tx.db,
    `SELECT id FROM conflict WHERE rowId = @rowId AND tbl = @tbl AND unit = @unit
     AND @firstValue IN (firstValue, secondValue) AND @secondValue IN (firstValue, secondValue)`,
  )
    .all({ rowId, tbl, unit, firstValue, secondValue })
    .map(({ id }) => String(id))

const rowOf = (tx: Tx, table: TableName, id: string): Row | undefined =>
  statement(tx.db, `SELECT * FROM ${table} WHERE id = ?`).get(id)

function chosenValue(
  table: TableName,
  row: Row,
  conflict: Records['conflict'],
  choice: CommandOf<'conflict.resolve'>['choice'],
): Row {
  const [first, second]: readonly Row[] = [conflict.firstValue, conflict.secondValue].map((text) =>
    JSON.parse(text),
  )
  const standing = unitValue(table, conflict.unit, row)
  if (choice === 'kept' || !first || !second) return standing
  if (choice === 'first') return first
  if (choice === 'second') return second
  const column = unitsOf(table)
    .get(conflict.unit)
    ?.find((name) => layouts[table].json.includes(name))
  const texts = [standing, first, second].map((value) => (column === undefined ? null : value[column]))
  if (column === undefined || texts.some((text) => typeof text !== 'string')) {
    throw new AppError('command.not-allowed', { what: conflict.unit, where: table })
  }
  const [now, ...others] = texts.map((text) => richTextSchema.parse(JSON.parse(String(text))))
  return { ...standing, [column]: JSON.stringify(others.reduce(joinTexts, now ?? [])) }
}

/** A value that fitted when it was written need not fit any more. */
function refuse(tx: Tx, table: TableName, row: Row, value: Row): void {
  const after = { ...row, ...value }
  for (const need of needsOf(table, value)) {
    if (!rowOf(tx, need.table, need.id)) throw new AppError('command.outdated', { what: need.table })
  }
  if ((table === 'node' || table === 'unit') && 'parentId' in value) refuseCircle(tx, table, after)
  if (table === 'node' && 'parentId' in value && value.parentId !== row.parentId) {
    const node = read(tx.db, 'node', String(row.id))
    const parentId = value.parentId === null ? null : String(value.parentId)
    refusePlace(tx, { ...node, parentId, height: heightOf(tx.db, node.id) })
  }
  if (table === 'plan' && typeof value.ref === 'string') {
    const taken = statement(tx.db, 'SELECT 1 FROM plan WHERE ref = ? AND id <> ?').get(value.ref, row.id)
    if (taken) throw new AppError('command.not-allowed', { what: value.ref, where: String(row.title) })
  }
}

function refuseCircle(tx: Tx, table: 'node' | 'unit', row: Row): void {
  for (let at = row.parentId; typeof at === 'string'; at = rowOf(tx, table, at)?.parentId ?? null) {
    if (at !== row.id) continue
    const name = String(row.title ?? row.name)
    throw new AppError('command.not-allowed', { what: name, where: name })
  }
}
