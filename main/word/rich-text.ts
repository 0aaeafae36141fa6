import { type IParagraphOptions, type NumberingDefinition, Paragraph as WordParagraph } from 'docx'
import { listIndent, space } from '../../db/model/report/look.ts'
import { lineLength, linesOf } from '../../db/model/report/measures.ts'
import { textOf } from '../../db/model/report/one-line.ts'
import type { Block, ListItem, Paragraph, RichText } from '../../db/model/rich-text/rich-text.ts'
import { inlineRuns } from './inline.ts'
import { bulletReference, numberDefinition } from './numbering.ts'
import { clampedLevel, type Writing } from './writing.ts'

/** A paragraph to be made, and about how many lines it fills. */
export interface Piece {
  readonly look: IParagraphOptions
  readonly lines: number
}

export const paragraphsFrom = (pieces: readonly Piece[]): WordParagraph[] =>
  pieces.map((piece) => new WordParagraph(piece.look))

/** Where text stands: in a cell it is set smaller and tighter, and its lines are shorter. */
export interface Setting {
  /** Before the names of the styles: "" or "Table". */
  readonly styles: '' | 'Table'
  /** About how many characters fill a line. */
  readonly lineLength: number
  /** Space below a paragraph, and so below a list, whose items stand closer, in twips. */
  readonly space: number
  /** Paragraphs that go on with the one before them, cut only so that their row fits a page. */
  readonly continued?: ReadonlyMap<Block, Continuation>
}

/** The style of what goes on with the paragraph before it: after a blank, on a new line, or within a word. */
export type Continuation = 'TextContinued' | 'LineContinued' | 'WordContinued'

export const prose: Setting = { styles: '', lineLength: lineLength.prose, space: space.prose }
export const cellText: Setting = { styles: 'Table', lineLength: lineLength.cell, space: space.cell }

/** Rich text as paragraphs. `level` is the level on which its lists begin. */
export function richTextPieces(text: RichText, writing: Writing, setting: Setting, level = 0): Piece[] {
  const lists = numberedLists(text, level, writing)
  return text.flatMap((block) => blockPieces(block, lists.get(block) ?? bullets, writing, setting, level))
}

function blockPieces(block: Block, list: List, writing: Writing, setting: Setting, level: number): Piece[] {
  if (block.type === 'paragraph') {
    // Space is not made of empty paragraphs.
    if (textOf(block.content).trim() === '') return []
    const inList = level === 0 ? 'Text' : 'ListContinue'
    const style = styleName(setting.continued?.get(block) ?? inList, setting)
    return [piece(block, writing, setting, level === 0 ? { style } : { style, ...continuation(level) })]
  }
  const style = styleName(block.type === 'bullets' ? 'ListBullet' : 'ListNumber', setting)
  const pieces = block.items.flatMap((item) => itemPieces(item, { style, ...list }, writing, setting, level))
  return level === 0 ? closedList(pieces, setting) : pieces
}

/** What follows a list keeps the distance of a paragraph. */
export function closedList(pieces: readonly Piece[], { space: after }: Setting): Piece[] {
  return pieces.map((piece, index) =>
    index < pieces.length - 1 ? piece : { ...piece, look: { ...piece.look, spacing: { after } } },
  )
}

/** A list of the document: its definition, and which list of that definition it is. */
interface List {
  readonly reference: string | NumberingDefinition
  readonly instance: number
}

const bullets: List = { reference: bulletReference, instance: 0 }

interface ItemLook extends List {
  readonly style: string
}

/** The first paragraph carries the sign; what else the item holds is set in below it. */
function itemPieces(
  item: ListItem,
  look: ItemLook,
  writing: Writing,
  setting: Setting,
  level: number,
): Piece[] {
  const [first, ...rest] = item.blocks
  const { style, reference, instance } = look
  const numbering = { reference, instance, level: clampedLevel(level), custom: true }
  if (first?.type !== 'paragraph') {
    const sign = piece({ content: [] }, writing, setting, { style, numbering })
    return [sign, ...richTextPieces(item.blocks, writing, setting, level + 1)]
  }
  return [
    piece(first, writing, setting, { style, numbering }),
    ...richTextPieces(rest, writing, setting, level + 1),
  ]
}

function piece(
  { content }: Pick<Paragraph, 'content'>,
  writing: Writing,
  setting: Setting,
  look: IParagraphOptions,
): Piece {
  return {
    look: { ...look, children: inlineRuns(content, writing) },
    lines: linesOf(content, setting.lineLength),
  }
}

/** The style's indent is that of the outermost level. */
export const continuation = (level: number): Pick<IParagraphOptions, 'indent'> => ({
  indent: { left: listIndent.at(clampedLevel(level - 1)) },
})

export const styleName = (name: string, setting: Setting): string => `${setting.styles}${name}`

/** A list that goes on where the one before it ended is the same list in Word; any other begins a list of its own. */
function numberedLists(text: RichText, level: number, writing: Writing): Map<Block, List> {
  const lists = new Map<Block, List>()
  let open: { readonly list: List; readonly next: number; readonly delimiter: ')' | undefined } | undefined
  for (const block of text) {
    if (block.type !== 'numbers') continue
    const { start, delimiter } = block
    const goesOn = open?.next === start && open.delimiter === delimiter
    const list: List =
      open !== undefined && goesOn
        ? open.list
        : { reference: numberDefinition(clampedLevel(level), start, delimiter), instance: writing.newList() }
    lists.set(block, list)
    open = { list, next: start + block.items.length, delimiter }
  }
  return lists
}
