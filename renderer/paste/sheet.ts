import type { OutlineType, Row } from '../../db/model/template/template.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { flatBlocks, lineOfContent, type PastedBlock, type PastedCell, type PastedTable } from './blocks.ts'
import { type Form, formOfLabels, labelKey, rowNamed } from './row-labels.ts'

/** A table that holds a node's form. */
export interface Sheet {
  readonly type: OutlineType
  /** Empty where the table has no row for the title. */
  readonly title: string
  readonly filled: readonly { readonly row: Row; readonly blocks: readonly PastedBlock[] }[]
  /** Rows with a label that the form lacks. */
  readonly others: readonly LabelledRow[]
}

export interface LabelledRow {
  readonly label: string
  readonly side: string
  readonly blocks: readonly PastedBlock[]
}

/** No form has more columns. */
const mostCells = 12

/**
 * The forms in a table whose first column holds row labels, or whose second does beside turned side labels; none where it
 * is another table. Forms that stand in one table without a gap begin with the row of the title. `offered` are the types
 * that may stand there, the first the likeliest.
 */
export function readSheets(
  table: PastedTable,
  forms: readonly Form[],
  offered: readonly string[],
): readonly Sheet[] {
  if (table.rows.some((row) => row.length > mostCells)) return []
  const placed = placedRows(table)
  const [byFirst, bySecond] = [labelledRows(placed, 0), labelledRows(placed, 1)]
  const rows = knownIn(bySecond, forms) >= knownIn(byFirst, forms) ? bySecond : byFirst
  const known = knownIn(rows, forms)
  if (known < 2 || known * 2 < rows.filter(({ label }) => label !== '').length) return []
  const whole = formIn(rows, forms, offered)
  if (whole === undefined) return []
  return splitAtTitles(rows, forms).map((group) => sheetOf(group, formIn(group, forms, offered) ?? whole))
}

const formIn = (rows: readonly LabelledRow[], forms: readonly Form[], offered: readonly string[]) =>
  formOfLabels(
    forms,
    rows.map(({ label }) => label),
    rows.map(({ side }) => side),
    offered,
  )

const knownIn = (rows: readonly LabelledRow[], forms: readonly Form[]): number =>
  Math.max(0, ...forms.map((form) => rows.filter(({ label }) => rowNamed(form, label)).length))

function sheetOf(rows: readonly LabelledRow[], form: Form): Sheet {
  const filled: { row: Row; blocks: readonly PastedBlock[] }[] = []
  const others: LabelledRow[] = []
  let title = ''
  for (const labelled of rows) {
    const row = rowNamed(form, labelled.label)
    if (row === undefined) others.push(labelled)
    else if (row.composed === 'title') title = [title, textIn(labelled.blocks)].join(' ').trim()
    else filled.push({ row, blocks: labelled.blocks })
  }
  return { type: form.type, title, filled, others: others.filter(({ blocks }) => textIn(blocks) !== '') }
}

function splitAtTitles(
  rows: readonly LabelledRow[],
  forms: readonly Form[],
): readonly (readonly LabelledRow[])[] {
  const groups: LabelledRow[][] = []
  for (const row of rows) {
    const begins = forms.some((form) => rowNamed(form, row.label)?.composed === 'title')
    const last = groups.at(-1)
    if (last && !(begins && last.some(({ label }) => label !== ''))) last.push(row)
    else groups.push([row])
  }
  return groups
}

interface PlacedCell {
  readonly cell: PastedCell
  readonly column: number
  /** It begins in this row, and does not reach down from one above. */
  readonly begins: boolean
  readonly rowsLeft: number
}

/** The cells that each row shows, in order, those included that reach down into it. */
function placedRows({ rows }: PastedTable): readonly (readonly PlacedCell[])[] {
  let above: readonly PlacedCell[] = []
  return rows.map((row) => {
    const reaching = above
      .filter(({ rowsLeft }) => rowsLeft > 1)
      .map((placed) => ({ ...placed, begins: false, rowsLeft: placed.rowsLeft - 1 }))
    const placed: PlacedCell[] = []
    for (const cell of row) {
      placed.push(...takenBefore(reaching, placed))
      placed.push({ cell, column: columnAfter(placed), begins: true, rowsLeft: cell.rows })
    }
    above = [...placed, ...reaching.filter((each) => !placed.includes(each))]
    return above
  })
}

const columnAfter = (placed: readonly PlacedCell[]): number => {
  const last = placed.at(-1)
  return last === undefined ? 0 : last.column + last.cell.columns
}

/** The cells from above that come next in the row, each where the one before it ends. */
function takenBefore(reaching: readonly PlacedCell[], placed: readonly PlacedCell[]): readonly PlacedCell[] {
  const taken: PlacedCell[] = []
  let column = columnAfter(placed)
  for (let next = at(reaching, column); next; next = at(reaching, column)) {
    taken.push(next)
    column += next.cell.columns
  }
  return taken
}

const at = (placed: readonly PlacedCell[], column: number): PlacedCell | undefined =>
  placed.find((each) => each.column === column)

/** Each row with the label in that column and what stands after it; a label over several rows gathers what they hold. */
function labelledRows(rows: readonly (readonly PlacedCell[])[], column: number): readonly LabelledRow[] {
  const labelled: { label: string; side: string; blocks: PastedBlock[] }[] = []
  for (const row of rows) {
    const cell = row.find((placed) => placed.column <= column && placed.column + placed.cell.columns > column)
    const blocks = row
      .filter((placed) => placed.begins && placed.column > column && placed !== cell)
      .flatMap((placed) => placed.cell.blocks)
    const last = labelled.at(-1)
    if (cell?.begins === false && last) {
      last.blocks.push(...blocks)
      continue
    }
    const side = column === 0 ? undefined : row.find((placed) => placed.column === 0 && placed !== cell)
    labelled.push({ label: textIn(cell?.cell.blocks ?? []), side: textIn(side?.cell.blocks ?? []), blocks })
  }
  return labelled.filter((row, index) => index > 0 || !isHeader(row))
}

/** The header row of our own documents. */
const isHeader = ({ label, side }: LabelledRow): boolean =>
  labelKey(label) === labelKey(documentTexts.field) &&
  (side === '' || labelKey(side) === labelKey(documentTexts.part))

/** All text in the blocks on one line. */
export const textIn = (blocks: readonly PastedBlock[]): string =>
  flatBlocks(blocks)
    .map((block) => ('content' in block ? lineOfContent(block.content) : ''))
    .filter((line) => line !== '')
    .join(' ')
