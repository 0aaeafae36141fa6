import type { Inline } from '../../db/model/rich-text/rich-text.ts'
import type { OutlineType } from '../../db/model/template/template.ts'
import { lineOfContent, type PastedBlock, type PastedCell } from './blocks.ts'
import { type GrowingNode, type GrowingOutline, isMeasure } from './growing-outline.ts'
import { linesOf, titleOf } from './lead-in.ts'
import { takeTime } from './measures.ts'
import type { Findings } from './notes.ts'
import { textIn } from './sheet.ts'

/** Longer paragraphs are text and no rows. */
const longestRow = 200

/**
 * Places blocks without headings: each item and each short paragraph is a row, an item below the paragraph before it;
 * long paragraphs are text of the row before.
 */
export function placeLines(outline: GrowingOutline, blocks: readonly PastedBlock[]): Findings {
  const keptAsText: string[] = []
  let linksInTitles = 0
  for (const block of blocks) {
    const holder = outline.open.find(({ type }) => !isMeasure(type))
    const rows = rowsIn(block, holder === undefined)
    if (rows === null) {
      holder?.text.push(block)
      if (block.kind === 'table' && holder) keptAsText.push(holder.title)
      continue
    }
    for (const row of rows) {
      linksInTitles += linksIn(row.content)
      addRow(outline, row)
    }
  }
  return { keptAsText, unknownRows: [], linksInTitles }
}

/** The rows that a block makes; null where it is text of the row before. The first block always makes rows. */
function rowsIn(block: PastedBlock, isFirst: boolean): readonly NewRow[] | null {
  switch (block.kind) {
    case 'heading':
    case 'item':
      return [{ depth: block.level, content: block.content }]
    case 'paragraph': {
      const lines = linesOf(block.content)
      const areRows = block.level === 0 && lines.every((line) => lineOfContent(line).length <= longestRow)
      if (!areRows && !isFirst) return null
      return (areRows ? lines : [block.content]).map((content) => ({ depth: block.level, content }))
    }
    case 'table':
      return isFirst ? block.rows.flatMap(rowOfCells) : null
    case 'image':
      return []
  }
}

/** A row of a spreadsheet or of a table without a form: its first cell is the title, the others are the text. */
function rowOfCells(cells: readonly PastedCell[]): readonly NewRow[] {
  const [first, ...others] = cells.filter(({ blocks }) => textIn(blocks) !== '')
  if (first === undefined) return []
  const content: readonly Inline[] = [{ type: 'text', text: textIn(first.blocks) }]
  return [{ depth: 0, content, rest: others }]
}

/** How many runs of the content are links, which a title cannot hold. */
export const linksIn = (content: readonly Inline[]): number =>
  content.filter((inline) => inline.type === 'text' && inline.link !== undefined).length

interface NewRow {
  readonly depth: number
  readonly content: readonly Inline[]
  /** Further cells of the row, where it is one of a table. */
  readonly rest?: readonly PastedCell[]
  readonly type?: OutlineType | undefined
}

/**
 * Adds a row of the outline that the content is the title of; of what is too long for a title, and of further cells, it
 * gets the text. Null where it may not stand.
 */
export function addRow(
  outline: GrowingOutline,
  { depth, content, rest = [], type }: NewRow,
): GrowingNode | null {
  const line = [lineOfContent(content), ...rest.map(({ blocks }) => textIn(blocks))].join(', ')
  const node = outline.add({ depth, title: line, type, isTimed: () => takeTime(line) !== null })
  if (node === null || isMeasure(node.type)) return node
  const { title, text } = titleOf(content)
  node.title = title
  node.text.push(...text)
  if (rest.length > 0) node.text.push({ kind: 'table', rows: [rest] })
  return node
}
