import type { OutlineNode, PlanDocument } from '../plan/plan-document.ts'
import type { NodeRule, SectionRule, Template } from '../template/template.ts'
import { overviewOf } from './overview.ts'
import { type Path, pathsOf } from './paths.ts'
import type { Beside, Heading, Item, ReportBlock, ReportPlace, ReportRow } from './report.ts'
import { besideTitle, groupsOf } from './rows.ts'
import { isAnnex, topNumbers } from './top-numbers.ts'

/** What the outline becomes on paper, in its order; the template says how each node looks. */
export function bodyOf(plan: PlanDocument, template: Template, tables: boolean): readonly ReportBlock[] {
  const numbers = topNumbers(plan.outline, template)
  const walk: Walk = { plan, template, tables, paths: pathsOf(plan.outline) }
  return blocksOf(plan.outline, 1, walk, (node) => numbers.get(node))
}

interface Walk {
  readonly plan: PlanDocument
  readonly template: Template
  readonly tables: boolean
  readonly paths: ReadonlyMap<OutlineNode, Path>
}

const pathOf = (node: OutlineNode, walk: Walk): Path => walk.paths.get(node) ?? []

const placeOf = (node: OutlineNode, walk: Walk): ReportPlace => ({ path: pathOf(node, walk) })

type NumberOf = (node: OutlineNode) => string | undefined

/** The look of a type of node that the template does not know: nothing is lost, and nothing is added. */
const unknownRule: NodeRule = {
  label: { singular: '', plural: '' },
  guidance: '',
  layout: 'chapter',
  children: [],
  text: true,
  measured: false,
  groups: [],
}

const ruleFor = (node: OutlineNode, template: Template): NodeRule => template.nodes[node.type] ?? unknownRule

const sectionFor = (node: OutlineNode, template: Template): SectionRule | undefined =>
  node.key === undefined ? undefined : template.sections.find((section) => section.key === node.key)

/** Neighbours that are items of a list become one list. */
function blocksOf(
  nodes: readonly OutlineNode[],
  depth: number,
  walk: Walk,
  numberOf: NumberOf,
): ReportBlock[] {
  const blocks: ReportBlock[] = []
  for (const node of nodes) {
    const rule = ruleFor(node, walk.template)
    if (rule.layout !== 'bullet') {
      blocks.push(...nodeBlocks(node, rule, depth, walk, numberOf(node)))
      continue
    }
    const { items, rest } = listBlocks([node], depth, walk)
    const last = blocks.at(-1)
    if (last?.kind === 'items')
      blocks[blocks.length - 1] = { kind: 'items', items: [...last.items, ...items] }
    else blocks.push({ kind: 'items', items })
    blocks.push(...rest)
  }
  return blocks
}

function nodeBlocks(
  node: OutlineNode,
  rule: NodeRule,
  depth: number,
  walk: Walk,
  number: string | undefined,
): ReportBlock[] {
  switch (rule.layout) {
    case 'sheet':
      return sheetBlocks(node, rule, depth, walk)
    case 'run-in':
      return runInBlocks(node, rule, depth, walk)
    default:
      return chapterBlocks(node, rule, depth, walk, number)
  }
}

function chapterBlocks(
  node: OutlineNode,
  rule: NodeRule,
  depth: number,
  walk: Walk,
  number: string | undefined,
): ReportBlock[] {
  const section = node.type === 'section' ? sectionFor(node, walk.template) : undefined
  const children = blocksOf(node.children, depth + 1, walk, () => undefined)
  const beside = besideTitle(node, rule)
  const heading: Heading = {
    kind: 'heading',
    at: placeOf(node, walk),
    level: headingLevel(depth),
    ...(number === undefined ? {} : { number }),
    text: node.title,
    ...(beside === undefined ? {} : { beside }),
    begins: beginsOf(node, section, depth, walk.template, children),
  }
  return [
    ...(node.title === '' && beside === undefined ? [] : [heading]),
    ...prose(node, walk),
    ...rowBlocks(rowsOf(node, rule, walk)),
    ...overviewBlocks(node, section, walk),
    ...children,
  ]
}

/**
 * A divider is for tables that each begin a page of their own; before running text it would leave the page nearly
 * empty. An annex begins a page.
 */
function beginsOf(
  node: OutlineNode,
  section: SectionRule | undefined,
  depth: number,
  template: Template,
  children: readonly ReportBlock[],
): Heading['begins'] {
  if (depth > 1) return 'flow'
  const begins = section?.begins ?? (isAnnex(node, template) ? 'page' : 'flow')
  if (begins !== 'divider') return begins
  return children.length === 0 || children[0]?.kind === 'sheet' ? 'divider' : 'page'
}

function sheetBlocks(node: OutlineNode, rule: NodeRule, depth: number, walk: Walk): ReportBlock[] {
  return [
    {
      kind: 'sheet',
      at: placeOf(node, walk),
      label: rule.label.singular,
      title: node.title,
      level: depth <= 1 ? 1 : depth === 2 ? 2 : 3,
      text: node.text ?? [],
      groups: groupsOf(node, rule, walk.template, pathOf(node, walk)),
    },
    ...blocksOf(node.children, depth + 1, walk, () => undefined),
  ]
}

function runInBlocks(node: OutlineNode, rule: NodeRule, depth: number, walk: Walk): ReportBlock[] {
  const beside = besideTitle(node, rule)
  const { items, rest } = listBlocks(node.children, depth, walk)
  return [
    {
      kind: 'run-in',
      at: placeOf(node, walk),
      title: node.title,
      ...(beside === undefined ? {} : { beside }),
      sign: signOf(rule, beside),
      text: node.text ?? [],
    },
    ...rowBlocks(rowsOf(node, rule, walk)),
    ...(items.length > 0 ? [{ kind: 'items' as const, items }] : []),
    ...rest,
  ]
}

/** Nodes as items of a list, and behind the list those below them that need a page or a heading of their own. */
function listBlocks(
  nodes: readonly OutlineNode[],
  depth: number,
  walk: Walk,
): { items: Item[]; rest: ReportBlock[] } {
  const items: Item[] = []
  const rest: ReportBlock[] = []
  for (const node of nodes) {
    const rule = ruleFor(node, walk.template)
    if (rule.layout === 'chapter' || rule.layout === 'sheet') {
      rest.push(...nodeBlocks(node, rule, depth, walk, undefined))
      continue
    }
    const below = listBlocks(node.children, depth, walk)
    const beside = besideTitle(node, rule)
    items.push({
      at: placeOf(node, walk),
      title: node.title,
      ...(beside === undefined ? {} : { beside }),
      sign: signOf(rule, beside),
      text: node.text ?? [],
      rows: rowsOf(node, rule, walk),
      items: below.items,
    })
    rest.push(...below.rest)
  }
  return { items, rest }
}

/** The template's sign stands once: before what is beside the title, else before the text. */
const signOf = (rule: NodeRule, beside: Beside | undefined): string =>
  beside === undefined ? (rule.titleEnd ?? ': ') : ': '

const rowsOf = (node: OutlineNode, rule: NodeRule, walk: Walk): readonly ReportRow[] =>
  groupsOf(node, rule, walk.template, pathOf(node, walk)).flatMap((group) => group.rows)

const rowBlocks = (rows: readonly ReportRow[]): ReportBlock[] => rows.map((row) => ({ kind: 'row', ...row }))

const prose = (node: OutlineNode, walk: Walk): ReportBlock[] =>
  node.text === undefined || node.text.length === 0
    ? []
    : [{ kind: 'prose', at: { path: pathOf(node, walk), key: 'text' }, text: node.text }]

function overviewBlocks(node: OutlineNode, section: SectionRule | undefined, walk: Walk): ReportBlock[] {
  if (section?.overview === undefined) return []
  if (section.overviewWhen === 'on-request' && !walk.tables) return []
  const table = overviewOf(walk.plan, section.overview, node.title)
  return table === undefined ? [] : [table]
}

function headingLevel(depth: number): Heading['level'] {
  if (depth <= 1) return 1
  if (depth === 2) return 2
  return depth === 3 ? 3 : 4
}
