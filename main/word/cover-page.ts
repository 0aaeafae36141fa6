import { type FileChild, Paragraph, type Table, TableCell, TableLayoutType, TableRow, TextRun } from 'docx'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { above, closedBelow, fine, strong } from './borders.ts'
import { cellMargins, headerRow, headLabel, twips } from './cells.ts'
import { DescribedTable } from './elements.ts'
import { plainRun } from './inline.ts'
import { labelColumn, textWidth } from './look.ts'
import type { Cover, Report } from './report/report.ts'
import { type Piece, paragraphsFrom, prose, richTextPieces } from './rich-text.ts'
import type { Writing } from './writing.ts'

/** The title and, below it, what the form wants to know about the plan. */
export function coverBlocks({ cover, capitals }: Report, writing: Writing): FileChild[] {
  const rows = cover.rows.map(({ label, text }) => ({ label, pieces: richTextPieces(text, writing, prose) }))
  return [
    ...(cover.organisation === ''
      ? []
      : [new Paragraph({ style: 'CoverOrganisation', children: [plainRun(cover.organisation)] })]),
    new Paragraph({
      ...(cover.ownPage
        ? { style: 'Title', spacing: { before: spaceAboveTitle(rows) } }
        : { style: 'FlowingTitle' }),
      children: [
        plainRun(cover.title, 'NodeTitle'),
        ...(cover.period === ''
          ? []
          : [beforePeriod(cover, capitals), plainRun(cover.period, 'CoverPeriod')]),
      ],
    }),
    ...(cover.unit === '' ? [] : [new Paragraph({ style: 'Subtitle', children: [plainRun(cover.unit)] })]),
    ...(rows.length === 0 ? [] : [coverTable(rows, writing), tableEnd()]),
  ]
}

/** A title that would not fit one line with its period leaves it a line of its own, so that "2027-28" is not broken. */
function beforePeriod({ title, period, ownPage }: Cover, capitals: boolean): TextRun {
  const fits = (ownPage ? 33 : 42) * (capitals ? 0.8 : 1)
  return title.length + period.length < fits ? plainRun(' ') : new TextRun({ break: 1 })
}

interface CoverRow {
  readonly label: string
  readonly pieces: readonly Piece[]
}

/** The title stands a third down the page, higher where the rows below it need the room. */
function spaceAboveTitle(rows: readonly CoverRow[]): number {
  const room = 12_000
  const lines = rows.reduce(
    (sum, row) => sum + row.pieces.reduce((lines, piece) => lines + piece.lines, 0),
    0,
  )
  const pieces = rows.reduce((sum, row) => sum + Math.max(1, row.pieces.length), 0)
  const needed = lines * 295 + pieces * 75 + rows.length * 130
  return Math.min(Math.max(room - needed, 600), 3600)
}

/** Word wants a paragraph between a table and the end of its section; it takes no room. */
export const tableEnd = (): Paragraph => new Paragraph({ style: 'TableEnd' })

function coverTable(coverRows: readonly CoverRow[], writing: Writing): Table {
  const widths = [labelColumn, textWidth - labelColumn]
  const [label = 0, text = 0] = widths
  const plain = writing.layout === 'tilgaengelig'
  const rows = coverRows.map(({ label: name, pieces }, index) => {
    const borders = above(index === 0 && !plain ? strong : fine)
    return new TableRow({
      ...(pieces.length <= 1 ? { cantSplit: true } : {}),
      children: [
        new TableCell({
          width: twips(label),
          borders,
          children: [new Paragraph({ style: 'CoverLabel', children: [plainRun(name)] })],
        }),
        new TableCell({
          width: twips(text),
          borders,
          children: pieces.length === 0 ? [new Paragraph({ style: 'Text' })] : paragraphsFrom(pieces),
        }),
      ],
    })
  })
  const names = [
    { width: label, content: headLabel(documentTexts.information) },
    { width: text, content: headLabel(documentTexts.content) },
  ]
  return new DescribedTable(
    {
      layout: TableLayoutType.FIXED,
      width: twips(textWidth),
      columnWidths: widths,
      borders: closedBelow,
      margins: { ...cellMargins, top: 110, bottom: 0 },
      tableLook: {
        firstRow: plain,
        lastRow: false,
        firstColumn: true,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: plain ? [headerRow(names), ...rows] : rows,
    },
    documentTexts.coverCaption,
  )
}
