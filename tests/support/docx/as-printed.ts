import { formatPeriod } from '../../../db/model/period.ts'
import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { NodeRule, Row, Template } from '../../../db/model/template/template.ts'
import { documentTexts, statusNames, writtenDate } from '../../../db/model/texts/documents.ts'
import { PrintedNodes, type PrintedPlan, type PrintedRow } from './printed.ts'
import { type Line, linesOf, onOneLine, printable } from './printed-text.ts'

/**
 * What of a plan a document shows, and so what reading it back must give. Left out, or only as far as the page says it:
 * - ids, keys and references (`contributesTo`, `realises`): the thread between plans is not printed;
 * - which of section, theme, programme and goal a heading is: they look alike, only their level is seen;
 * - an annex by its "Bilag n:" and the case and status by the stamp, not part by part;
 * - whether a field is empty or absent, and a row that stands only when filled and is not;
 * - the last year of a period where the title names the first, the unit where the cover names it;
 * - which list continues which, beyond the numbers; levels of lists below the ninth, of headings below the fourth;
 * - where running text without a title of its own begins: it goes on with what stands before it.
 * Holds for templates whose run-in and bullet nodes have only such nodes below them, as all built-in ones.
 */
export function asPrinted(plan: PlanDocument, template: Template): PrintedPlan {
  const title = plan.title === '' ? template.title : plan.title
  const saysPeriod = title.includes(formatPeriod(plan.period)) || title.includes(String(plan.period.from))
  const cover = coverOf(plan, template)
  const printed = new PrintedNodes()
  const leads = leadsOf(plan, template)
  for (const node of plan.outline)
    printNode(printed, node, { template, depth: 1, lead: leads.get(node) ?? '' })
  return {
    schema: plan.variant === undefined ? plan.template : `${plan.template}/${plan.variant}`,
    organisation: printable(plan.organisation),
    title: printable(title),
    period: saysPeriod ? '' : formatPeriod(plan.period),
    unit: cover.some(({ lines }) => plainly(lines) === printable(plan.unit)) ? '' : printable(plan.unit),
    cover,
    stamp: stampOf(plan),
    nodes: printed.nodes,
  }
}

const plainly = (lines: readonly Line[]): string =>
  lines
    .filter((line) => line.sign === '')
    .flatMap((line) => line.runs.map((run) => run.text))
    .join('')

function coverOf(plan: PlanDocument, template: Template): { label: string; lines: Line[] }[] {
  const variant = template.variants.find(({ key }) => key === plan.variant) ?? template.variants[0]
  return (variant?.cover ?? []).map(({ key, label }) => {
    const value = plan.cover[key] ?? { plain: '' }
    return { label, lines: 'rich' in value ? linesOf(value.rich) : plainLines(value.plain) }
  })
}

const plainLines = (text: string): Line[] =>
  printable(text).trim() === '' ? [] : [{ level: 0, sign: '', runs: [{ text: printable(text) }] }]

function stampOf({ case: committeeCase, status }: PlanDocument): string {
  const { annex, caseNumber, documentNumber, committee, meetingDate, item } = committeeCase
  const meeting = [committee ?? '', meetingDate === undefined ? '' : writtenDate(meetingDate)]
  return [
    annex ?? '',
    caseNumber ? documentTexts.caseNumber(caseNumber) : '',
    documentNumber ? documentTexts.documentNumber(documentNumber) : '',
    meeting.filter((part) => part !== '').join(' '),
    item ? documentTexts.item(item) : '',
    statusNames[status],
  ]
    .map(printable)
    .filter((part) => part.trim() !== '')
    .join(' · ')
}

/** What stands before the titles at the top: annexes are counted, and sections where the template says so. */
function leadsOf(plan: PlanDocument, template: Template): Map<OutlineNode, string> {
  const leads = new Map<OutlineNode, string>()
  let annexes = 0
  let sections = 0
  for (const node of plan.outline) {
    const rule = template.sections.find((section) => node.type === 'section' && section.key === node.key)
    if (node.annex ?? rule?.annex ?? false) {
      annexes += 1
      if (!/^bilag\b/iu.test(node.title)) leads.set(node, `${documentTexts.annex} ${annexes}:`)
    } else if (template.document.numbered && template.nodes[node.type]?.layout === 'chapter') {
      sections += 1
      leads.set(node, `${sections}.`)
    }
  }
  return leads
}

interface Where {
  readonly template: Template
  /** Of headings, from 1. */
  readonly depth: number
  readonly lead: string
  /** Level of the list that the node stands in; undefined outside lists. */
  readonly item?: number
}

function printNode(printed: PrintedNodes, node: OutlineNode, where: Where): void {
  const rule = where.template.nodes[node.type]
  if (!rule) throw new Error(`${where.template.key} has no ${node.type}`)
  const listed = where.item !== undefined || rule.layout === 'bullet'
  if (rule.layout === 'chapter' || rule.layout === 'sheet') printHeading(printed, node, rule, where)
  else {
    const place = listed
      ? { shape: 'item' as const, level: Math.min(where.item ?? 0, 8) }
      : { shape: 'run-in' as const, level: 0 }
    printed.begin({ ...place, lead: '', title: printable(node.title), beside: besideOf(node, rule) })
  }
  const level = listed ? (where.item ?? 0) + 1 : 0
  printed.addLines(linesOf(node.text ?? [], level))
  printRows(printed, node, rule, level)
  const inList = rule.layout === 'run-in' || rule.layout === 'bullet'
  for (const child of node.children) {
    printNode(printed, child, {
      template: where.template,
      depth: where.depth + 1,
      lead: '',
      ...(inList ? { item: level } : {}),
    })
  }
}

function printHeading(
  printed: PrintedNodes,
  node: OutlineNode,
  rule: NodeRule,
  { depth, lead }: Where,
): void {
  const beside = besideOf(node, rule)
  const title = printable(node.title)
  if (rule.layout === 'sheet') {
    printed.begin({
      shape: 'sheet',
      level: Math.min(depth, 3),
      lead: `${rule.label.singular}:`,
      title,
      beside,
    })
  } else if (title.trim() !== '' || beside.length > 0) {
    printed.begin({ shape: 'chapter', level: Math.min(depth, 4), lead, title, beside })
  }
}

function besideOf(node: OutlineNode, rule: NodeRule) {
  const row = rule.groups.flatMap((group) => group.rows).find((each) => each.besideTitle)
  return onOneLine(linesOf((row && node.fields[row.key]) ?? []))
}

function printRows(printed: PrintedNodes, node: OutlineNode, rule: NodeRule, level: number): void {
  const sheet = rule.layout === 'sheet'
  for (const group of rule.groups) {
    for (const row of group.rows) {
      if (row.besideTitle || (row.onlyWhenFilled && !isFilled(row, node))) continue
      printed.beginRow({ group: sheet ? group.label : '', label: row.label })
      const lines = row.composed === 'title' ? [] : linesOf(node.fields[row.key] ?? [], sheet ? 0 : level)
      printed.changeRow((begun) => ({ ...begun, ...composedInto(row, node), lines }))
    }
  }
}

function composedInto({ composed }: Row, node: OutlineNode): Partial<PrintedRow> {
  switch (composed) {
    case 'title':
      return node.title === '' ? {} : { title: printable(node.title) }
    case 'coordinators':
      return { coordinators: node.coordinators.map(printable) }
    case 'milestones':
      return { milestones: node.milestones.map(said) }
    case 'indicators':
      return { indicators: node.indicators.map(said) }
    default:
      return {}
  }
}

function isFilled(row: Row, node: OutlineNode): boolean {
  if ((node.fields[row.key] ?? []).length > 0) return true
  return row.composed !== undefined && node[row.composed].length > 0
}

/** The parts that say something. */
const said = (measure: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(measure)
      .map(([part, text]) => [part, printable(String(text))])
      .filter(([, text]) => text !== ''),
  )
