import type { CommandOf } from '../model/commands.ts'
import { AppError } from '../model/errors.ts'
import { isRestorable } from '../model/history/restorable.ts'
import type { TableName } from '../model/records.ts'
import { variantOf } from '../model/template/rules.ts'
import { columnsOf, placeOf } from '../queries/history-values.ts'
import { Past, type PastChange } from '../queries/past.ts'
import { ancestorIds, heightOf, read, readTemplate } from '../queries/read.ts'
import type { Row } from '../tables.ts'
import type { Tx } from '../transaction.ts'
import { refusePlace, refuseTooMany } from './place.ts'
import { insertRemoved, refuseWithoutPlace } from './removed-rows.ts'

/**
 * Puts back what stood in a place before the transaction with this dot: the unit of an updated row; a removed text with its
 * row; a removed node or plan with all that was removed with it. Throws `history.forgotten` where the history does not hold
 * it, `history.no-place` where what it belongs to is gone, and `command.not-allowed`.
 */
export function restorePlace(tx: Tx, command: CommandOf<'history.restore'>): string {
  const { dot, table, rowId, unit } = command
  const past = new Past(tx.db)
  const change = past.change(dot, table, rowId)
  if (!change || change.op === 'i' || !isRestorable(table, unit)) throw new AppError('history.forgotten', {})
  if (change.op === 'u') putBack(tx, past, change, unit)
  else {
    insertRemoved(tx, past, change)
    refuseTooMany(tx)
  }
  return placeOf(new Past(tx.db), change, unit).title
}

function putBack(tx: Tx, past: Past, change: PastChange, unit: string | null): void {
  const { table, rowId } = change
  const columns = unit === null ? [] : columnsOf(table, unit)
  if (!columns.some((column) => column in change.old)) throw new AppError('history.forgotten', {})
  const old: Row = Object.fromEntries(
    columns.flatMap((column) => {
      const cell = past.before(change, column)
      return cell === undefined ? [] : [[column, cell]]
    }),
  )
  const row = past.present(table, rowId)
  if (row) {
    const wanted = { ...row, ...old }
    refuseWithoutPlace(past, table, wanted)
    refuseMisfit(tx, table, unit, wanted)
    tx.updateRow(table, rowId, old)
  } else insertGone(tx, past, change, old)
}

/** A text whose row was taken away since comes back where it stood; a node or plan comes back by its own removal alone. */
function insertGone(tx: Tx, past: Past, { table, rowId }: PastChange, old: Row): void {
  const last = past.lastSeen(table, rowId)
  if (!last) throw new AppError('history.forgotten', {})
  if (ownRows.has(table)) throw new AppError('history.no-place', { where: String(last.title ?? last.name) })
  const row = { ...last, ...old }
  refuseWithoutPlace(past, table, row)
  tx.insertRow(table, row)
}

const ownRows: ReadonlySet<TableName> = new Set(['plan', 'node', 'unit'])

/** What must hold of the row across its columns, and what its plan's template says of it. */
function refuseMisfit(tx: Tx, table: TableName, unit: string | null, row: Row): void {
  if (table === 'node' && unit === 'place') refuseMove(tx, String(row.id), row.parentId)
  if (table === 'plan' && unit === 'kind') {
    const variant = row.variant === null ? null : String(row.variant)
    if (!variantOf(readTemplate(tx.db, String(row.template)), variant))
      throw new AppError('command.not-allowed', { what: variant ?? '', where: String(row.title) })
  }
  if (table === 'plan' && row.periodTo !== null && Number(row.periodTo) < Number(row.periodFrom)) {
    const period = `${row.periodFrom}–${row.periodTo}`
    throw new AppError('command.not-allowed', { what: period, where: String(row.title) })
  }
}

function refuseMove(tx: Tx, id: string, parent: Row[string] | undefined): void {
  const node = read(tx.db, 'node', id)
  const parentId = typeof parent === 'string' ? parent : null
  if (parentId !== null && ancestorIds(tx.db, parentId).includes(id))
    throw new AppError('command.not-allowed', { what: node.title, where: node.title })
  refusePlace(tx, { ...node, parentId, height: heightOf(tx.db, id) })
}
