import type { CommandOf } from '../model/commands.ts'
import { AppError } from '../model/errors.ts'
import { newId } from '../model/ids.ts'
import { MAX_OUTLINE_DEPTH } from '../model/outline.ts'
import type { PastedNode } from '../model/pasted-node.ts'
import { BODY, linkKinds } from '../model/records.ts'
import type { Block, RichText } from '../model/rich-text/rich-text.ts'
import { mayStandUnder, type Place, rowsOf, ruleOf, sectionOf } from '../model/template/rules.ts'
import type { Template } from '../model/template/template.ts'
import { ancestorIds, read, readAll, readMany, readTemplates } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import { setCoordinators, setLinks } from './node.ts'
import { placesAfter, refuseTooMany, templateOfPlan } from './place.ts'
import { writeField } from './plan.ts'
import { positionsFor } from './position.ts'

/**
 * Inserts whole subtrees. They are refused where the template does not let one of their nodes stand. Texts of rows that
 * this plan kind lacks go to the running text under their labels, so that nothing is lost; links to nodes that
 * are gone are left out.
 */
export function paste(tx: Tx, command: CommandOf<'outline.paste'>): string {
  const { planId, parentId, after, nodes } = command
  const parent = parentId === null ? null : read(tx.db, 'node', parentId)
  if (parent && parent.planId !== planId) throw new AppError('command.outdated', { what: 'node' })
  const pasting = {
    tx,
    planId,
    template: templateOfPlan(tx, planId),
    sections: sectionsOf(tx, planId),
    inserted: [],
  }
  const level = {
    id: parentId,
    title: parent?.title ?? '',
    place: parent,
    depth: parentId === null ? 0 : ancestorIds(tx.db, parentId).length,
  }
  insertAll(pasting, level, nodes, placesAfter(tx, { planId, parentId, after }, nodes.length))
  refuseTooMany(tx)
  linkAll(pasting)
  return nodes[0]?.title ?? ''
}

const sectionsOf = (tx: Tx, planId: string): Set<string | null> => {
  const sections = readMany(tx.db, 'node', 'WHERE planId = ? AND sectionKey IS NOT NULL', planId)
  return new Set(sections.map(({ sectionKey }) => sectionKey))
}

interface Pasting {
  readonly tx: Tx
  readonly planId: string
  readonly template: Template
  /** Keys of the template's sections that the plan has. */
  readonly sections: Set<string | null>
  readonly inserted: { readonly id: string; readonly node: PastedNode }[]
}

/** What nodes are inserted below; at the top of the outline `id` and `place` are null. */
interface Level {
  readonly id: string | null
  readonly title: string
  readonly place: Place | null
  readonly depth: number
}

function insertAll(
  pasting: Pasting,
  above: Level,
  nodes: readonly PastedNode[],
  positions: readonly string[],
): void {
  for (const [index, node] of nodes.entries()) {
    const below = insertOne(pasting, above, node, positions[index] ?? '')
    insertAll(pasting, below, node.children, positionsFor(node.children.length))
  }
}

function insertOne(pasting: Pasting, above: Level, node: PastedNode, pos: string): Level {
  const { tx, planId, template } = pasting
  const { type, title } = node
  const depth = above.depth + 1
  if (!mayStandUnder(template, type, above.place) || depth > MAX_OUTLINE_DEPTH) {
    throw new AppError('command.not-allowed', { what: title, where: above.title })
  }
  const id = node.id ?? newId()
  const sectionKey = freeSection(pasting, node.sectionKey ?? null)
  const annex = node.annex ? 1 : 0
  tx.insert('node', { id, planId, parentId: above.id, pos, type, title, ref: null, sectionKey, annex })
  insertMeasure(tx, id, node)
  for (const [key, doc] of textsFor(pasting, node)) writeField(tx, id, key, doc)
  if (node.coordinators?.length) {
    setCoordinators(tx, { type: 'coordinators.set', nodeId: id, units: [...node.coordinators] })
  }
  pasting.inserted.push({ id, node })
  return { id, title, place: { type, sectionKey }, depth }
}

/** A plan has each section of its template once; whatever else comes is the user's own. */
function freeSection({ template, sections }: Pasting, key: string | null): string | null {
  if (key === null || sections.has(key) || !sectionOf(template, key)) return null
  sections.add(key)
  return key
}

const emptyMilestone = { whenText: null, responsible: null }
const emptyIndicator = { unit: null, baseline: null, target: null, whenText: null }

function insertMeasure(tx: Tx, id: string, { type, milestone, indicator }: PastedNode): void {
  if (type === 'milestone') tx.insert('milestone', { id, ...(milestone ?? emptyMilestone) })
  if (type === 'indicator') tx.insert('indicator', { id, ...(indicator ?? emptyIndicator) })
}

function textsFor({ tx, template }: Pasting, node: PastedNode): readonly (readonly [string, RichText])[] {
  const { type, text = [], fields = {} } = node
  if (type === 'milestone' || type === 'indicator') return []
  const rule = ruleOf(template, type)
  const rows = rule ? rowsOf(rule).filter(({ composed }) => composed !== 'title') : []
  const filled = Object.entries(fields).filter(([, doc]) => doc.length > 0)
  const isRow = ([key]: readonly [string, RichText]): boolean => rows.some((row) => row.key === key)
  const homeless = filled.filter((field) => !isRow(field))
  const body = [...text, ...homeless.flatMap(([key, doc]) => [heading(tx, key), ...doc])]
  return [...(body.length > 0 ? [[BODY, body] as const] : []), ...filled.filter(isRow)]
}

/** The label under which a row of this key stands in some plan kind of the workbook. */
function heading(tx: Tx, key: string): Block {
  const rows = readTemplates(tx.db).flatMap(({ nodes }) => Object.values(nodes).flatMap(rowsOf))
  const label = rows.find((row) => row.key === key)?.label ?? key
  return { type: 'paragraph', content: [{ type: 'text', text: label, bold: true }] }
}

/** When all nodes stand, so that links between them find their targets whatever the order. */
function linkAll({ tx, inserted }: Pasting): void {
  for (const { id, node } of inserted) {
    for (const kind of linkKinds) {
      const targets = (node[kind] ?? []).filter((target) => isThere(tx, target))
      if (targets.length > 0) setLinks(tx, { type: 'link.set', nodeId: id, kind, targets })
    }
  }
}

const isThere = (tx: Tx, nodeId: string): boolean => readAll(tx.db, 'node', 'WHERE id = ?', nodeId).length > 0
