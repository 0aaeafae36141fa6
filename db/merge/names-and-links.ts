import type { TableName } from '../model/records.ts'
import { statement, type Tx } from '../transaction.ts'
import type { Merging } from './merge-row.ts'
import { freeName } from './unique-keys.ts'

/** What is plain only when all rows are written: names of nodes that are taken, and links that are there twice. */
export function mendNamesAndLinks(tx: Tx, merging: Merging): void {
  const { puts } = merging.outcome
  if (puts.of('node').some(({ row }) => row.ref !== null)) renameTakenNodes(tx, merging)
  if (puts.of('link').length > 0) joinSameLinks(tx)
}

/** Two nodes of a plan that were given the same name: the one with the lesser id keeps it, in every copy. */
function renameTakenNodes(tx: Tx, { outcome }: Merging): void {
  const taken = statement(
    tx.db,
    `SELECT later.* FROM main.node later WHERE later.ref IS NOT NULL AND EXISTS (
       SELECT 1 FROM main.node WHERE planId = later.planId AND ref = later.ref AND id < later.id
     ) ORDER BY later.id`,
  ).all()
  for (const row of taken) {
    const inPlan = statement(tx.db, 'SELECT ref FROM main.node WHERE planId = ? AND ref IS NOT NULL')
    const ref = String(row.ref)
    const now = freeName(ref, new Set(inPlan.all(row.planId).map((node) => String(node.ref))))
    tx.updateRow('node', String(row.id), { ref: now })
    const table: TableName = 'node'
    outcome.remarks.push({ table, row, about: { kind: 'ref-changed', ref, now } })
  }
}

/** The same link, made by both sides on different ways, is one. */
function joinSameLinks(tx: Tx): void {
  const doubled = statement(
    tx.db,
    `SELECT later.id FROM main.link later WHERE EXISTS (
       SELECT 1 FROM main.link WHERE fromNode = later.fromNode AND kind = later.kind
         AND toNode IS later.toNode AND toRef IS later.toRef AND id < later.id
     ) ORDER BY later.id`,
  ).all()
  for (const { id } of doubled) tx.remove('link', String(id))
}
