import { idOf } from '../model/ids.ts'
import { BODY, type Records, tableNames } from '../model/records.ts'
import { builtInTemplates } from '../model/template/built-in/index.ts'
import { variantOf } from '../model/template/rules.ts'
import { type NodeType, outlineType, type Template, templateSchema } from '../model/template/template.ts'
import { salvageTexts } from '../model/texts/salvage.ts'
import { nameOf } from './name-of.ts'
import { bareNode, type Rescue } from './rescue.ts'

/** Sees to it that everything that a row refers to is there: something in its place, or the row is left out. */
export function mendReferences(rescue: Rescue): void {
  mendTemplates(rescue)
  addMissingNodes(rescue)
  addMissingPlans(rescue)
  addMissingUnitsAndRounds(rescue)
  mendPlans(rescue)
  mendMeasures(rescue)
  dropHomeless(rescue)
  mendLinks(rescue)
  dropDoubles(rescue)
}

/** Those that the program brings are there again where they were lost. */
function mendTemplates(rescue: Rescue): void {
  const known = new Set(rescue.rows('template').map(({ key }) => key))
  for (const template of builtInTemplates.filter(({ key }) => !known.has(key))) {
    const id = idOf('template', template.key)
    rescue.put('template', { id, key: template.key, doc: JSON.stringify(template) })
  }
}

/** What is known of a node whose own row could not be read, by what belongs to it. */
interface Trace {
  readonly planId: string | null
  readonly type: NodeType
  /** The beginning of a text of it. */
  readonly name: string
}

/** The more telling a trace, the later it stands. */
const TELLING: readonly NodeType[] = ['section', 'indsats', 'bidrag', 'milestone', 'indicator']

class Traces {
  readonly found = new Map<string, Trace>()
  readonly #rescue: Rescue

  constructor(rescue: Rescue) {
    this.#rescue = rescue
  }

  add(id: string, type: NodeType, { planId = null, name = '' }: Partial<Trace> = {}): void {
    if (this.#rescue.tables.node.has(id)) return
    const known = this.found.get(id)
    const telling = known && TELLING.indexOf(known.type) > TELLING.indexOf(type) ? known.type : type
    this.found.set(id, { planId: known?.planId ?? planId, type: telling, name: known?.name || name })
  }
}

function addMissingNodes(rescue: Rescue): void {
  const traces = new Traces(rescue)
  for (const { parentId, planId, type } of rescue.rows('node')) {
    const holds = ['bidrag', 'milestone', 'indicator'].includes(type) ? 'indsats' : 'section'
    if (parentId !== null) traces.add(parentId, holds, { planId })
  }
  for (const field of rescue.rows('field')) {
    traces.add(field.nodeId, field.key === BODY ? 'section' : 'indsats', { name: nameOf('field', field) })
  }
  for (const table of ['milestone', 'indicator'] as const) {
    for (const row of rescue.rows(table)) traces.add(row.id, table, { name: nameOf(table, row) })
  }
  for (const row of rescue.rows('status')) traces.add(row.nodeId, 'indsats', { name: nameOf('status', row) })
  for (const { indicatorId } of rescue.rows('measurement')) traces.add(indicatorId, 'indicator')
  for (const { nodeId } of rescue.rows('coordinator')) {
    if (traces.found.has(nodeId)) traces.add(nodeId, 'bidrag')
  }
  for (const [id, { planId, type, name }] of traces.found) {
    const plan = planId ?? rescue.planForAll()
    const node = { ...bareNode(plan, rescue.headingIn(plan), type), id, title: salvageTexts.node }
    rescue.put('node', node)
    rescue.losses.push({ table: 'node', name, why: 'nameless' })
  }
}

function addMissingPlans(rescue: Rescue): void {
  const parts = [...rescue.rows('node'), ...rescue.rows('cover'), ...rescue.rows('snapshot')]
  for (const id of new Set(parts.map(({ planId }) => planId))) {
    if (rescue.tables.plan.has(id)) continue
    rescue.addPlan(id)
    rescue.losses.push({ table: 'plan', name: salvageTexts.plan, why: 'nameless' })
  }
}

function addMissingUnitsAndRounds(rescue: Rescue): void {
  for (const { unitId } of [...rescue.rows('plan'), ...rescue.rows('coordinator')]) {
    if (rescue.tables.unit.has(unitId)) continue
    rescue.addUnit(unitId)
    rescue.losses.push({ table: 'unit', name: salvageTexts.unit, why: 'nameless' })
  }
  for (const { roundId } of rescue.rows('status')) {
    if (rescue.tables.round.has(roundId)) continue
    rescue.put('round', { id: roundId, name: salvageTexts.round, date: '2000-01-01' })
    rescue.losses.push({ table: 'round', name: salvageTexts.round, why: 'nameless' })
  }
}

/** A plan whose kind is lost takes the kind that knows the types of its nodes. */
function mendPlans(rescue: Rescue): void {
  const templates = new Map(
    rescue.rows('template').map(({ key, doc }) => [key, templateSchema.parse(JSON.parse(doc))]),
  )
  const nodes = Map.groupBy(rescue.rows('node'), ({ planId }) => planId)
  const names = new Set<string>()
  for (const plan of rescue.rows('plan')) {
    const template = templates.get(plan.template) ?? templateFor(nodes.get(plan.id) ?? [])
    const variant = variantOf(template, plan.variant) ? plan.variant : null
    const ref = plan.ref === null || names.has(plan.ref) ? null : plan.ref
    if (ref !== null) names.add(ref)
    if (template.key === plan.template && variant === plan.variant && ref === plan.ref) continue
    rescue.put('plan', { ...plan, template: template.key, variant, ref })
    rescue.tell('plan', plan, 'mended')
  }
}

function templateFor(nodes: readonly Records['node'][]): Template {
  const types = new Set(nodes.map(({ type }) => type))
  const missing = (template: Template) =>
    outlineType.options.filter((type) => types.has(type) && !template.nodes[type]).length
  const [best] = builtInTemplates.toSorted((one, other) => missing(one) - missing(other))
  if (!best) throw new Error('there is no built-in template')
  return best
}

/** Milestones and indicators are nodes with a row beside them, and only they have one: what has a row is one. */
function mendMeasures(rescue: Rescue): void {
  for (const row of rescue.rows('indicator')) {
    if (rescue.tables.milestone.has(row.id)) rescue.drop('indicator', row, 'homeless')
  }
  const { node: nodes, indicator: indicators } = rescue.tables
  for (const table of ['milestone', 'indicator'] as const) {
    for (const row of rescue.rows(table)) {
      const node = nodes.get(row.id)
      if (!node || node.type === table) continue
      rescue.put('node', { ...node, type: table })
      rescue.tell('node', node, 'mended')
    }
  }
  for (const { id, type } of nodes.values()) {
    if (type === 'milestone' && !rescue.tables.milestone.has(id))
      rescue.put('milestone', { id, whenText: null, responsible: null })
    if (type === 'indicator' && !indicators.has(id))
      rescue.put('indicator', { id, unit: null, baseline: null, target: null, whenText: null })
  }
}

function dropHomeless(rescue: Rescue): void {
  const { node: nodes, indicator: indicators } = rescue.tables
  for (const row of rescue.rows('measurement')) {
    if (!indicators.has(row.indicatorId)) rescue.drop('measurement', row, 'homeless')
  }
  for (const row of rescue.rows('coordinator')) {
    if (!nodes.has(row.nodeId)) rescue.drop('coordinator', row, 'homeless')
  }
  for (const row of rescue.rows('conflict')) {
    const table = tableNames.find((name) => name === row.tbl)
    if (!table || !rescue.tables[table].has(row.rowId)) rescue.drop('conflict', row, 'homeless')
  }
}

/** A link says nothing itself: it goes with what it led from or to. */
function mendLinks(rescue: Rescue): void {
  const { node: nodes } = rescue.tables
  for (const link of rescue.rows('link')) {
    if (nodes.has(link.fromNode) && (link.toNode === null || nodes.has(link.toNode))) continue
    rescue.drop('link', link, 'homeless')
  }
}

/** Rows that stand for the same thing under two ids. */
function dropDoubles(rescue: Rescue): void {
  const doubles = <T extends 'setting' | 'template' | 'cover' | 'field' | 'coordinator' | 'status'>(
    table: T,
    keyOf: (row: Records[T]) => readonly string[],
  ): void => {
    const seen = new Set<string>()
    for (const row of rescue.rows(table)) {
      const key = JSON.stringify(keyOf(row))
      if (seen.has(key)) rescue.drop(table, row, 'twice')
      seen.add(key)
    }
  }
  doubles('setting', ({ key }) => [key])
  doubles('template', ({ key }) => [key])
  doubles('cover', ({ planId, key }) => [planId, key])
  doubles('field', ({ nodeId, key }) => [nodeId, key])
  doubles('coordinator', ({ nodeId, unitId }) => [nodeId, unitId])
  doubles('status', ({ nodeId, roundId }) => [nodeId, roundId])
}
