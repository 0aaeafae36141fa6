import type { Database } from 'better-sqlite3'
import { refuseTooMany } from '../commands/place.ts'
import { checkRules } from '../file/rules.ts'
import { AppError } from '../model/errors.ts'
import type { Label } from '../model/label.ts'
import type { TableName } from '../model/records.ts'
import { readPlans } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import { planRowsToRestore } from './chosen-plans.ts'
import { type RowDifference, rowDifferences } from './row-differences.ts'

/**
 * Makes the rows those of an older state, as one edit like any other: it can be undone, it wins when the workbook meets
 * another's copy, and no one's later work is forgotten by it. `plans` are ids of plans of that state; null = everything.
 * Throws `command.outdated` where the state has no such plan, `command.too-big`, and `backup.does-not-fit`.
 */
export function restore(tx: Tx, was: Database, plans: readonly string[] | null): void {
  if (plans === null) {
    makeRowsAsWere(tx, rowDifferences(was, tx.db))
    return
  }
  makeRowsAsWere(tx, planRowsToRestore(tx, was, plans))
  refuseTooMany(tx)
  refuseMisfit(tx)
}

/** How the history names a restoring of these plans, or of everything. */
export function labelOfRestore(was: Database, plans: readonly string[] | null): Label {
  if (plans === null) return { command: 'workbook.restore' }
  const [first] = readPlans(was).filter(({ id }) => plans.includes(id))
  const count = plans.length > 1 ? { count: plans.length } : {}
  return { command: 'plan.restore', about: first?.title ?? '', ...count }
}

/** What is taken away goes first and what is put in comes last, so that nothing meets its own successor under a unique key. */
function makeRowsAsWere(tx: Tx, differences: readonly RowDifference[]): void {
  const replaced = (row: RowDifference) => row.was === null || changesKey(row)
  for (const { table, id, now } of differences.filter(replaced)) if (now) tx.remove(table, id)
  for (const row of differences) {
    if (row.was && row.now && !changesKey(row)) tx.updateRow(row.table, row.id, row.was)
  }
  for (const row of differences) {
    if (row.was && (!row.now || changesKey(row))) tx.insertRow(row.table, row.was)
  }
}

/** Columns that no two rows of a table may have alike. */
const unique: Partial<Record<TableName, readonly string[]>> = {
  setting: ['key'],
  template: ['key'],
  plan: ['ref'],
  cover: ['planId', 'key'],
  field: ['nodeId', 'key'],
  coordinator: ['nodeId', 'unitId'],
  status: ['nodeId', 'roundId'],
}

function changesKey({ table, was, now }: RowDifference): boolean {
  const differs = (column: string): boolean => was?.[column] !== now?.[column]
  return was !== null && now !== null && (unique[table] ?? []).some(differs)
}

/** Plans whose nodes have come to stand in others since cannot be brought back one at a time. */
function refuseMisfit(tx: Tx): void {
  try {
    checkRules(tx.db, '')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError('backup.does-not-fit', {}, { cause: error })
  }
}
