import { Paragraph, type ParagraphChild, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx'
import { cell, colour } from '../../db/model/report/look.ts'
import { above, none, strong } from './borders.ts'
import { plainRun } from './inline.ts'
import { type Piece, paragraphsFrom } from './rich-text.ts'

export const twips = (size: number) => ({ size, type: WidthType.DXA })

export const cellMargins = { top: cell.top, bottom: cell.bottom, left: cell.side, right: cell.side }

/** An empty cell holds the one paragraph that Word demands. */
export const paragraphsOf = (pieces: readonly Piece[]): Paragraph[] =>
  pieces.length === 0 ? [new Paragraph({ style: 'TableText' })] : paragraphsFrom(pieces)

/** The row that is repeated on each page: names of the columns, for the eye and for a screen reader. */
export function headerRow(
  columns: readonly { readonly width: number; readonly content: readonly ParagraphChild[] }[],
): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: columns.map(
      ({ width, content }) =>
        new TableCell({
          width: twips(width),
          verticalAlign: VerticalAlignTable.BOTTOM,
          borders: { ...above(none), bottom: strong },
          children: [new Paragraph({ style: 'HeadLabel', children: content })],
        }),
    ),
  })
}

export const headLabel = (text: string): ParagraphChild[] => [plainRun(text, 'ColumnName')]

export const tinted = { fill: colour.tint, color: 'auto', type: 'clear' } as const
