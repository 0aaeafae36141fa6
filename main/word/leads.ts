import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx'
import { space } from '../../db/model/report/look.ts'
import { onOneLine } from '../../db/model/report/one-line.ts'
import type { Beside, Item, ReportRow, RunIn } from '../../db/model/report/report.ts'
import { onlyLine, rowPieces } from './composed.ts'
import { inlineRuns, plainRun } from './inline.ts'
import { bulletReference } from './numbering.ts'
import { continuation, paragraphsFrom, prose, richTextPieces } from './rich-text.ts'
import { clampedLevel, type Writing } from './writing.ts'

/** Paragraphs that begin with a title or a label of their own, on the line of their text. */

/** "Title: text" */
export const runInParagraphs = (node: RunIn, writing: Writing): Paragraph[] =>
  titled(node, writing, { style: 'Text' }, 0)

/** An item, what belongs to it, and the items below it. */
export function itemParagraphs(item: Item, writing: Writing, level = 0): Paragraph[] {
  const numbering = { reference: bulletReference, instance: 0, level: clampedLevel(level), custom: true }
  // A date alone at the top of a page would leave its reader to guess what is due.
  const keeps = item.rows.length > 0 && item.text.length <= 1
  const look = { style: 'ListBullet', numbering, ...(keeps ? { keepNext: true } : {}) }
  return [
    ...titled(item, writing, look, level + 1),
    ...item.rows.flatMap((row) => rowParagraphs(row, writing, level + 1)),
    ...item.items.flatMap((each) => itemParagraphs(each, writing, level + 1)),
  ]
}

type Titled = Pick<RunIn, 'title' | 'beside' | 'sign' | 'text'>

/** A title that leads a paragraph is bold; one that is a paragraph of its own in a list is not. */
function titled(node: Titled, writing: Writing, look: IParagraphOptions, level: number): Paragraph[] {
  const [first, ...rest] = node.text
  const inLine = first?.type === 'paragraph' ? first.content : undefined
  const below = inLine === undefined ? node.text : rest
  const leads = node.text.length > 0 || look.numbering === undefined
  const line = new Paragraph({
    ...look,
    ...(inLine === undefined && below.length > 0 ? { keepNext: true } : {}),
    children: [
      plainRun(node.title, leads ? 'LeadTitle' : 'NodeTitle'),
      ...besideRuns(node.beside, writing),
      ...(inLine === undefined
        ? []
        : [plainRun(node.title === '' ? '' : node.sign), ...inlineRuns(inLine, writing)]),
    ],
  })
  return [line, ...paragraphsFrom(richTextPieces(below, writing, prose, level))]
}

/** What stands on the line of a title, whatever it is made of. */
export function besideRuns(beside: Beside | undefined, writing: Writing): ParagraphChild[] {
  if (beside === undefined) return []
  return [plainRun(beside.sign), ...inlineRuns(onOneLine(beside.text), writing, 'BesideTitle')]
}

/** "Label: text", or the label and the list below it. */
export function rowParagraphs(row: ReportRow, writing: Writing, level = 0): Paragraph[] {
  const [first, ...rest] = row.content
  const label = plainRun(`${row.label}: `, 'RowLabel')
  const look = level === 0 ? { style: 'Text' } : { style: 'ListContinue', ...continuation(level) }
  const only = rest.length === 0 && first !== undefined ? onlyLine(first) : undefined
  if (only !== undefined) return [new Paragraph({ ...look, children: [label, ...only] })]
  const [paragraph, ...blocks] = first?.kind === 'prose' ? first.text : []
  if (paragraph?.type === 'paragraph') {
    const line = new Paragraph({ ...look, children: [label, ...inlineRuns(paragraph.content, writing)] })
    const content = [{ kind: 'prose' as const, text: blocks }, ...rest]
    return [line, ...paragraphsFrom(rowPieces({ ...row, content }, writing, prose, level))]
  }
  const line = new Paragraph({
    ...look,
    ...(row.content.length > 0 ? { keepNext: true } : {}),
    spacing: { after: space.item },
    children: [label],
  })
  return [line, ...paragraphsFrom(rowPieces(row, writing, prose, level))]
}
