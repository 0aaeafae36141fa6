import { labelRows, leastRowHeight } from '../../db/model/report/measures.ts'
import type { ReportRow, SheetGroup } from '../../db/model/report/report.ts'
import { rowPieces } from './composed.ts'
import { cutParagraphs, type Limit } from './cut.ts'
import { cellText, type Piece } from './rich-text.ts'
import type { Writing } from './writing.ts'

/**
 * The rows of Word that a group of the agreement's table becomes.
 *
 * LibreOffice never breaks a row that holds turned text, and what does not fit the page is lost. So the turned label
 * stands only in the group's first row, and that row is short: where the first field is long, it is cut into a
 * short head and rows that continue it. Nor does it carry a row with merged cells onto a third page, so no row is
 * that long. Turned text does not make its rows taller either, so the first rows get
 * a least height that the label fits, and are kept together.
 */
export interface PhysicalRow {
  /** Absent in a row that continues the field above. */
  readonly label?: string
  readonly pieces: readonly Piece[]
  /** The first of its group. */
  readonly opens: boolean
  /** The next row continues this field. */
  readonly goesOn: boolean
  /** In twips; 0 = as tall as its text. */
  readonly leastHeight: number
  readonly keepNext: boolean
  /** Short enough to be moved to the next page as a whole. */
  readonly whole: boolean
}

/** Up to so many lines a row is not broken over pages. */
const shortRow = 7
/** A field up to so long is not cut for the label's sake. */
const longestHead = 16
/** No row is longer: LibreOffice loses what would stand on a third page. */
const longestRow = 28

const headLimit: Limit = { longest: longestHead, wanted: shortRow }
const rowLimit: Limit = { longest: longestRow, wanted: longestRow - shortRow }

export function physicalRows(group: SheetGroup, writing: Writing): PhysicalRow[] {
  const rows = group.rows.flatMap((row, index) => fieldRows(row, index === 0, writing))
  const carrying = Math.min(labelRows, rows.length)
  const least = leastRowHeight(group.label, carrying)
  return rows.map((row, index) => ({
    ...row,
    opens: index === 0,
    leastHeight: index < carrying ? least : 0,
    whole: index === 0 || row.whole,
    keepNext: index < carrying - 1 && (index === 0 || row.whole),
  }))
}

type Draft = Pick<PhysicalRow, 'label' | 'pieces' | 'goesOn' | 'whole'>

const linesOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { lines }) => sum + lines, 0)

/** One row, or a short head and the rows that continue it. */
function fieldRows(field: ReportRow, opensGroup: boolean, writing: Writing): Draft[] {
  const { row, continued } = cutParagraphs(field, opensGroup ? headLimit : rowLimit, rowLimit)
  const pieces = rowPieces(row, writing, { ...cellText, continued })
  const headLines = opensGroup && linesOf(pieces) > longestHead ? shortRow : longestRow
  const parts = partsOf(pieces, headLines)
  return parts.map((part, index) => ({
    ...(index === 0 ? { label: field.label } : {}),
    pieces: part,
    goesOn: index < parts.length - 1,
    whole: linesOf(part) <= shortRow,
  }))
}

/** The pieces in stretches of so many lines; a stretch has at least one piece, and the first is there even empty. */
function partsOf(pieces: readonly Piece[], headLines: number): Piece[][] {
  let part: Piece[] = []
  const parts = [part]
  for (const piece of pieces) {
    const limit = parts.length === 1 ? headLines : longestRow
    if (part.length > 0 && linesOf(part) + piece.lines > limit) {
      part = []
      parts.push(part)
    }
    part.push(piece)
  }
  return parts
}
