import type { Block, Inline, Paragraph, RichText } from '../../db/model/rich-text/rich-text.ts'
import type { ReportRow, RowContent } from './report/report.ts'

/** A row whose first paragraph is cut in two, and its second half. */
export interface CutRow {
  readonly row: ReportRow
  readonly continued: Paragraph
}

/**
 * Cuts the paragraph that a row begins with, where it is longer than `longest` characters: after a sentence, else
 * a word, near `wanted`. Undefined when there is nothing to cut.
 */
export function cutFirstParagraph(row: ReportRow, longest: number, wanted: number): CutRow | undefined {
  const [first, ...rest] = row.content
  if (first?.kind !== 'prose') return undefined
  const [block, ...blocks] = first.text
  const cut = block && cutBlock(block, longest, wanted)
  if (cut === undefined) return undefined
  const content: RowContent[] = [{ kind: 'prose', text: [...cut.blocks, ...blocks] }, ...rest]
  return { row: { label: row.label, content }, continued: cut.continued }
}

interface Cut {
  readonly blocks: RichText
  readonly continued: Paragraph
}

function cutBlock(block: Block, longest: number, wanted: number): Cut | undefined {
  if (block.type === 'paragraph') return cutParagraph(block, longest, wanted)
  const [item, ...items] = block.items
  const [first, ...rest] = item?.blocks ?? []
  const cut = first && cutBlock(first, longest, wanted)
  if (cut === undefined) return undefined
  const cutItem = { blocks: [...cut.blocks, ...rest] }
  return { blocks: [{ ...block, items: [cutItem, ...items] }], continued: cut.continued }
}

function cutParagraph(paragraph: Paragraph, longest: number, wanted: number): Cut | undefined {
  const whole = paragraph.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
  if (whole.length <= longest) return undefined
  const at = placeToCut(whole, wanted)
  const head = { type: 'paragraph' as const, content: slice(paragraph.content, 0, at) }
  const continued = { type: 'paragraph' as const, content: slice(paragraph.content, at + 1, whole.length) }
  return { blocks: [head, continued], continued }
}

/** The position of a blank: the last one after a sentence before `wanted`, else the last before it, else the next. */
function placeToCut(text: string, wanted: number): number {
  const head = text.slice(0, wanted)
  const sentence = Math.max(...['. ', '! ', '? '].map((end) => head.lastIndexOf(end) + 1))
  if (sentence > wanted / 3) return sentence
  const blank = head.lastIndexOf(' ')
  if (blank > 0) return blank
  const next = text.indexOf(' ', wanted)
  return next === -1 ? text.length : next
}

function slice(content: readonly Inline[], from: number, to: number): Inline[] {
  const kept: Inline[] = []
  let at = 0
  for (const inline of content) {
    const length = inline.type === 'text' ? inline.text.length : 1
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, length)
    if (start < end) kept.push(inline.type === 'text' ? { ...inline, text: inline.text.slice(start, end) } : inline)
    at += length
  }
  return kept
}
