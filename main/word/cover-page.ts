import { type FileChild, Paragraph, type Table, TableCell, TableLayoutType, TableRow, TextRun } from 'docx'
import { coverCell, labelColumn, textWidth } from '../../db/model/report/look.ts'
import { spaceAboveTitle } from '../../db/model/report/measures.ts'
import type { Report } from '../../db/model/report/report.ts'
import { periodFits } from '../../db/model/report/running.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { above, closedBelow, fine, strong } from './borders.ts'
import { headerRow, headLabel, twips } from './cells.ts'
import { DescribedTable } from './elements.ts'
import { plainRun } from './inline.ts'
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
        ? { style: 'Title', spacing: { before: spaceAboveTitle(cover) } }
        : { style: 'FlowingTitle' }),
      children: [
        plainRun(cover.title, 'NodeTitle'),
        ...(cover.period === ''
          ? []
          : [
              periodFits(cover, capitals) ? plainRun(' ') : new TextRun({ break: 1 }),
              plainRun(cover.period, 'CoverPeriod'),
            ]),
      ],
    }),
    ...(cover.unit === '' ? [] : [new Paragraph({ style: 'Subtitle', children: [plainRun(cover.unit)] })]),
    ...(rows.length === 0 ? [] : [coverTable(rows, writing), tableEnd()]),
  ]
}

interface CoverRow {
  readonly label: string
  readonly pieces: readonly Piece[]
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
      margins: { top: coverCell.top, bottom: coverCell.bottom, left: coverCell.side, right: coverCell.side },
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
