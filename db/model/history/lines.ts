import type { Marks } from '../rich-text/normalise.ts'
import type { Block, Inline, ListItem, RichText } from '../rich-text/rich-text.ts'
import type { Stretch } from './words.ts'

/** How a line stands on the page. */
export interface LineShape {
  /** Lists that it lies in. */
  readonly depth: number
  /** What stands before it; the later paragraphs of an item have none. */
  readonly mark: 'none' | 'bullet' | 'number'
  /** Of an item of a numbered list. It follows from the items before it, so another number is no change. */
  readonly number: number | null
}

/** A paragraph of a rich text, or one of an item of a list. */
export interface TextLine {
  readonly shape: LineShape
  readonly content: readonly Stretch[]
}

/** A rich text line by line. */
export const linesOf = (text: RichText): readonly TextLine[] => linesAt(text, 0)

/** A text without formatting, as a rich text of one line. */
export const lineOf = (text: string): readonly TextLine[] =>
  text === '' ? [] : [{ shape: plain(0), content: [{ text, marks: {} }] }]

const plain = (depth: number): LineShape => ({ depth, mark: 'none', number: null })

const linesAt = (blocks: RichText, depth: number): readonly TextLine[] =>
  blocks.flatMap((block) => linesOfBlock(block, depth))

function linesOfBlock(block: Block, depth: number): readonly TextLine[] {
  if (block.type === 'paragraph') return [{ shape: plain(depth), content: block.content.map(stretchOf) }]
  const first = block.type === 'numbers' ? block.start : null
  return block.items.flatMap((item, index) => {
    const number = first === null ? null : first + index
    return linesOfItem(item, { depth: depth + 1, mark: first === null ? 'bullet' : 'number', number })
  })
}

/** The mark stands at the item's first paragraph; where the item begins with a list, alone. */
function linesOfItem({ blocks }: ListItem, shape: LineShape): readonly TextLine[] {
  const [first, ...others] = blocks
  if (first?.type !== 'paragraph') return [{ shape, content: [] }, ...linesAt(blocks, shape.depth)]
  return [{ shape, content: first.content.map(stretchOf) }, ...linesAt(others, shape.depth)]
}

const stretchOf = (inline: Inline): Stretch =>
  inline.type === 'break'
    ? { text: '\n', marks: {} }
    : { text: inline.text.replaceAll('\n', ' '), marks: marksOf(inline) }

const marksOf = ({ bold, italic, link }: Marks): Marks => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(link !== undefined && { link }),
})
