import { rowPieces } from './composed.ts'
import { cutFirstParagraph } from './cut.ts'
import type { ReportRow, SheetGroup } from './report/report.ts'
import { cellText, type Piece } from './rich-text.ts'
import type { Writing } from './writing.ts'

/**
 * The rows of Word that a group of the agreement's table becomes.
 *
 * LibreOffice never breaks a row that holds turned text, and what does not fit the page is lost. So the turned label
 * stands only in the group's first row, and that row is short: where the first field is long, it is cut into a
 * short head and a row that continues it. Turned text does not make its rows taller either, so the first rows get
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
/** A head of one paragraph may be so long before the paragraph itself is cut. */
const longestHead = 16
/** So many rows carry the turned label. */
const labelRows = 3

export function physicalRows(group: SheetGroup, writing: Writing): PhysicalRow[] {
  const [first, ...rest] = group.rows
  if (first === undefined) return []
  const rows = [...headRows(first, writing), ...rest.map((row) => wholeRow(row, writing))]
  const carrying = Math.min(labelRows, rows.length)
  const least = Math.ceil(labelHeight(group.label) / carrying)
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

function wholeRow(row: ReportRow, writing: Writing): Draft {
  const pieces = rowPieces(row, writing)
  return { label: row.label, pieces, goesOn: false, whole: linesOf(pieces) <= shortRow }
}

function headRows(row: ReportRow, writing: Writing): Draft[] {
  const { lineLength } = cellText
  const cut = cutFirstParagraph(row, longestHead * lineLength, shortRow * lineLength)
  const pieces =
    cut === undefined
      ? rowPieces(row, writing)
      : rowPieces(cut.row, writing, { ...cellText, continued: cut.continued })
  const head = headLength(pieces)
  if (head === pieces.length) return [{ label: row.label, pieces, goesOn: false, whole: true }]
  const tail = pieces.slice(head)
  return [
    { label: row.label, pieces: pieces.slice(0, head), goesOn: true, whole: true },
    { pieces: tail, goesOn: false, whole: linesOf(tail) <= shortRow },
  ]
}

/** As many pieces as a short row holds, but at least one. */
function headLength(pieces: readonly Piece[]): number {
  if (linesOf(pieces) <= longestHead) return pieces.length
  let lines = 0
  const fits = pieces.findIndex((piece) => {
    lines += piece.lines
    return lines > shortRow
  })
  return fits === -1 ? pieces.length : Math.max(1, fits)
}

/** What the turned label needs, in twips: a bold character of 10 points is about 2 mm wide. */
function labelHeight(label: string): number {
  const widest = 4000
  return Math.min(label.length * 112 + 280, widest)
}
