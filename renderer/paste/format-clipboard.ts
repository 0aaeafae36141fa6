import type { PastedNode } from '../../db/model/pasted-node.ts'
import { plainText } from '../../db/model/rich-text/plain-text.ts'
import { rowsOf, ruleOf } from '../../db/model/template/rules.ts'
import type { Template } from '../../db/model/template/template.ts'
import { type CopiedRow, copiedRows } from './copied-rows.ts'
import { isMeasure } from './growing-outline.ts'
import { measureLine } from './measure-lines.ts'
import { OWN_ATTRIBUTE, OWN_TYPE, toOwnFormat } from './own-format.ts'
import { escapeHtml, richTextHtml } from './rich-text-html.ts'

/** What is put on the clipboard, by type. */
export interface ClipboardContent {
  readonly [OWN_TYPE]: string
  readonly 'text/html': string
  readonly 'text/plain': string
}

/**
 * Copied nodes with all below them: for Planværk as they are; for Word nested lists, or where there is more than titles
 * headings with text and tables; as plain text a line each, indented by tabs.
 */
export function formatClipboard(nodes: readonly PastedNode[], template: Template): ClipboardContent {
  const own = toOwnFormat(nodes)
  const isDocument = nodes.some(holdsText)
  const body = isDocument ? documentHtml(nodes, template, 1) : listHtml(nodes)
  const lines = nodes.flatMap((node) =>
    isDocument ? documentLines(node, template, '') : titleLines(node, ''),
  )
  return {
    [OWN_TYPE]: own,
    'text/html': `<meta charset="utf-8"><div ${OWN_ATTRIBUTE}="${escapeHtml(own)}">${body}</div>`,
    'text/plain': lines.join('\n'),
  }
}

const holdsText = (node: PastedNode): boolean =>
  (node.text?.length ?? 0) > 0 ||
  Object.keys(node.fields ?? {}).length > 0 ||
  (node.coordinators?.length ?? 0) > 0 ||
  node.children.some(holdsText)

const titleOf = (node: PastedNode): string => (isMeasure(node.type) ? measureLine(node) : node.title)

function listHtml(nodes: readonly PastedNode[]): string {
  if (nodes.length === 0) return ''
  const items = nodes.map((node) => `<li>${escapeHtml(titleOf(node))}${listHtml(node.children)}</li>`)
  return `<ul>${items.join('')}</ul>`
}

/** HTML and Word have headings of six levels in common. */
const deepestHeading = 6

function documentHtml(nodes: readonly PastedNode[], template: Template, level: number): string {
  return nodes
    .map((node) => (isMeasure(node.type) ? listHtml([node]) : nodeHtml(node, template, level)))
    .join('')
}

function nodeHtml(node: PastedNode, template: Template, level: number): string {
  const tag = `h${Math.min(level, deepestHeading)}`
  const rows = copiedRows(node, template)
  const below = node.children.filter(({ type }) => !isMeasure(type))
  return [
    `<${tag}>${escapeHtml(node.title)}</${tag}>`,
    richTextHtml(node.text ?? []),
    isSheet(node, template) ? sheetHtml(node, template, rows) : rows.map(rowHtml).join(''),
    documentHtml(below, template, level + 1),
  ].join('')
}

const isSheet = ({ type }: PastedNode, template: Template): boolean =>
  !isMeasure(type) && ruleOf(template, type)?.layout === 'sheet'

/** The form as a table, as it is written in documents, without the turned side labels. */
function sheetHtml(node: PastedNode, template: Template, rows: readonly CopiedRow[]): string {
  const rule = isMeasure(node.type) ? undefined : ruleOf(template, node.type)
  const title = rule && rowsOf(rule).find(({ composed }) => composed === 'title')
  const titleRow = title ? [[title.label, `<p>${escapeHtml(node.title)}</p>`] as const] : []
  const cells = [...titleRow, ...rows.map((row) => [row.label, contentHtml(row)] as const)]
  const lines = cells.map(
    ([label, content]) => `<tr><td><b>${escapeHtml(label)}</b></td><td>${content}</td></tr>`,
  )
  return `<table border="1">${lines.join('')}</table>`
}

const rowHtml = (row: CopiedRow): string => `<p><b>${escapeHtml(row.label)}:</b></p>${contentHtml(row)}`

function contentHtml({ lines, text }: CopiedRow): string {
  const items = lines.map((line) => `<li>${escapeHtml(line)}</li>`)
  return (items.length === 0 ? '' : `<ul>${items.join('')}</ul>`) + richTextHtml(text)
}

const titleLine = (node: PastedNode, indent: string): string => indent + titleOf(node).replaceAll(/\s+/g, ' ')

const titleLines = (node: PastedNode, indent: string): readonly string[] => [
  titleLine(node, indent),
  ...node.children.flatMap((child) => titleLines(child, `${indent}\t`)),
]

function documentLines(node: PastedNode, template: Template, indent: string): readonly string[] {
  const deeper = `${indent}\t`
  const rows = isMeasure(node.type) ? [] : copiedRows(node, template)
  const text = node.text ? plainText(node.text).split('\n') : []
  const below = node.children.filter(({ type }) => !isMeasure(type))
  return [
    titleLine(node, indent),
    ...text.map((line) => deeper + line),
    ...rows.flatMap((row) => rowLines(row, deeper)),
    ...below.flatMap((child) => documentLines(child, template, deeper)),
  ]
}

function rowLines({ label, lines, text }: CopiedRow, indent: string): readonly string[] {
  const content = [...lines, ...(text.length === 0 ? [] : plainText(text).split('\n'))]
  return [`${indent}${label}:`, ...content.map((line) => `${indent}\t${line}`)]
}
