import type { Finding } from './docx-package.ts'
import { at, attribute, below, childOf, childrenOf, type Element, isOn, val } from './xml.ts'

/** A cell with the columns of the grid that it covers. */
export interface GridCell {
  readonly element: Element
  readonly from: number
  readonly span: number
  readonly merge: 'restart' | 'continue' | undefined
}

export const tablesOf = (root: Element): Element[] => below(root, 'w:tbl')

/** Rows of the table itself, also inside content controls; not those of tables nested in its cells. */
export const rowsOf = (table: Element): Element[] =>
  childrenOf(table, 'w:tr', 'w:sdt').flatMap((each) =>
    each.nodeName === 'w:tr' ? [each] : childrenOf(at(each, 'w:sdtContent') ?? each, 'w:tr'),
  )

export const isHeaderRow = (row: Element): boolean => isOn(at(row, 'w:trPr', 'w:tblHeader'))

export function cellsOf(row: Element): GridCell[] {
  let from = Number(val(at(row, 'w:trPr', 'w:gridBefore')) ?? 0)
  return childrenOf(row, 'w:tc').map((element) => {
    const span = Number(val(at(element, 'w:tcPr', 'w:gridSpan')) ?? 1)
    const merged = at(element, 'w:tcPr', 'w:vMerge')
    const merge = merged && (val(merged) === 'restart' ? ('restart' as const) : ('continue' as const))
    const cell = { element, from, span, merge }
    from += span
    return cell
  })
}

/** What is wrong with the shape of the tables of a part. */
export const tableFindings = (root: Element, part: string): Finding[] =>
  tablesOf(root).flatMap((table) =>
    tableProblems(table).map(([kind, detail]) => ({
      kind,
      part,
      detail: `${detail} ${captionOf(table)}`.trim(),
    })),
  )

const captionOf = (table: Element): string => val(at(table, 'w:tblPr', 'w:tblCaption')) ?? ''

type Problem = readonly [kind: string, detail: string]

function tableProblems(table: Element): Problem[] {
  const columns = childrenOf(childOf(table, 'w:tblGrid') ?? table, 'w:gridCol').length
  const rows = rowsOf(table)
  return [
    ...(rows.length === 0 ? [['table-without-rows', ''] as const] : []),
    ...rows.flatMap((row, index) => rowProblems(row, columns, rows[index - 1], `row ${index + 1}`)),
  ]
}

function rowProblems(row: Element, columns: number, before: Element | undefined, where: string): Problem[] {
  const cells = cellsOf(row)
  const width = cells.reduce((sum, cell) => sum + cell.span, 0)
  const outside =
    Number(val(at(row, 'w:trPr', 'w:gridBefore')) ?? 0) + Number(val(at(row, 'w:trPr', 'w:gridAfter')) ?? 0)
  const above = before === undefined ? [] : cellsOf(before)
  const orphan = (cell: GridCell): boolean =>
    cell.merge === 'continue' &&
    !above.some((other) => other.from === cell.from && other.span === cell.span && other.merge !== undefined)
  return [
    ...(cells.length === 0 ? [['row-without-cells', where] as const] : []),
    ...(cells.length > 0 && width + outside !== columns ? [['row-off-the-grid', where] as const] : []),
    ...cells.filter(orphan).map(() => ['merge-without-start', where] as const),
    ...cells
      .filter((cell) => childrenOf(cell.element).at(-1)?.nodeName !== 'w:p')
      .map(() => ['cell-without-paragraph', where] as const),
    // LibreOffice does not break a row that holds turned text, and what does not fit the page is lost.
    ...cells
      .filter((cell) => cell.merge === 'continue' && isTurned(cell))
      .map(() => ['turned-continuation', where] as const),
  ]
}

export const isTurned = (cell: GridCell): boolean =>
  ['btLr', 'tbRl', 'bt', 'tb'].includes(
    attribute(at(cell.element, 'w:tcPr', 'w:textDirection'), 'w:val') ?? '',
  )
