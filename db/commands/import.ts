import { ExchangeProblem } from '../model/exchange/problem.ts'
import { idOf, newId } from '../model/ids.ts'
import type { OutlineNode, PlanDocument } from '../model/plan/plan-document.ts'
import { BODY, type LinkKind, linkKinds, type NodeRecord } from '../model/records.ts'
import { exchangeProblems as problems } from '../model/texts/exchange.ts'
import { readAll, readOrganisation, readPlans } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import { linkEnds } from './node.ts'
import { refuseTooMany } from './place.ts'
import { setCover, writeField } from './plan.ts'
import { lastPosition, positionsFor } from './position.ts'
import { removePlan } from './removal.ts'
import { nameOrganisation, unitNamed } from './units.ts'

/** A plan to import, and how a problem in it is told (the caller knows which file it came from). */
export interface IncomingPlan {
  readonly document: PlanDocument
  readonly problem: (problem: ExchangeProblem) => Error
  readonly exists: (plan: string) => Error
}

/** A reference to a plan that is not in the workbook yet; it is kept as written. */
export interface OpenReference {
  readonly planId: string
  readonly from: string
  readonly reference: string
}

type Path = readonly PropertyKey[]

/**
 * Puts plans into the workbook. All of them are inserted before any reference is resolved, so their order does
 * not matter. Throws, and so changes nothing, when a plan is there already (unless it is to be replaced), an id
 * is used twice, or a reference names a missing node of a plan that is there.
 */
export function importPlans(tx: Tx, incoming: readonly IncomingPlan[], replace: boolean): readonly string[] {
  refuseSameId(incoming)
  const arrived = incoming.map((plan) => insertPlan(tx, plan, replace))
  refuseTooMany(tx)
  for (const plan of arrived) linkNodes(tx, plan)
  resolveWaiting(tx)
  const [first] = incoming
  if (first && readOrganisation(tx.db) === '') nameOrganisation(tx, first.document.organisation)
  return arrived.map(({ id }) => id)
}

/** References that still wait for their plan, in the order of the plans they stand in. */
export const openReferences = (tx: { readonly db: Tx['db'] }): readonly OpenReference[] =>
  readAll(tx.db, 'link', 'WHERE toRef IS NOT NULL ORDER BY fromNode, pos').map((link) => {
    const [node] = readAll(tx.db, 'node', 'WHERE id = ?', link.fromNode)
    return { planId: node?.planId ?? '', from: node?.title ?? '', reference: link.toRef ?? '' }
  })

interface Arrived {
  readonly id: string
  readonly incoming: IncomingPlan
  /** Every node with its path in the file, and the id it got. */
  readonly nodes: readonly { readonly id: string; readonly node: OutlineNode; readonly path: Path }[]
}

function refuseSameId(incoming: readonly IncomingPlan[]): void {
  const seen = new Set<string>()
  for (const { document, problem } of incoming) {
    if (document.id === undefined) continue
    if (seen.has(document.id))
      throw problem(new ExchangeProblem(['plan', 'id'], problems.duplicatePlan(document.id)))
    seen.add(document.id)
  }
}

function insertPlan(tx: Tx, incoming: IncomingPlan, replace: boolean): Arrived {
  const { document } = incoming
  const present = document.id === undefined ? undefined : planByRef(tx, document.id)
  if (present && !replace) throw incoming.exists(document.id ?? '')
  if (present) removePlan(tx, present.id)
  // A replaced plan keeps its id and its place among the plans.
  const id = present?.id ?? newId()
  const { case: committee, period } = document
  tx.insert('plan', {
    id,
    ref: document.id ?? null,
    pos: present?.pos ?? lastPosition(readPlans(tx.db)),
    template: document.template,
    variant: document.variant ?? null,
    title: document.title,
    periodFrom: period.from,
    periodTo: period.to,
    unitId: unitNamed(tx, document.unit),
    status: document.status,
    caseNumber: committee.caseNumber ?? null,
    documentNumber: committee.documentNumber ?? null,
    committee: committee.committee ?? null,
    meetingDate: committee.meetingDate ?? null,
    item: committee.item ?? null,
    annex: committee.annex ?? null,
  })
  for (const [key, value] of Object.entries(document.cover)) setCover(tx, id, key, value)
  const nodes: Arrived['nodes'][number][] = []
  const top = { planId: id, parentId: null }
  insertNodes(tx, top, document.outline, positionsFor(document.outline.length), ['plan', 'outline'], nodes)
  return { id, incoming, nodes }
}

const planByRef = (tx: Tx, ref: string) => readAll(tx.db, 'plan', 'WHERE ref = ?', ref)[0]

function insertNodes(
  tx: Tx,
  place: { readonly planId: string; readonly parentId: string | null },
  nodes: readonly OutlineNode[],
  positions: readonly string[],
  path: Path,
  done: Arrived['nodes'][number][],
): void {
  for (const [index, node] of nodes.entries()) {
    const id = newId()
    const pos = positions[index] ?? ''
    tx.insert('node', {
      ...place,
      id,
      pos,
      type: node.type,
      title: node.title,
      ref: node.id ?? null,
      sectionKey: node.key ?? null,
      annex: node.annex ? 1 : 0,
    })
    done.push({ id, node, path: [...path, index] })
    if (node.text) writeField(tx, id, BODY, node.text)
    for (const [key, doc] of Object.entries(node.fields)) writeField(tx, id, key, doc)
    insertCoordinators(tx, id, node.coordinators)
    // Indicators and milestones are nodes too; they stand before the children of the outline.
    const below = { planId: place.planId, parentId: id }
    const measures = node.indicators.length + node.milestones.length
    const places = positionsFor(measures + node.children.length)
    insertMeasures(tx, below, node, places)
    insertNodes(tx, below, node.children, places.slice(measures), [...path, index, 'children'], done)
  }
}

function insertCoordinators(tx: Tx, nodeId: string, names: readonly string[]): void {
  const positions = positionsFor(names.length)
  for (const [index, name] of names.entries()) {
    const unitId = unitNamed(tx, name)
    tx.insert('coordinator', {
      id: idOf('coordinator', nodeId, unitId),
      nodeId,
      unitId,
      pos: positions[index] ?? '',
    })
  }
}

function insertMeasures(
  tx: Tx,
  place: { readonly planId: string; readonly parentId: string },
  { indicators, milestones }: OutlineNode,
  positions: readonly string[],
): void {
  const insertBare = (type: NodeRecord['type'], title: string, index: number): string => {
    const id = newId()
    const pos = positions[index] ?? ''
    tx.insert('node', { ...place, id, pos, type, title, ref: null, sectionKey: null, annex: 0 })
    return id
  }
  for (const [index, indicator] of indicators.entries()) {
    tx.insert('indicator', {
      id: insertBare('indicator', indicator.title, index),
      unit: indicator.unit ?? null,
      baseline: indicator.baseline ?? null,
      target: indicator.target ?? null,
      whenText: indicator.when ?? null,
    })
  }
  for (const [index, milestone] of milestones.entries()) {
    tx.insert('milestone', {
      id: insertBare('milestone', milestone.title, indicators.length + index),
      whenText: milestone.when ?? null,
      responsible: milestone.responsible ?? null,
    })
  }
}

function linkNodes(tx: Tx, plan: Arrived): void {
  for (const { id, node, path } of plan.nodes) {
    for (const kind of linkKinds) {
      const positions = positionsFor(node[kind].length)
      for (const [index, reference] of node[kind].entries()) {
        const target = resolve(tx, plan.id, kind, reference)
        if (target instanceof Unresolvable) {
          throw plan.incoming.problem(new ExchangeProblem([...path, kind, index], target.problem))
        }
        tx.insert('link', {
          id: idOf('link', id, kind, reference),
          fromNode: id,
          kind,
          pos: positions[index] ?? '',
          ...(target ? { toNode: target, toRef: null } : { toNode: null, toRef: reference }),
        })
      }
    }
  }
}

class Unresolvable {
  readonly problem: string

  constructor(problem: string) {
    this.problem = problem
  }
}

/** The node that a reference names; null while its plan is not in the workbook. */
function resolve(tx: Tx, planId: string, kind: LinkKind, reference: string): string | null | Unresolvable {
  const inSamePlan = nodeByRef(tx, planId, reference)
  if (inSamePlan) return checked(inSamePlan, kind, reference)
  // Both ids may hold a slash themselves; any split that names a known plan is meant.
  for (let slash = reference.indexOf('/'); slash >= 0; slash = reference.indexOf('/', slash + 1)) {
    const plan = planByRef(tx, reference.slice(0, slash))
    if (!plan) continue
    const node = nodeByRef(tx, plan.id, reference.slice(slash + 1))
    return node ? checked(node, kind, reference) : new Unresolvable(problems.brokenReference(reference))
  }
  return reference.includes('/') ? null : new Unresolvable(problems.brokenReference(reference))
}

const nodeByRef = (tx: Tx, planId: string, ref: string): NodeRecord | undefined =>
  readAll(tx.db, 'node', 'WHERE planId = ? AND ref = ?', planId, ref)[0]

function checked(node: NodeRecord, kind: LinkKind, reference: string): string | Unresolvable {
  const expected = linkEnds(kind).to
  return node.type === expected
    ? node.id
    : new Unresolvable(problems.wrongTarget(reference, node.type, expected))
}

/** References that waited for a plan which is here now find their node; the others go on waiting. */
function resolveWaiting(tx: Tx): void {
  for (const link of readAll(tx.db, 'link', 'WHERE toRef IS NOT NULL ORDER BY id')) {
    const [from] = readAll(tx.db, 'node', 'WHERE id = ?', link.fromNode)
    const target = resolve(tx, from?.planId ?? '', link.kind, link.toRef ?? '')
    if (typeof target === 'string') tx.update('link', link.id, { toNode: target, toRef: null })
  }
}
