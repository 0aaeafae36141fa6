import type { OutlineNode } from '../plan/plan-document.ts'
import type { RichText, TextRun } from '../rich-text/rich-text.ts'
import type { NodeRule, Row, Template } from '../template/template.ts'
import { documentTexts } from '../texts/documents.ts'
import { lineOf } from './one-line.ts'
import { printable } from './printable.ts'
import type { Beside, ReportRow, RowContent, SheetGroup } from './report.ts'

/**
 * The rows of a node as its form prescribes them. Whatever the writer typed appears: what no row of the form
 * shows (a field of an older template, milestones of a form without a row for them) follows in rows of its own.
 * `path` leads to the node.
 */
export function groupsOf(
  node: OutlineNode,
  rule: NodeRule,
  template: Template,
  path: readonly number[],
): readonly SheetGroup[] {
  const groups = rule.groups
    .map(({ label, rows }) => ({
      label,
      rows: rows.filter((row) => stands(row, node)).map((row) => filled(row, node, path)),
    }))
    .filter((group) => group.rows.length > 0)
  const leftOver = rowsOutsideForm(node, rule, template, path)
  const last = groups.at(-1)
  if (leftOver.length === 0) return groups
  if (last === undefined) return [{ label: rule.label.singular, rows: leftOver }]
  return [...groups.slice(0, -1), { label: last.label, rows: [...last.rows, ...leftOver] }]
}

/** The row that stands on the line of the title, where the form has one and it holds something. */
export function besideTitle(node: OutlineNode, rule: NodeRule): Beside | undefined {
  const row = rule.groups.flatMap((group) => group.rows).find((each) => each.besideTitle)
  const text = row && node.fields[row.key]
  return text && lineOf(text).trim() !== '' ? { sign: rule.titleEnd ?? ' – ', text } : undefined
}

function stands(row: Row, node: OutlineNode): boolean {
  if (row.besideTitle) return false
  return row.onlyWhenFilled === undefined || contentOf(row, node).length > 0
}

const filled = (row: Row, node: OutlineNode, path: readonly number[]): ReportRow => ({
  at: { path, key: row.key },
  label: row.label,
  content: contentOf(row, node),
})

function contentOf(row: Row, node: OutlineNode): RowContent[] {
  const text = node.fields[row.key] ?? []
  if (row.composed === 'coordinators' && saysJust(text, node.coordinators)) {
    return [{ kind: 'coordinators', names: node.coordinators, alsoText: true }]
  }
  return [...composed(row.composed, node), ...(text.length > 0 ? [{ kind: 'prose' as const, text }] : [])]
}

/** Writers often type the name of the unit that they also choose. */
function saysJust(text: RichText, names: readonly string[]): boolean {
  const [block, ...others] = text
  if (block?.type !== 'paragraph' || others.length > 0) return false
  const [run, ...more] = block.content
  return (
    more.length === 0 && run?.type === 'text' && unmarked(run) && run.text === printable(names.join(', '))
  )
}

const unmarked = (run: TextRun): boolean => !run.bold && !run.italic && run.link === undefined

function composed(from: Row['composed'], node: OutlineNode): RowContent[] {
  switch (from) {
    case 'title':
      return node.title === '' ? [] : [{ kind: 'title', text: node.title }]
    case 'coordinators':
      return node.coordinators.length === 0 ? [] : [{ kind: 'coordinators', names: node.coordinators }]
    case 'milestones':
      return node.milestones.length === 0 ? [] : [{ kind: 'milestones', milestones: node.milestones }]
    case 'indicators':
      return node.indicators.length === 0 ? [] : [{ kind: 'indicators', indicators: node.indicators }]
    case undefined:
      return []
  }
}

function rowsOutsideForm(
  node: OutlineNode,
  rule: NodeRule,
  template: Template,
  path: readonly number[],
): ReportRow[] {
  const rows = rule.groups.flatMap((group) => group.rows)
  const shown = new Set(rows.map((row) => row.composed))
  const known = new Set(rows.map((row) => row.key))
  const parts = [
    { label: documentTexts.coordinators, from: 'coordinators' },
    { label: documentTexts.indicators, from: 'indicators' },
    { label: documentTexts.milestones, from: 'milestones' },
  ] as const
  const lists = parts
    .filter(({ from }) => !shown.has(from))
    .map(({ label, from }) => ({ at: { path }, label, content: composed(from, node) }))
  const fields = Object.entries(node.fields)
    .filter(([key]) => !known.has(key))
    .map(([key, text]) => ({
      at: { path, key },
      label: labelOf(key, template),
      content: text.length > 0 ? [{ kind: 'prose' as const, text }] : [],
    }))
  return [...fields, ...lists].filter((row) => row.content.length > 0)
}

/** What the template calls the field elsewhere; else the key itself, readable. */
function labelOf(key: string, template: Template): string {
  const rows = Object.values(template.nodes).flatMap((rule) => rule.groups.flatMap((group) => group.rows))
  const label = rows.find((row) => row.key === key)?.label ?? key.replaceAll('-', ' ')
  return label.charAt(0).toLocaleUpperCase('da') + label.slice(1)
}
