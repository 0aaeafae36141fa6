import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { generateNKeysBetween } from 'fractional-indexing'
import { connect } from '../../db/file/connect.ts'
import { createFile } from '../../db/file/create.ts'
import type { Fingerprint } from '../../db/file/fingerprint.ts'
import { WORKING_COPY } from '../../db/file/origin.ts'
import { publish } from '../../db/file/publish.ts'
import { makeWorkingFolder, removeWorkingFolder } from '../../db/file/working-folder.ts'
import { idOf, newId } from '../../db/model/ids.ts'
import type { NodeRecord } from '../../db/model/records.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import { builtInTemplates } from '../../db/model/template/built-in/index.ts'
import { commit, type Session, type Tx } from '../../db/transaction.ts'

/** Workbooks for tests: sound ones, with every table in use, of about as many nodes as wanted. */

export const richText = (text: string): RichText => [{ type: 'paragraph', content: [{ type: 'text', text }] }]

/** Begins a session, as every opening for edit does. */
export function beginSession(db: Database): Session {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO session (id, who, machine, program, startedAt) VALUES (?, ?, ?, ?, ?)')
    .run(newId(), 'Else Consulent', 'PC-17', 'test', new Date().toISOString())
  return { rid: Number(lastInsertRowid), seq: 0 }
}

/** A new working copy in `folder`, filled, and open for edit. The caller closes it. */
export function buildWorkingCopy(
  folder: string,
  nodes: number,
): { readonly db: Database; readonly session: Session } {
  const path = join(folder, WORKING_COPY)
  createFile(path, 'test')
  const db = connect(path)
  const session = beginSession(db)
  commit(db, session, { kind: 'import', label: () => ({ command: 'test.build' }) }, (tx) => fill(tx, nodes))
  return { db, session }
}

/** A published workbook at `file`. */
export function buildWorkbook(file: string, base: string, nodes: number): Fingerprint {
  const folder = makeWorkingFolder(base)
  const { db } = buildWorkingCopy(folder, nodes)
  try {
    return publish(db, file, { expected: null })
  } finally {
    db.close()
    removeWorkingFolder(folder)
  }
}

const NODES_PER_INDSATS = 4
const NODES_PER_PLAN = 100

function fill(tx: Tx, nodes: number): void {
  for (const template of builtInTemplates) {
    tx.insert('template', {
      id: idOf('template', template.key),
      key: template.key,
      doc: JSON.stringify(template),
    })
  }
  tx.insert('setting', { id: idOf('setting', 'organisation'), key: 'organisation', value: 'Søby Kommune' })
  const top = newId()
  const centre = newId()
  tx.insert('unit', { id: top, parentId: null, pos: 'a0', kind: 'direktion', name: 'Direktionen' })
  tx.insert('unit', {
    id: centre,
    parentId: top,
    pos: 'a0',
    kind: 'center',
    name: 'Center for Børn og Læring',
  })
  const round = newId()
  tx.insert('round', { id: round, name: 'Opfølgning maj 2027', date: '2027-05-01' })
  const plans = Math.max(1, Math.round(nodes / NODES_PER_PLAN))
  const positions = generateNKeysBetween(null, null, plans)
  for (const pos of positions) fillPlan(tx, { pos, unitId: centre, round, nodes: Math.round(nodes / plans) })
}

interface PlanPlace {
  readonly pos: string
  readonly unitId: string
  readonly round: string
  readonly nodes: number
}

function fillPlan(tx: Tx, { pos, unitId, round, nodes }: PlanPlace): void {
  const plan = newId()
  tx.insert('plan', {
    id: plan,
    ref: null,
    pos,
    template: 'maalaftale',
    variant: 'center',
    title: `Målaftale ${pos}`,
    periodFrom: 2027,
    periodTo: 2029,
    unitId,
    status: 'udkast',
    caseNumber: '27/1234',
    documentNumber: null,
    committee: 'Økonomiudvalget',
    meetingDate: '2027-03-15',
    item: null,
    annex: null,
  })
  tx.insert('cover', {
    id: idOf('cover', plan, 'aftalepart'),
    planId: plan,
    key: 'aftalepart',
    plain: 'Anne Å',
    rich: null,
  })
  tx.insert('snapshot', {
    id: newId(),
    planId: plan,
    at: new Date().toISOString(),
    name: 'Udkast',
    doc: '{}',
  })
  const section = addNode(tx, {
    planId: plan,
    parentId: null,
    pos: 'a0',
    type: 'section',
    title: 'Indledning',
  })
  addText(tx, section, 'text', 'Det handler om trivsel. ')
  const indsatser = Math.max(1, Math.floor((nodes - 1) / NODES_PER_INDSATS))
  const ids = generateNKeysBetween('a0', null, indsatser).map((place) =>
    addIndsats(tx, { plan, place, unitId, round }),
  )
  const [first, second] = ids
  if (first === undefined || second === undefined) return
  const id = idOf('link', first, 'contributesTo', second)
  tx.insert('link', { id, fromNode: first, kind: 'contributesTo', pos: 'a0', toNode: second, toRef: null })
}

interface IndsatsPlace {
  readonly plan: string
  readonly place: string
  readonly unitId: string
  readonly round: string
}

function addIndsats(tx: Tx, { plan, place, unitId, round }: IndsatsPlace): string {
  const indsats = addNode(tx, {
    planId: plan,
    parentId: null,
    pos: place,
    type: 'indsats',
    title: `Tidlig indsats ${place}`,
  })
  addText(tx, indsats, 'beskrivelse', 'Flere børn skal have et fællesskab. ')
  addText(tx, indsats, 'effekt', 'Fraværet falder med en fjerdedel. ')
  tx.insert('status', {
    id: idOf('status', indsats, round),
    nodeId: indsats,
    roundId: round,
    light: 'yellow',
    doc: richText('Er begyndt.'),
  })
  const below = { planId: plan, parentId: indsats }
  const bidrag = addNode(tx, { ...below, pos: 'a0', type: 'bidrag', title: 'Skolernes bidrag' })
  tx.insert('coordinator', { id: idOf('coordinator', bidrag, unitId), nodeId: bidrag, unitId, pos: 'a0' })
  const milestone = addNode(tx, { ...below, pos: 'a1', type: 'milestone', title: 'Planen er vedtaget' })
  tx.insert('milestone', { id: milestone, whenText: '2. kvartal 2027', responsible: 'Centerchefen' })
  const indicator = addNode(tx, { ...below, pos: 'a2', type: 'indicator', title: 'Elevfravær' })
  tx.insert('indicator', { id: indicator, unit: '%', baseline: '8', target: '6', whenText: '2029' })
  tx.insert('measurement', {
    id: newId(),
    indicatorId: indicator,
    date: '2027-05-01',
    value: '7,5',
    note: null,
  })
  return indsats
}

type NodeParts = Pick<NodeRecord, 'planId' | 'parentId' | 'pos' | 'type' | 'title'>

/** Inserts a node that has no more than the parts. */
export function addNode(tx: Tx, parts: NodeParts): string {
  const id = newId()
  tx.insert('node', { id, ...parts, ref: null, sectionKey: null, annex: 0 })
  return id
}

function addText(tx: Tx, nodeId: string, key: string, text: string): void {
  tx.insert('field', { id: idOf('field', nodeId, key), nodeId, key, doc: richText(text.repeat(15)) })
}
