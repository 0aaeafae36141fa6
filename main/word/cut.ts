import type { Block, Inline, ListItem, Paragraph, RichText } from '../../db/model/rich-text/rich-text.ts'
import type { ReportRow, RowContent } from './report/report.ts'

/** A row whose long paragraphs are cut, and the paragraphs that go on with the one before them. */
export interface CutRow {
  readonly row: ReportRow
  readonly continued: ReadonlySet<Block>
}

/** In characters: what is longer than `longest` is cut near `wanted`. */
export interface Limit {
  readonly longest: number
  readonly wanted: number
}

/** Cuts paragraphs after a sentence, else after a word; the one that the row begins with has a limit of its own. */
export function cutParagraphs(row: ReportRow, first: Limit, others: Limit): CutRow {
  const continued = new Set<Block>()
  const content = row.content.map(
    (each, index): RowContent =>
      each.kind === 'prose'
        ? { ...each, text: cutText(each.text, index === 0 ? first : others, others, continued) }
        : each,
  )
  return { row: { label: row.label, content }, continued }
}

function cutText(text: RichText, first: Limit, others: Limit, continued: Set<Block>): RichText {
  return text.flatMap((block, index): RichText => {
    const limit = index === 0 ? first : others
    if (block.type === 'paragraph') return cutParagraph(block, limit, others, continued)
    const items = block.items.map(
      (item, at): ListItem => ({
        blocks: cutText(item.blocks, at === 0 ? limit : others, others, continued),
      }),
    )
    return [{ ...block, items }]
  })
}

function cutParagraph(paragraph: Paragraph, limit: Limit, others: Limit, continued: Set<Block>): Paragraph[] {
  const whole = paragraph.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
  const at = whole.length > limit.longest ? placeToCut(whole, limit.wanted) : whole.length
  if (at >= whole.length) return [paragraph]
  const head: Paragraph = { type: 'paragraph', content: slice(paragraph.content, 0, at) }
  const tail: Paragraph = { type: 'paragraph', content: slice(paragraph.content, at + 1, whole.length) }
  const [next = tail, ...rest] = cutParagraph(tail, others, others, continued)
  continued.add(next)
  return [head, next, ...rest]
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
    if (start < end)
      kept.push(inline.type === 'text' ? { ...inline, text: inline.text.slice(start, end) } : inline)
    at += length
  }
  return kept
}
