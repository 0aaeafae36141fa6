import type { CommandOf } from '../model/commands.ts'
import { AppError } from '../model/errors.ts'
import { idOf, newId } from '../model/ids.ts'
import { BODY } from '../model/records.ts'
import { rowsOf, ruleOf } from '../model/template/rules.ts'
import { ancestorIds, heightOf, read, readAll } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import { placeAfter, refusePlace, templateOfPlan } from './place.ts'
import { writeField } from './plan.ts'
import { positionsFor } from './position.ts'
import { removeSubtree } from './removal.ts'
import { unitNamed } from './units.ts'

export function insertNode(tx: Tx, command: CommandOf<'node.insert'>): string {
  const { id, planId, parentId, after, nodeType, title } = command
  refusePlace(tx, { planId, parentId, type: nodeType, title, height: 1 })
  tx.insert('node', {
    id,
    planId,
    parentId,
    pos: placeAfter(tx, planId, parentId, after, id),
    type: nodeType,
    title,
    ref: null,
    sectionKey: null,
    annex: 0,
  })
  if (nodeType === 'milestone') tx.insert('milestone', { id, whenText: null, responsible: null })
  if (nodeType === 'indicator') {
    tx.insert('indicator', { id, unit: null, baseline: null, target: null, whenText: null })
  }
  return title
}

export function renameNode(tx: Tx, { id, title }: CommandOf<'node.rename'>): string {
  tx.update('node', id, { title })
  return title
}

export function moveNode(tx: Tx, { id, parentId, after }: CommandOf<'node.move'>): string {
  const node = read(tx.db, 'node', id)
  if (parentId !== null && ancestorIds(tx.db, parentId).includes(id)) {
    throw new AppError('command.not-allowed', { what: node.title, where: node.title })
  }
  refusePlace(tx, { ...node, parentId, height: heightOf(tx.db, id) })
  const pos = placeAfter(tx, node.planId, parentId, after, id)
  tx.update('node', id, { parentId, pos })
  return node.title
}

export function deleteNode(tx: Tx, { id }: CommandOf<'node.delete'>): string {
  const node = read(tx.db, 'node', id)
  removeSubtree(tx, id)
  return node.title
}

export function setAnnex(tx: Tx, { id, annex }: CommandOf<'node.set-annex'>): string {
  const node = read(tx.db, 'node', id)
  if (node.type !== 'section')
    throw new AppError('command.not-allowed', { what: node.type, where: node.title })
  tx.update('node', id, { annex: annex ? 1 : 0 })
  return node.title
}

export function writeNodeField(tx: Tx, { nodeId, key, doc }: CommandOf<'field.write'>): string {
  const node = read(tx.db, 'node', nodeId)
  if (node.type === 'milestone' || node.type === 'indicator') {
    throw new AppError('command.not-allowed', { what: key, where: node.title })
  }
  const rule = ruleOf(templateOfPlan(tx, node.planId), node.type)
  const known = rule ? rowsOf(rule).some((row) => row.key === key && row.composed !== 'title') : false
  if (key !== BODY && !known) throw new AppError('command.not-allowed', { what: key, where: node.title })
  writeField(tx, nodeId, key, doc)
  return node.title
}

export function updateMilestone(tx: Tx, { id, changes }: CommandOf<'milestone.update'>): string {
  tx.update('milestone', id, changes)
  return read(tx.db, 'node', id).title
}

export function updateIndicator(tx: Tx, { id, changes }: CommandOf<'indicator.update'>): string {
  tx.update('indicator', id, changes)
  return read(tx.db, 'node', id).title
}

const linkTypes = {
  contributesTo: { from: 'bidrag', to: 'indsats' },
  realises: { from: 'indsats', to: 'goal' },
} as const

/** What a link of each kind goes from and to. */
export const linkEnds = (kind: keyof typeof linkTypes) => linkTypes[kind]

export function setLinks(tx: Tx, { nodeId, kind, targets }: CommandOf<'link.set'>): string {
  const node = read(tx.db, 'node', nodeId)
  const wanted = [...new Set(targets)]
  const ends = linkTypes[kind]
  for (const target of wanted.map((id) => read(tx.db, 'node', id))) {
    if (node.type === ends.from && target.type === ends.to) continue
    throw new AppError('command.not-allowed', { what: target.title, where: node.title })
  }
  const existing = readAll(tx.db, 'link', 'WHERE fromNode = ? AND kind = ?', nodeId, kind)
  // References to plans that are not here yet are kept, after those that are chosen.
  const open = existing.filter((link) => link.toNode === null)
  for (const link of existing) {
    if (link.toNode !== null && !wanted.includes(link.toNode)) tx.remove('link', link.id)
  }
  const positions = positionsFor(wanted.length + open.length)
  for (const [index, toNode] of wanted.entries()) {
    const pos = positions[index] ?? ''
    const known = existing.find((link) => link.toNode === toNode)
    if (known) tx.update('link', known.id, { pos })
    else
      tx.insert('link', {
        id: freeLinkId(tx, nodeId, kind, toNode),
        fromNode: nodeId,
        kind,
        pos,
        toNode,
        toRef: null,
      })
  }
  for (const [index, link] of open.entries()) {
    tx.update('link', link.id, { pos: positions[wanted.length + index] ?? '' })
  }
  return node.title
}

/** The natural id, unless a row that once meant something else still has it. */
export function freeLinkId(tx: Tx, nodeId: string, kind: string, target: string): string {
  const natural = idOf('link', nodeId, kind, target)
  return readAll(tx.db, 'link', 'WHERE id = ?', natural).length === 0 ? natural : newId()
}

export function setCoordinators(tx: Tx, { nodeId, units }: CommandOf<'coordinators.set'>): string {
  const node = read(tx.db, 'node', nodeId)
  if (node.type !== 'bidrag')
    throw new AppError('command.not-allowed', { what: node.type, where: node.title })
  const wanted = [...new Set(units)].map((name) => unitNamed(tx, name))
  for (const row of readAll(tx.db, 'coordinator', 'WHERE nodeId = ?', nodeId)) {
    if (!wanted.includes(row.unitId)) tx.remove('coordinator', row.id)
  }
  const positions = positionsFor(wanted.length)
  for (const [index, unitId] of wanted.entries()) {
    const pos = positions[index] ?? ''
    const [known] = readAll(tx.db, 'coordinator', 'WHERE nodeId = ? AND unitId = ?', nodeId, unitId)
    if (known) tx.update('coordinator', known.id, { pos })
    else tx.insert('coordinator', { id: idOf('coordinator', nodeId, unitId), nodeId, unitId, pos })
  }
  return node.title
}
