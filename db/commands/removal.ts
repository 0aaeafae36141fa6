import type { LinkRecord } from '../model/records.ts'
import { readAll, readPlans, subtreeIds } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'

/** Takes away a node, all below it and all that belongs to them; links that point there go with them. */
export function removeSubtree(tx: Tx, nodeId: string): void {
  const ids = subtreeIds(tx.db, nodeId)
  for (const id of ids) {
    for (const link of linksTo(tx, id)) tx.remove('link', link.id)
  }
  for (const id of ids.toReversed()) removeNode(tx, id)
}

/**
 * Takes away a plan. Links from other plans stay as open references by name, and find their targets again
 * when the plan comes back.
 */
export function removePlan(tx: Tx, planId: string): void {
  for (const link of linksFromOtherPlans(tx, planId)) {
    tx.update('link', link.id, { toNode: null, toRef: referenceFromOutside(tx, link) })
  }
  for (const { id } of readAll(tx.db, 'node', 'WHERE planId = ? AND parentId IS NULL', planId)) {
    removeSubtree(tx, id)
  }
  for (const table of ['cover', 'snapshot'] as const) {
    for (const { id } of readAll(tx.db, table, 'WHERE planId = ?', planId)) tx.remove(table, id)
  }
  tx.remove('plan', planId)
}

function removeNode(tx: Tx, id: string): void {
  for (const table of ['field', 'coordinator', 'status'] as const) {
    for (const row of readAll(tx.db, table, 'WHERE nodeId = ?', id)) tx.remove(table, row.id)
  }
  for (const link of readAll(tx.db, 'link', 'WHERE fromNode = ?', id)) tx.remove('link', link.id)
  for (const row of readAll(tx.db, 'measurement', 'WHERE indicatorId = ?', id))
    tx.remove('measurement', row.id)
  for (const table of ['milestone', 'indicator'] as const) {
    for (const row of readAll(tx.db, table, 'WHERE id = ?', id)) tx.remove(table, row.id)
  }
  tx.remove('node', id)
}

const linksTo = (tx: Tx, nodeId: string): readonly LinkRecord[] =>
  readAll(tx.db, 'link', 'WHERE toNode = ? ORDER BY id', nodeId)

const linksFromOtherPlans = (tx: Tx, planId: string): readonly LinkRecord[] =>
  readAll(
    tx.db,
    'link',
    `WHERE toNode IN (SELECT id FROM node WHERE planId = ?)
     AND fromNode NOT IN (SELECT id FROM node WHERE planId = ?) ORDER BY id`,
    planId,
    planId,
  )

/** `planId/nodeId` as another plan names a node; ids of the workbook stand in where the writer gave no names. */
function referenceFromOutside(tx: Tx, link: LinkRecord): string {
  const [node] = readAll(tx.db, 'node', 'WHERE id = ?', link.toNode)
  const plan = readPlans(tx.db).find(({ id }) => id === node?.planId)
  return `${plan?.ref ?? plan?.id}/${node?.ref ?? node?.id}`
}
