import {
  AlignmentType,
  HeightRule,
  Paragraph,
  type Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  VerticalMergeType,
} from 'docx'
import { sheetColumn, textWidth } from '../../db/model/report/look.ts'
import type { Sheet } from '../../db/model/report/report.ts'
import { repeatedTitle } from '../../db/model/report/running.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { above, closedBelow, fine, none, strong } from './borders.ts'
import { cellMargins, headerRow, headLabel, paragraphsOf, tinted, twips } from './cells.ts'
import { DescribedTable } from './elements.ts'
import { plainRun } from './inline.ts'
import { type PhysicalRow, physicalRows } from './sheet-rows.ts'
import type { Writing } from './writing.ts'

/** The agreement's table as the form prescribes it: turned side labels, row labels, text. */
export function sheetTable(sheet: Sheet, writing: Writing): Table {
  const widths = [sheetColumn.side, writing.labelWidth, textWidth - sheetColumn.side - writing.labelWidth]
  const [side = 0, label = 0, text = 0] = widths
  const rows = sheet.groups.flatMap((group) => {
    const physical = physicalRows(group, writing)
    return physical.map((row, index) =>
      tableRow(row, group.label, physical[index - 1], { side, label, text }),
    )
  })
  return new DescribedTable(
    {
      layout: TableLayoutType.FIXED,
      width: twips(textWidth),
      columnWidths: widths,
      borders: closedBelow,
      margins: cellMargins,
      tableLook: {
        firstRow: true,
        lastRow: false,
        firstColumn: true,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: [
        headerRow([
          { width: side, content: headLabel(documentTexts.part) },
          { width: label, content: headLabel(documentTexts.field) },
          {
            width: text,
            content: [
              ...headLabel(documentTexts.content),
              plainRun(' – '),
              plainRun(repeatedTitle(sheet), 'RepeatedTitle'),
            ],
          },
        ]),
        ...rows,
      ],
    },
    documentTexts.sheetCaption(sheet.label, sheet.title),
  )
}

interface Widths {
  readonly side: number
  readonly label: number
  readonly text: number
}

function tableRow(
  row: PhysicalRow,
  groupLabel: string,
  before: PhysicalRow | undefined,
  widths: Widths,
): TableRow {
  const continues = before?.goesOn === true
  const rule = row.opens ? strong : continues ? none : fine
  // A row is as wide in its margins as its widest cell, so all cells of a cut field give theirs up.
  const margins = {
    ...cellMargins,
    ...(continues ? { top: 0 } : {}),
    ...(row.goesOn ? { bottom: 0 } : {}),
  }
  return new TableRow({
    ...(row.whole ? { cantSplit: true } : {}),
    ...(row.keepNext ? { keepNext: true } : {}),
    ...(row.leastHeight === 0 ? {} : { height: { value: row.leastHeight, rule: HeightRule.ATLEAST } }),
    children: [
      sideCell(row, groupLabel, widths.side, margins),
      new TableCell({
        width: twips(widths.label),
        margins,
        borders: above(rule),
        verticalAlign: VerticalAlignTable.CENTER,
        ...(continues ? { verticalMerge: VerticalMergeType.CONTINUE } : {}),
        ...(row.goesOn ? { verticalMerge: VerticalMergeType.RESTART } : {}),
        children: [
          new Paragraph({
            style: 'CellLabel',
            children: row.label === undefined ? [] : [plainRun(row.label)],
          }),
        ],
      }),
      new TableCell({
        width: twips(widths.text),
        margins,
        borders: above(rule),
        verticalAlign: VerticalAlignTable.CENTER,
        children: paragraphsOf(row.pieces),
      }),
    ],
  })
}

/** Set to the right, turned text stands at the top of its group, wherever the group's page ends. */
function sideCell(row: PhysicalRow, label: string, width: number, margins: typeof cellMargins): TableCell {
  const common = { width: twips(width), shading: tinted, margins: { ...margins, left: 0, right: 0 } }
  if (!row.opens) {
    return new TableCell({
      ...common,
      borders: above(none),
      verticalMerge: VerticalMergeType.CONTINUE,
      children: [new Paragraph({ style: 'SideLabel' })],
    })
  }
  return new TableCell({
    ...common,
    borders: above(strong),
    verticalMerge: VerticalMergeType.RESTART,
    verticalAlign: VerticalAlignTable.CENTER,
    textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT,
    children: [
      new Paragraph({ style: 'SideLabel', alignment: AlignmentType.RIGHT, children: [plainRun(label)] }),
    ],
  })
}
