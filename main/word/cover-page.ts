import { type FileChild, Paragraph, type Table, TableCell, TableLayoutType, TableRow } from 'docx'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { above, closedBelow, fine, strong } from './borders.ts'
import { cellMargins, headerRow, headLabel, twips } from './cells.ts'
import { DescribedTable } from './elements.ts'
import { plainRun } from './inline.ts'
import { labelColumn, textWidth } from './look.ts'
import type { Cover } from './report/report.ts'
import { paragraphsFrom, prose, richTextPieces } from './rich-text.ts'
import type { Writing } from './writing.ts'

/** The title and, below it, what the form wants to know about the plan. */
export function coverBlocks(cover: Cover, writing: Writing): FileChild[] {
  return [
    ...(cover.organisation === ''
      ? []
      : [new Paragraph({ style: 'CoverOrganisation', children: [plainRun(cover.organisation)] })]),
    new Paragraph({
      style: cover.ownPage ? 'CoverTitle' : 'CoverTitleFlowing',
      children: [
        plainRun(cover.title, 'NodeTitle'),
        ...(cover.period === '' ? [] : [plainRun(' '), plainRun(cover.period, 'CoverPeriod')]),
      ],
    }),
    ...(cover.unit === '' ? [] : [new Paragraph({ style: 'CoverUnit', children: [plainRun(cover.unit)] })]),
    ...(cover.rows.length === 0 ? [] : [coverTable(cover, writing), tableEnd()]),
  ]
}

/** Word wants a paragraph between a table and the end of its section; it takes no room. */
export const tableEnd = (): Paragraph => new Paragraph({ style: 'TableEnd' })

function coverTable(cover: Cover, writing: Writing): Table {
  const widths = [labelColumn, textWidth - labelColumn]
  const [label = 0, text = 0] = widths
  const plain = writing.layout === 'tilgaengelig'
  const rows = cover.rows.map((row, index) => {
    const pieces = richTextPieces(row.text, writing, prose)
    const borders = above(index === 0 && !plain ? strong : fine)
    return new TableRow({
      cantSplit: pieces.length <= 1,
      children: [
        new TableCell({
          width: twips(label),
          borders,
          children: [new Paragraph({ style: 'CoverLabel', children: [plainRun(row.label)] })],
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
      tableLook: { firstRow: plain, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
      rows: plain ? [headerRow(names), ...rows] : rows,
    },
    documentTexts.coverCaption,
  )
}
