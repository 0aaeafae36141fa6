import { Paragraph, type Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable } from 'docx'
import { landscapeTextWidth, textWidth } from '../../db/model/report/look.ts'
import { repeatsAbove } from '../../db/model/report/overview.ts'
import type { Table as ReportTable, SheetGroup } from '../../db/model/report/report.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { closedBelow, fine, above as ruledAbove } from './borders.ts'
import { cellMargins, headerRow, headLabel, paragraphsOf, twips } from './cells.ts'
import { rowPieces } from './composed.ts'
import { DescribedTable } from './elements.ts'
import { plainRun } from './inline.ts'
import type { Writing } from './writing.ts'

/** Tables without merged cells: one header row, one cell for each column of a row. */

const look = {
  firstRow: true,
  lastRow: false,
  firstColumn: true,
  lastColumn: false,
  noHBand: true,
  noVBand: true,
}

/** Rows that are longer may be broken over pages. */
const shortRow = 7

/** A group of the agreement's table where it has a heading of its own: row label and text. */
export function groupTable(group: SheetGroup, title: string, writing: Writing): Table {
  const widths = [writing.labelWidth, textWidth - writing.labelWidth]
  const rows = group.rows.map((row) => {
    const pieces = rowPieces(row, writing)
    const label = new Paragraph({ style: 'CellLabel', children: [plainRun(row.label)] })
    const short = pieces.reduce((sum, piece) => sum + piece.lines, 0) <= shortRow
    return tableRow([[label], paragraphsOf(pieces)], widths, short)
  })
  return table([documentTexts.field, documentTexts.content], rows, widths, `${title} – ${group.label}`)
}

/** A table that is generated from the outline. */
export function overviewTable({ columns, rows, landscape, caption }: ReportTable): Table {
  const width = landscape ? landscapeTextWidth : textWidth
  const widths = columns.map((column) => Math.floor((column.width / 100) * width))
  const cells = rows.map((row, index) => {
    const above = rows[index - 1]
    return tableRow(
      row.map((text, column) => [
        new Paragraph({
          style: 'TableText',
          children:
            text === '' ? [] : [plainRun(text, repeatsAbove(row, above, column) ? 'Repeated' : undefined)],
        }),
      ]),
      widths,
      row.every((text, column) => isShort(text, widths[column] ?? 0)),
    )
  })
  return table(
    columns.map((column) => column.label),
    cells,
    widths,
    caption,
  )
}

/** Twips that a character takes, and the margins of a cell. */
const characterWidth = 105
const margins = 240

/** Whether the text fills few lines: a row that is taller than a page and may not be broken would be cut off at its foot. */
const isShort = (text: string, width: number): boolean =>
  (text.length * characterWidth) / Math.max(width - margins, 1) <= shortRow

function table(
  labels: readonly string[],
  rows: readonly TableRow[],
  widths: readonly number[],
  caption: string,
): Table {
  return new DescribedTable(
    {
      layout: TableLayoutType.FIXED,
      width: twips(widths.reduce((sum, width) => sum + width, 0)),
      columnWidths: widths,
      borders: closedBelow,
      margins: cellMargins,
      tableLook: look,
      rows: [
        headerRow(labels.map((label, index) => ({ width: widths[index] ?? 0, content: headLabel(label) }))),
        ...rows,
      ],
    },
    caption,
  )
}

const tableRow = (
  cells: readonly (readonly Paragraph[])[],
  widths: readonly number[],
  short: boolean,
): TableRow =>
  new TableRow({
    ...(short ? { cantSplit: true } : {}),
    children: cells.map(
      (children, index) =>
        new TableCell({
          width: twips(widths[index] ?? 0),
          borders: ruledAbove(fine),
          verticalAlign: VerticalAlignTable.TOP,
          children,
        }),
    ),
  })
