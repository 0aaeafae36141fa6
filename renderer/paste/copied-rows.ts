import type { PastedNode } from '../../db/model/pasted-node.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import { rowsOf, ruleOf } from '../../db/model/template/rules.ts'
import type { NodeRule, Row, Template } from '../../db/model/template/template.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { isMeasure } from './growing-outline.ts'
import { measureLine } from './measure-lines.ts'

/** A row of a copied node as other programs get it. */
export interface CopiedRow {
  readonly label: string
  /** Names, or milestones and indicators, a line each. */
  readonly lines: readonly string[]
  readonly text: RichText
}

/** The rows of a node that hold something, in the order of its form; what the form lacks comes last. The title is not among them. */
export function copiedRows(node: PastedNode, template: Template): readonly CopiedRow[] {
  const rule = isMeasure(node.type) ? undefined : ruleOf(template, node.type)
  const rows = rule ? rowsOf(rule).filter(({ composed }) => composed !== 'title') : []
  const own = rows.map((row) => ({
    label: row.label,
    lines: linesOf(row.composed, node),
    text: textOf(row.key, node),
  }))
  const known = new Set(rows.map(({ key }) => key))
  const fields = Object.keys(node.fields ?? {}).filter((key) => !known.has(key))
  const others = fields.map((key) => ({ label: labelOf(key, template), lines: [], text: textOf(key, node) }))
  return [...own, ...others, ...unshown(node, rows)].filter(
    ({ lines, text }) => lines.length + text.length > 0,
  )
}

const textOf = (key: string, node: PastedNode): RichText => node.fields?.[key] ?? []

/** What hangs below a node whose rows do not show it. */
function unshown(node: PastedNode, rows: readonly Row[]): readonly CopiedRow[] {
  const parts = [
    { composed: 'coordinators', label: documentTexts.coordinators },
    { composed: 'indicators', label: documentTexts.indicators },
    { composed: 'milestones', label: documentTexts.milestones },
  ] as const
  return parts
    .filter((part) => rows.every((row) => row.composed !== part.composed))
    .map(({ composed, label }) => ({ label, lines: linesOf(composed, node), text: [] }))
}

function linesOf(composed: Row['composed'], node: PastedNode): readonly string[] {
  switch (composed) {
    case 'coordinators':
      return node.coordinators ?? []
    case 'milestones':
      return node.children.filter(({ type }) => type === 'milestone').map(measureLine)
    case 'indicators':
      return node.children.filter(({ type }) => type === 'indicator').map(measureLine)
    default:
      return []
  }
}

/** What some form of the template calls the row; else its key. */
function labelOf(key: string, template: Template): string {
  const rules: readonly NodeRule[] = Object.values(template.nodes)
  return rules.flatMap(rowsOf).find((row) => row.key === key)?.label ?? key
}
