import type { CommandOf } from '../model/commands.ts'
import { idOf, newId } from '../model/ids.ts'
import type { LinkRecord, NodeRecord } from '../model/records.ts'
import { planRows } from '../queries/plan-rows.ts'
import { read, readPlans } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import { freeLinkId } from './node.ts'
import { refuseTooMany } from './place.ts'
import { positionAfter } from './position.ts'

/**
 * A plan with all that was written in it. The copy is a draft without the name that references use, and without
 * follow-up and versions; links inside the plan join the copies, links to other plans stay.
 */
export function duplicatePlan(tx: Tx, command: CommandOf<'plan.duplicate'>): string {
  const plan = read(tx.db, 'plan', command.id)
  const rows = planRows(tx.db, plan.id)
  const copy = { planId: command.newId, ids: new Map(rows.nodes.map(({ id }) => [id, newId()])) }
  tx.insert('plan', {
    ...plan,
    id: copy.planId,
    ref: null,
    pos: positionAfter(tx, 'plan', readPlans(tx.db), plan.id),
    title: command.title,
    status: 'udkast',
  })
  for (const node of rows.nodes) copyNode(tx, copy, node)
  refuseTooMany(tx)
  for (const row of rows.cover) {
    tx.insert('cover', { ...row, id: idOf('cover', copy.planId, row.key), planId: copy.planId })
  }
  for (const row of rows.fields) {
    const nodeId = idIn(copy, row.nodeId)
    tx.insert('field', { ...row, id: idOf('field', nodeId, row.key), nodeId })
  }
  for (const row of rows.milestones) tx.insert('milestone', { ...row, id: idIn(copy, row.id) })
  for (const row of rows.indicators) tx.insert('indicator', { ...row, id: idIn(copy, row.id) })
  for (const row of rows.coordinators) {
    const nodeId = idIn(copy, row.nodeId)
    tx.insert('coordinator', { ...row, id: idOf('coordinator', nodeId, row.unitId), nodeId })
  }
  for (const link of rows.links) copyLink(tx, copy, link)
  return command.title
}

interface Copy {
  readonly planId: string
  /** Ids of the copies, by those of the nodes. */
  readonly ids: ReadonlyMap<string, string>
}

/** The id of a node's copy; a node of another plan has none and stays. */
const idIn = ({ ids }: Copy, id: string): string => ids.get(id) ?? id

function copyNode(tx: Tx, copy: Copy, node: NodeRecord): void {
  const parentId = node.parentId === null ? null : idIn(copy, node.parentId)
  tx.insert('node', { ...node, id: idIn(copy, node.id), planId: copy.planId, parentId })
}

function copyLink(tx: Tx, copy: Copy, link: LinkRecord): void {
  const fromNode = idIn(copy, link.fromNode)
  const toNode = link.toNode === null ? null : idIn(copy, link.toNode)
  const id = freeLinkId(tx, fromNode, link.kind, toNode ?? link.toRef ?? '')
  tx.insert('link', { ...link, id, fromNode, toNode })
}
