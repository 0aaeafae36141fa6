import type { Inline, RichText } from '../rich-text/rich-text.ts'
import { sheetColumn, title } from './look.ts'
import { textOf } from './one-line.ts'
import type { Cover, Report } from './report.ts'

/** A page of the documents holds about so many characters. */
export const charactersOfPage = 2600

/** About how many pages the report fills; good enough to decide whether working it out is worth the wait. */
export function roughPages(report: Report): number {
  const ownPages = report.body.filter((block) => block.kind === 'sheet').length
  return Math.max(characters(report.body) / charactersOfPage, ownPages)
}

/** About how many characters a piece of the report holds. */
export function characters(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum: number, [name, each]: [string, unknown]) => (name === 'at' ? sum : sum + characters(each)),
    0,
  )
}

/** About how many lines a paragraph fills where so many characters fill a line; a hard break begins a new one. */
export const linesOf = (content: readonly Inline[], lineLength: number): number =>
  textOf(content)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0)

/** Headings that the table of contents may point at. */
export const headingCount = (report: Report): number =>
  report.body.filter((block) => block.kind === 'heading' || block.kind === 'sheet').length

/** A bold character of 10 points is at most about so wide, in twips. */
const characterWidth = 116
const cellMargins = 240

/** The same width for all agreement tables of a document: as the form has it, wider when a word would be broken. */
export function labelWidth(report: Report): number {
  const labels = report.body
    .filter((block) => block.kind === 'sheet')
    .flatMap((sheet) => sheet.groups.flatMap((group) => group.rows.map((row) => row.label)))
  const words = [...new Set(labels)].flatMap((label) => label.split(/[\s/-]+/u))
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0)
  return Math.min(
    Math.max(sheetColumn.label, longest * characterWidth + cellMargins),
    sheetColumn.widestLabel,
  )
}

/** Characters that fill a line of running text, and of a cell of the agreement's tables. */
export const lineLength = { prose: 92, cell: 70 }

/** The title stands a third down its page, higher where the rows below it need the room. In twips. */
export function spaceAboveTitle({ rows }: Cover): number {
  const room = 12_000
  const paragraphs = rows.map((row) => paragraphLines(row.text))
  const lines = paragraphs.flat().reduce((sum, each) => sum + each, 0)
  const count = paragraphs.reduce((sum, each) => sum + Math.max(1, each.length), 0)
  const needed = lines * 295 + count * 75 + rows.length * 130
  return Math.min(Math.max(room - needed, title.least), title.most)
}

/** About how many lines each paragraph fills; an item that begins with a list has a line of its own for its sign. */
const paragraphLines = (text: RichText): number[] =>
  text.flatMap((block) => {
    if (block.type !== 'paragraph')
      return block.items.flatMap(({ blocks }) => [
        ...(blocks[0]?.type === 'paragraph' ? [] : [1]),
        ...paragraphLines(blocks),
      ])
    return textOf(block.content).trim() === '' ? [] : [linesOf(block.content, lineLength.prose)]
  })

/** So many rows of a group carry its turned label. */
export const labelRows = 3

/** The least height of each of the rows that carry the turned label, in twips: a bold character of 10 points is about 2 mm wide. */
export function leastRowHeight(label: string, carrying: number): number {
  const widest = 4000
  return Math.ceil(Math.min(label.length * 112 + 280, widest) / carrying)
}
