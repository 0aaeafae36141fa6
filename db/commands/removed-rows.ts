import { AppError } from '../model/errors.ts'
import type { TableName } from '../model/records.ts'
import { nodeType } from '../model/template/template.ts'
import { ownerOf } from '../owners.ts'
import type { Past, PastChange } from '../queries/past.ts'
import { readAll, readTemplate } from '../queries/read.ts'
import { needsOf, type RowId } from '../references.ts'
import type { Row } from '../tables.ts'
import type { Tx } from '../transaction.ts'
import { refusePlace } from './place.ts'

/** What the row points to and is gone. */
const missing = (past: Past, table: TableName, row: Row): RowId | undefined =>
  needsOf(table, row).find((need) => !past.present(need.table, need.id))

/** Throws `history.no-place` where something that the row points to is gone. */
export function refuseWithoutPlace(past: Past, table: TableName, row: Row): void {
  const gone = missing(past, table, row)
  if (!gone) return
  const last = past.lastSeen(gone.table, gone.id)
  throw new AppError('history.no-place', { where: String(last?.title ?? last?.name ?? '') })
}

/**
 * Puts a removed row back as it was. A node comes with all that was removed below it, a plan with all that was in it; links
 * whose other end is gone by now stay away.
 */
export function insertRemoved(tx: Tx, past: Past, change: PastChange): void {
  const { table, rowId, old } = change
  refuseWithoutPlace(past, table, old)
  if (table === 'node' || table === 'plan') {
    insertBranch(tx, past, change)
    return
  }
  const { id: _id, ...columns } = old
  if (past.present(table, rowId)) tx.updateRow(table, rowId, columns)
  else tx.insertRow(table, old)
}

function insertBranch(tx: Tx, past: Past, { table, rowId, txnRid, old }: PastChange): void {
  if (past.present(table, rowId)) return
  const all = past.changesOf(txnRid, -1)
  const removed = all.filter(({ op }) => op === 'd')
  const levels = levelsOf(removed, table === 'plan' ? { planId: rowId } : { id: rowId })
  const nodes = new Set(levels.flat().map((node) => node.rowId))
  if (table === 'plan') {
    readTemplate(tx.db, String(old.template))
    tx.insertRow('plan', withFreeRef(tx, 'plan', old))
  } else refuseBranch(tx, old, levels.length)
  for (const node of levels.flat()) tx.insertRow('node', withFreeRef(tx, 'node', node.old))
  for (const row of removed) if (belongs(row, rowId, nodes)) insertIfWhole(tx, past, row)
  for (const link of all) if (link.op === 'u' && nodes.has(String(link.old.toNode))) linkAgain(tx, past, link)
}

/** The removed nodes of a branch, or of a whole plan, level by level. */
function levelsOf(
  removed: readonly PastChange[],
  top: { readonly id: string } | { readonly planId: string },
): readonly (readonly PastChange[])[] {
  const nodes = removed.filter(({ table }) => table === 'node')
  const children = Map.groupBy(nodes, ({ old }) => old.parentId)
  const levels: (readonly PastChange[])[] = []
  let level = nodes.filter(({ rowId, old }) =>
    'id' in top ? rowId === top.id : old.planId === top.planId && old.parentId === null,
  )
  while (level.length > 0) {
    levels.push(level)
    level = level.flatMap(({ rowId }) => children.get(rowId) ?? [])
  }
  return levels
}

function refuseBranch(tx: Tx, old: Row, height: number): void {
  refusePlace(tx, {
    planId: String(old.planId),
    parentId: old.parentId === null ? null : String(old.parentId),
    type: nodeType.parse(old.type),
    title: String(old.title),
    height,
  })
}

/** Whether a removed row hung on the plan, on one of the nodes, or linked to one. */
function belongs({ table, old }: PastChange, plan: string, nodes: ReadonlySet<string>): boolean {
  if (table === 'node' || table === 'plan') return false
  const owner = ownerOf(table, old)
  if (!owner) return false
  return owner.of === 'plan' ? owner.id === plan : nodes.has(owner.id) || nodes.has(String(old.toNode))
}

function insertIfWhole(tx: Tx, past: Past, { table, rowId, old }: PastChange): void {
  if (past.present(table, rowId) || missing(past, table, old)) return
  tx.insertRow(table, old)
}

/** A link from another plan, which was kept as a reference by name. */
function linkAgain(tx: Tx, past: Past, { table, rowId, old }: PastChange): void {
  const link = table === 'link' ? past.present('link', rowId) : null
  if (link?.toNode === null) tx.updateRow('link', rowId, { toNode: old.toNode ?? null, toRef: null })
}

/** The name that references use may be another's by now; then the row comes back without one. */
function withFreeRef(tx: Tx, table: 'plan' | 'node', row: Row): Row {
  const taken =
    table === 'plan'
      ? readAll(tx.db, 'plan', 'WHERE ref = ?', row.ref)
      : readAll(tx.db, 'node', 'WHERE planId = ? AND ref = ?', row.planId, row.ref)
  return taken.length === 0 ? row : { ...row, ref: null }
}
