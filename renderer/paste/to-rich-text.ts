import { normalise } from '../../db/model/rich-text/normalise.ts'
import type { Block, Inline, RichText } from '../../db/model/rich-text/rich-text.ts'
import type { PastedBlock, PastedItem, PastedTable } from './blocks.ts'

/** A list that goes on while it is put together. */
interface OpenList {
  readonly level: number
  readonly ordered: boolean
  readonly delimiter: ')' | undefined
  lastNumber: number
  readonly items: { readonly blocks: Block[] }[]
}

/**
 * The blocks as rich text in its normal form: lists nested by their levels, headings as bold paragraphs, a table's rows
 * as paragraphs. Pictures are left out.
 */
export function toRichText(blocks: readonly PastedBlock[]): RichText {
  const text: Block[] = []
  let lists: OpenList[] = []
  for (const block of blocks) {
    switch (block.kind) {
      case 'image':
        break
      case 'item':
        lists = withItem(lists, block, text)
        break
      case 'paragraph': {
        lists = lists.filter(({ level }) => level <= block.level)
        const item = lists.at(-1)?.items.at(-1)
        const around = item?.blocks ?? text
        around.push({ type: 'paragraph', content: block.content })
        break
      }
      case 'heading':
        lists = []
        text.push({ type: 'paragraph', content: block.content.map(emboldened) })
        break
      case 'table':
        lists = []
        text.push(...tableAsText(block))
        break
    }
  }
  return normalise(text)
}

const emboldened = (inline: Inline): Inline => (inline.type === 'text' ? { ...inline, bold: true } : inline)

/** The lists that are open once the item stands in its own. */
function withItem(lists: readonly OpenList[], item: PastedItem, text: Block[]): OpenList[] {
  const around = lists.filter(({ level }) => level <= item.level)
  const last = around.at(-1)
  const blocks: Block[] = [{ type: 'paragraph', content: item.content }]
  if (last?.level === item.level && goesOn(last, item)) {
    last.items.push({ blocks })
    last.lastNumber = item.number ?? 0
    return around
  }
  const outer = around.filter(({ level }) => level < item.level)
  const items = [{ blocks }]
  const { number, delimiter } = item
  const beside = outer.at(-1)?.items.at(-1)?.blocks ?? text
  beside.push(
    number === undefined
      ? { type: 'bullets', items }
      : { type: 'numbers', start: number, ...(delimiter && { delimiter }), items },
  )
  const list = { level: item.level, ordered: number !== undefined, delimiter, lastNumber: number ?? 0, items }
  return [...outer, list]
}

const goesOn = (list: OpenList, { number, delimiter }: PastedItem): boolean =>
  number === undefined
    ? !list.ordered
    : list.ordered && list.delimiter === delimiter && number === list.lastNumber + 1

const cellSign = ' | '

/** A row of one-paragraph cells as one paragraph; otherwise what its cells hold, one after the other. */
function tableAsText({ rows }: PastedTable): readonly Block[] {
  return rows.flatMap((row) => {
    const cells = row.map(({ blocks }) => toRichText(blocks)).filter((cell) => cell.length > 0)
    const lines = cells.map((cell) => (cell.length === 1 ? cell[0] : undefined))
    const contents = lines.map((line) => (line?.type === 'paragraph' ? line.content : null))
    if (contents.includes(null)) return cells.flat()
    const content = contents.flatMap((line, index): readonly Inline[] =>
      index === 0 ? (line ?? []) : [{ type: 'text', text: cellSign }, ...(line ?? [])],
    )
    return content.length === 0 ? [] : [{ type: 'paragraph', content }]
  })
}
