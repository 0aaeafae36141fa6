import { linesOf } from '../../db/model/report/measures.ts'
import { textOf } from '../../db/model/report/one-line.ts'
import type { ReportRow, RowContent } from '../../db/model/report/report.ts'
import type { Block, Inline, ListItem, Paragraph, RichText } from '../../db/model/rich-text/rich-text.ts'
import { type Continuation, cellText } from './rich-text.ts'

/** A row whose long paragraphs are cut, and the paragraphs that go on with the one before them, each how. */
export interface CutRow {
  readonly row: ReportRow
  readonly continued: ReadonlyMap<Block, Continuation>
}

/** In lines of a cell: what is longer than `longest` is cut after at most `wanted`. */
export interface Limit {
  readonly longest: number
  readonly wanted: number
}

/** Cuts paragraphs after a sentence or line, else after a word, else within it; the one that the row begins with has a limit of its own. */
export function cutParagraphs(row: ReportRow, first: Limit, others: Limit): CutRow {
  const continued = new Map<Block, Continuation>()
  const content = row.content.map(
    (each, index): RowContent =>
      each.kind === 'prose'
        ? { ...each, text: cutText(each.text, index === 0 ? first : others, others, continued) }
        : each,
  )
  return { row: { label: row.label, content }, continued }
}

function cutText(text: RichText, first: Limit, others: Limit, continued: Map<Block, Continuation>): RichText {
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

function cutParagraph(
  { content }: Paragraph,
  limit: Limit,
  others: Limit,
  continued: Map<Block, Continuation>,
): Paragraph[] {
  if (linesOf(content, cellText.lineLength) <= limit.longest) return [{ type: 'paragraph', content }]
  const whole = textOf(content)
  const at = placeToCut(whole, endOfLines(whole, limit.wanted))
  const continuation = continuationAt(whole, at)
  const from = continuation === 'WordContinued' ? at : at + 1
  const head: Paragraph = { type: 'paragraph', content: slice(content, 0, at) }
  const tail: Paragraph = { type: 'paragraph', content: slice(content, from, whole.length) }
  const [next = tail, ...rest] = cutParagraph(tail, others, others, continued)
  continued.set(next, continuation)
  return [head, next, ...rest]
}

/** The blank or break at the cut falls away; how the text goes on says which it was. */
function continuationAt(text: string, at: number): Continuation {
  if (text[at] === ' ') return 'TextContinued'
  return text[at] === '\n' ? 'LineContinued' : 'WordContinued'
}

/** Where so many lines of a cell end. */
function endOfLines(text: string, lines: number): number {
  let left = lines
  let end = 0
  for (const line of text.split('\n')) {
    const filled = Math.max(1, Math.ceil(line.length / cellText.lineLength))
    if (filled > left) return end + left * cellText.lineLength
    left -= filled
    end += line.length + 1
  }
  return text.length
}

/** The last place before `end` after a sentence or line, else after a word, else between two characters. */
function placeToCut(text: string, end: number): number {
  const head = text.slice(0, end)
  const sentence = Math.max(
    head.lastIndexOf('\n'),
    ...['. ', '! ', '? '].map((sign) => head.lastIndexOf(sign) + 1),
  )
  if (sentence > end / 3) return sentence
  const blank = Math.max(head.lastIndexOf(' '), sentence)
  if (blank > 0) return blank
  const { index, segment } = graphemes.segment(text).containing(end) ?? { index: end, segment: '' }
  return index > 0 ? index : segment.length
}

const graphemes = new Intl.Segmenter('da', { granularity: 'grapheme' })

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
