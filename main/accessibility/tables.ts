import type { Finding } from '../ooxml/docx-package.ts'
import { cellsOf, isHeaderRow, rowsOf, tablesOf } from '../ooxml/table-grid.ts'
import { above, at, attribute, below, type Element, textOf, val } from '../ooxml/xml.ts'

/** Tables have a header row and a simple grid, say what they show, and are neither nested nor floating. */
export const tableFindings = (root: Element, part: string): Finding[] =>
  tablesOf(root).flatMap((table) =>
    tableKinds(table).map((kind) => ({ kind, part, detail: textOf(rowsOf(table)[0] ?? table).slice(0, 60) })),
  )

function tableKinds(table: Element): string[] {
  const rows = rowsOf(table)
  const [first] = rows
  const cells = rows.flatMap(cellsOf)
  const tests: readonly (readonly [kind: string, found: boolean])[] = [
    ['no-header-row', first === undefined || !isHeaderRow(first) || !marksFirstRow(table)],
    [
      'late-header-row',
      rows.some((row, index) => isHeaderRow(row) && rows.slice(0, index).some((each) => !isHeaderRow(each))),
    ],
    [
      'empty-header-cell',
      first !== undefined && isHeaderRow(first) && cellsOf(first).some((cell) => isEmpty(cell.element)),
    ],
    ['merged-cell', cells.some((cell) => cell.merge !== undefined || cell.span > 1)],
    ['empty-row', rows.some(isEmpty)],
    ['table-without-text', captionOf(table).trim() === ''],
    ['nested-table', above(table, 'w:tc') !== undefined],
    ['floating-table', at(table, 'w:tblPr', 'w:tblpPr') !== undefined],
  ]
  return tests.filter(([, found]) => found).map(([kind]) => kind)
}

/** `w:tblLook` carries it as an attribute or, of old, as a bit. */
function marksFirstRow(table: Element): boolean {
  const look = at(table, 'w:tblPr', 'w:tblLook')
  const bits = Number.parseInt(val(look) ?? '0', 16)
  return ['1', 'true', 'on'].includes(attribute(look, 'w:firstRow') ?? '') || (bits & 0x20) !== 0
}

const isEmpty = (element: Element): boolean =>
  textOf(element).trim() === '' && below(element, 'w:drawing').length === 0

const captionOf = (table: Element): string =>
  `${val(at(table, 'w:tblPr', 'w:tblCaption')) ?? ''}${val(at(table, 'w:tblPr', 'w:tblDescription')) ?? ''}`
