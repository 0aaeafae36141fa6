import type { Inline } from '../../db/model/rich-text/rich-text.ts'
import { sheetColumn } from './look.ts'
import type { Report } from './report/report.ts'

/** A page of the documents holds about so many characters. */
const charactersOfPage = 2600

/** About how many pages the report fills; good enough to decide whether working it out is worth the wait. */
export function roughPages(report: Report): number {
  const ownPages = report.body.filter((block) => block.kind === 'sheet').length
  return Math.max(characters(report.body) / charactersOfPage, ownPages)
}

function characters(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, each: unknown) => sum + characters(each), 0)
}

/** About how many lines a paragraph fills where so many characters fill a line; a hard break begins a new one. */
export const linesOf = (content: readonly Inline[], lineLength: number): number =>
  textOf(content)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lineLength)), 0)

/** A paragraph's text, each hard break a line feed. Line feeds within the text are soft ones, blanks. */
export const textOf = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text.replaceAll('\n', ' ') : '\n')).join('')

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
