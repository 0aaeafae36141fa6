import type { Database } from 'better-sqlite3'
import type { CommitteeCase, CoverValue, OutlineNode, PlanDocument } from '../model/plan/plan-document.ts'
import {
  BODY,
  type FieldRecord,
  type LinkKind,
  type LinkRecord,
  type NodeRecord,
  type PlanRecord,
  type Records,
} from '../model/records.ts'
import { type OutlineType, outlineType } from '../model/template/template.ts'
import { statement } from '../transaction.ts'
import { read, readAll, readMany, readOrganisation, unitNames } from './read.ts'

/** The whole plan as a value. Throws `command.outdated` where there is no such plan. */
export function loadPlan(db: Database, planId: string): PlanDocument {
  const plan = read(db, 'plan', planId)
  const units = unitNames(db)
  const rows = readRows(db, plan, units)
  const id = planName(rows, plan)
  return {
    organisation: readOrganisation(db),
    ...(id === null ? {} : { id }),
    template: plan.template,
    ...(plan.variant === null ? {} : { variant: plan.variant }),
    title: plan.title,
    period: { from: plan.periodFrom, to: plan.periodTo },
    unit: units.get(plan.unitId) ?? '',
    cover: Object.fromEntries(
      readAll(db, 'cover', 'WHERE planId = ? ORDER BY key', planId).map((row) => [row.key, coverValue(row)]),
    ),
    case: committeeCase(plan),
    status: plan.status,
    outline: outlineBelow(rows, null),
  }
}

/** Everything that belongs to the nodes of one plan, grouped by node. */
interface PlanRows {
  readonly plan: PlanRecord
  readonly units: ReadonlyMap<string, string>
  readonly children: ReadonlyMap<string | null, readonly NodeRecord[]>
  readonly fields: ReadonlyMap<string, readonly FieldRecord[]>
  readonly links: ReadonlyMap<string, readonly LinkRecord[]>
  readonly coordinators: ReadonlyMap<string, readonly Records['coordinator'][]>
  readonly milestones: ReadonlyMap<string, Records['milestone']>
  readonly indicators: ReadonlyMap<string, Records['indicator']>
  /** Ids of nodes here that references name, and whether any of these comes from another plan. */
  readonly named: ReadonlySet<string>
  readonly namedFromOutside: boolean
  /** The target of every link from here, with its plan. */
  readonly targets: ReadonlyMap<string, Target>
}

interface Target {
  readonly planId: string
  readonly planName: string
  readonly nodeName: string
}

function readRows(db: Database, plan: PlanRecord, units: ReadonlyMap<string, string>): PlanRows {
  const nodes = readMany(db, 'node', 'WHERE planId = ? ORDER BY pos, id', plan.id)
  const below = 'IN (SELECT id FROM node WHERE planId = ?)'
  const incoming = statement(
    db,
    `SELECT link.toNode, node.planId FROM link JOIN node ON node.id = link.fromNode WHERE link.toNode ${below}`,
  ).all(plan.id)
  return {
    plan,
    units,
    children: groupBy(nodes, ({ parentId }) => parentId),
    fields: groupBy(
      readMany(db, 'field', `WHERE nodeId ${below} ORDER BY key`, plan.id),
      ({ nodeId }) => nodeId,
    ),
    links: groupBy(
      readMany(db, 'link', `WHERE fromNode ${below} ORDER BY pos, id`, plan.id),
      ({ fromNode }) => fromNode,
    ),
    coordinators: groupBy(
      readMany(db, 'coordinator', `WHERE nodeId ${below} ORDER BY pos, id`, plan.id),
      ({ nodeId }) => nodeId,
    ),
    milestones: byId(readMany(db, 'milestone', `WHERE id ${below}`, plan.id)),
    indicators: byId(readMany(db, 'indicator', `WHERE id ${below}`, plan.id)),
    named: new Set(incoming.map((row) => String(row.toNode))),
    namedFromOutside: incoming.some((row) => row.planId !== plan.id),
    targets: readTargets(db, plan.id),
  }
}

function readTargets(db: Database, planId: string): ReadonlyMap<string, Target> {
  const rows = statement(
    db,
    `SELECT node.id, node.planId, ifnull(plan.ref, plan.id) AS planName, ifnull(node.ref, node.id) AS nodeName
     FROM link JOIN node ON node.id = link.toNode JOIN plan ON plan.id = node.planId
     WHERE link.fromNode IN (SELECT id FROM node WHERE planId = ?)`,
  ).all(planId)
  return new Map(
    rows.map((row) => [
      String(row.id),
      {
        planId: String(row.planId),
        planName: String(row.planName),
        nodeName: String(row.nodeName),
      },
    ]),
  )
}

/** A plan without a name of its own gets its id as one when another plan refers to it. */
const planName = (rows: PlanRows, plan: PlanRecord): string | null =>
  plan.ref ?? (rows.namedFromOutside ? plan.id : null)

function outlineBelow(rows: PlanRows, parentId: string | null): readonly OutlineNode[] {
  return (rows.children.get(parentId) ?? []).flatMap((node) => {
    const type = outlineType.safeParse(node.type)
    return type.success ? [outlineNode(rows, node, type.data)] : []
  })
}

function outlineNode(rows: PlanRows, node: NodeRecord, type: OutlineType): OutlineNode {
  const fields = rows.fields.get(node.id) ?? []
  const body = fields.find(({ key }) => key === BODY)
  const id = node.ref ?? (rows.named.has(node.id) ? node.id : null)
  return {
    type,
    ...(id === null ? {} : { id }),
    ...(node.sectionKey === null ? {} : { key: node.sectionKey }),
    ...(node.annex === 1 ? { annex: true } : {}),
    title: node.title,
    ...(body ? { text: body.doc } : {}),
    fields: Object.fromEntries(fields.filter(({ key }) => key !== BODY).map(({ key, doc }) => [key, doc])),
    milestones: milestonesBelow(rows, node.id),
    indicators: indicatorsBelow(rows, node.id),
    coordinators: (rows.coordinators.get(node.id) ?? []).map(({ unitId }) => rows.units.get(unitId) ?? ''),
    contributesTo: references(rows, node.id, 'contributesTo'),
    realises: references(rows, node.id, 'realises'),
    children: outlineBelow(rows, node.id),
  }
}

const milestonesBelow = (rows: PlanRows, nodeId: string) =>
  (rows.children.get(nodeId) ?? [])
    .filter(({ type }) => type === 'milestone')
    .map(({ id, title }) => {
      const row = rows.milestones.get(id)
      return { title, ...present({ when: row?.whenText, responsible: row?.responsible }) }
    })

const indicatorsBelow = (rows: PlanRows, nodeId: string) =>
  (rows.children.get(nodeId) ?? [])
    .filter(({ type }) => type === 'indicator')
    .map(({ id, title }) => {
      const row = rows.indicators.get(id)
      const { unit, baseline, target, whenText } = row ?? {}
      return { title, ...present({ unit, baseline, target, when: whenText }) }
    })

const references = (rows: PlanRows, nodeId: string, kind: LinkKind): readonly string[] =>
  (rows.links.get(nodeId) ?? []).filter((link) => link.kind === kind).map((link) => referenceText(rows, link))

function referenceText(rows: PlanRows, link: LinkRecord): string {
  const target = link.toNode === null ? undefined : rows.targets.get(link.toNode)
  if (!target) return link.toRef ?? ''
  return target.planId === rows.plan.id ? target.nodeName : `${target.planName}/${target.nodeName}`
}

const coverValue = ({ plain, rich }: Records['cover']): CoverValue =>
  rich === null ? { plain: plain ?? '' } : { rich }

const committeeCase = (plan: PlanRecord): CommitteeCase =>
  present({
    caseNumber: plan.caseNumber,
    documentNumber: plan.documentNumber,
    committee: plan.committee,
    meetingDate: plan.meetingDate,
    item: plan.item,
    annex: plan.annex,
  })

/** Only what is there. */
const present = <K extends string>(
  values: Readonly<Record<K, string | null | undefined>>,
): { readonly [P in K]?: string } =>
  Object.fromEntries(
    Object.entries<string | null | undefined>(values).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  ) as { readonly [P in K]?: string }

function groupBy<V, K>(values: readonly V[], key: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  return Map.groupBy(values, key)
}

const byId = <V extends { readonly id: string }>(values: readonly V[]): ReadonlyMap<string, V> =>
  new Map(values.map((value) => [value.id, value]))
