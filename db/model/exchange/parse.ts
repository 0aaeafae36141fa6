import { MAX_OUTLINE_DEPTH } from '../outline.ts'
import type { CoverValue, OutlineNode, PlanDocument } from '../plan/plan-document.ts'
import { parseCommonMark } from '../rich-text/common-mark.ts'
import { mayStandUnder, rowsOf, ruleOf, sectionOf, variantOf } from '../template/rules.ts'
import type { NodeRule, Template } from '../template/template.ts'
import { exchangeProblems as problems } from '../texts/exchange.ts'
import { ExchangeProblem, problemOf } from './problem.ts'
import { type ExchangeFile, type ExchangeNode, exchangeSchema } from './schema.ts'

/** JSON levels that the deepest allowed outline needs: the file, the plan, its outline, two a node, and what a node holds. */
const MAX_JSON_DEPTH = 2 * MAX_OUTLINE_DEPTH + 4

type Path = readonly PropertyKey[]

/**
 * The plan that a parsed `planvaerk-plan` JSON value holds. References are kept as written; whether they point
 * at something is decided where all plans are known.
 * Throws `ExchangeProblem` with the path of the first offending value.
 */
export function parseExchange(json: unknown, templates: readonly Template[]): PlanDocument {
  refuseDepth(json)
  const checked = exchangeSchema.safeParse(json, { reportInput: true })
  if (!checked.success) {
    const [issue] = checked.error.issues
    throw issue ? problemOf(issue) : checked.error
  }
  return toDocument(checked.data, templates)
}

/** Walks without recursion, so that no nesting can exhaust the stack before it is refused. */
function refuseDepth(json: unknown): void {
  const waiting: { readonly value: unknown; readonly path: Path }[] = [{ value: json, path: [] }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next
    if (typeof value !== 'object' || value === null) continue
    if (path.length >= MAX_JSON_DEPTH) {
      throw new ExchangeProblem(path, problems.tooDeep(MAX_OUTLINE_DEPTH))
    }
    const steps: readonly PropertyKey[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
    for (const step of steps) waiting.push({ value: Reflect.get(value, step), path: [...path, step] })
  }
}

function toDocument(file: ExchangeFile, templates: readonly Template[]): PlanDocument {
  const { plan } = file
  const template = templates.find(({ key }) => key === plan.template)
  if (!template) {
    const known = templates.map(({ key }) => key)
    throw new ExchangeProblem(['plan', 'template'], problems.unknownTemplate(plan.template, known))
  }
  const reader = { template, ids: new Set<string>() }
  return {
    organisation: file.organisation.name,
    ...(plan.id === undefined ? {} : { id: plan.id }),
    template: plan.template,
    ...(plan.variant === undefined ? {} : { variant: knownVariant(plan.variant, template) }),
    title: plan.title,
    period: plan.period,
    unit: plan.unit,
    cover: readCover(plan.cover ?? {}, template, plan.variant),
    case: plan.case ?? {},
    status: plan.status,
    outline: plan.outline.map((node, index) => readNode(reader, node, ['plan', 'outline', index], null)),
  }
}

function knownVariant(key: string, template: Template): string {
  if (template.variants.length === 1)
    throw new ExchangeProblem(['plan', 'variant'], problems.noVariants(template.key))
  const known = template.variants.map((variant) => variant.key)
  if (!known.includes(key)) {
    throw new ExchangeProblem(['plan', 'variant'], problems.unknownVariant(key, known))
  }
  return key
}

function readCover(
  cover: Readonly<Record<string, string>>,
  template: Template,
  variant: string | undefined,
): Readonly<Record<string, CoverValue>> {
  const rows = variantOf(template, variant ?? null)?.cover ?? []
  return mapValues(cover, (value, key): CoverValue => {
    const row = rows.find((candidate) => candidate.key === key)
    if (!row) {
      const known = rows.map((candidate) => candidate.key)
      throw new ExchangeProblem(['plan', 'cover', key], problems.unknownCoverRow(key, known))
    }
    return row.kind === 'rich' ? { rich: parseCommonMark(value) } : { plain: value }
  })
}

interface Reader {
  readonly template: Template
  readonly ids: Set<string>
}

function readNode(reader: Reader, node: ExchangeNode, path: Path, parent: ExchangeNode | null): OutlineNode {
  const rule = checkPlace(reader, node, path, parent)
  checkId(reader, node, path)
  for (const measure of ['milestones', 'indicators'] as const) {
    if (node[measure] && !rule.measured) throw new ExchangeProblem([...path, measure], problems.notMeasured)
  }
  for (const references of ['contributesTo', 'realises', 'coordinators'] as const) {
    refuseTwice(node[references] ?? [], [...path, references])
  }
  return {
    type: node.type,
    ...(node.id === undefined ? {} : { id: node.id }),
    ...(node.key === undefined ? {} : { key: node.key }),
    ...(node.annex === undefined ? {} : { annex: node.annex }),
    title: node.title,
    ...(node.text === undefined ? {} : { text: parseCommonMark(node.text) }),
    fields: readFields(node.fields ?? {}, rule, path),
    milestones: node.milestones ?? [],
    indicators: node.indicators ?? [],
    coordinators: node.coordinators ?? [],
    contributesTo: node.contributesTo ?? [],
    realises: node.realises ?? [],
    children: (node.children ?? []).map((child, index) =>
      readNode(reader, child, [...path, 'children', index], node),
    ),
  }
}

function checkPlace(reader: Reader, node: ExchangeNode, path: Path, parent: ExchangeNode | null): NodeRule {
  const { template } = reader
  const place = parent
    ? { type: parent.type, ...(parent.key === undefined ? {} : { sectionKey: parent.key }) }
    : null
  const rule = ruleOf(template, node.type)
  if (!rule || !mayStandUnder(template, node.type, place)) {
    throw new ExchangeProblem([...path, 'type'], problems.notAllowedHere(node.type, parent?.type ?? null))
  }
  if (node.key !== undefined && !sectionOf(template, node.key)) {
    const known = template.sections.map((section) => section.key)
    throw new ExchangeProblem([...path, 'key'], problems.unknownSection(node.key, known))
  }
  return rule
}

function checkId(reader: Reader, node: ExchangeNode, path: Path): void {
  if (node.id === undefined) return
  if (reader.ids.has(node.id)) throw new ExchangeProblem([...path, 'id'], problems.duplicateId(node.id))
  reader.ids.add(node.id)
}

function refuseTwice(values: readonly string[], path: Path): void {
  const again = values.findIndex((value, index) => values.indexOf(value) < index)
  const value = values[again]
  if (value !== undefined) throw new ExchangeProblem([...path, again], problems.duplicateReference(value))
}

function readFields(fields: Readonly<Record<string, string>>, rule: NodeRule, path: Path) {
  const rows = rowsOf(rule).filter((row) => row.composed !== 'title')
  return mapValues(fields, (value, key) => {
    if (!rows.some((row) => row.key === key)) {
      const known = rows.map((row) => row.key)
      throw new ExchangeProblem([...path, 'fields', key], problems.unknownField(key, known))
    }
    return parseCommonMark(value)
  })
}

const mapValues = <A, B>(
  values: Readonly<Record<string, A>>,
  map: (value: A, key: string) => B,
): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]))
