import { isWhiteSpace, normaliseAddress, storable } from './characters.ts'
import type { Block, Inline, ListItem, Paragraph, RichText, TextRun } from './rich-text.ts'

/** Lists inside lists: as many levels as Word can number. What lies deeper is kept as text of the ninth level. */
export const MAX_LIST_DEPTH = 9

/**
 * The normal form of a rich text (see `RichText`): two texts that read alike are equal values in it.
 * Idempotent. Every visible character is kept; what changes is white space where CommonMark cannot hold it,
 * characters that no file can hold, and addresses that may not be linked to.
 */
export function normalise(text: RichText): RichText {
  return normaliseBlocks(text, 0)
}

function normaliseBlocks(blocks: RichText, depth: number): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.type === 'paragraph') {
      const content = normaliseContent(block.content)
      return content.length > 0 ? [{ type: 'paragraph', content }] : []
    }
    if (depth === MAX_LIST_DEPTH) return normaliseBlocks(paragraphsOf(block), depth)
    const items = block.items
      .map((item): ListItem => ({ blocks: normaliseBlocks(item.blocks, depth + 1) }))
      .filter((item) => item.blocks.length > 0)
    return items.length > 0 ? [{ ...block, items }] : []
  })
}

/** The paragraphs of a list in their order, at whatever depth; not recursive, for the depth may be hostile. */
function paragraphsOf(list: Block): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  const ahead: Block[] = [list]
  for (let block = ahead.pop(); block; block = ahead.pop()) {
    if (block.type === 'paragraph') paragraphs.push(block)
    else for (const item of block.items.toReversed()) ahead.push(...item.blocks.toReversed())
  }
  return paragraphs
}

/** What a stretch of text carries besides its characters. */
export type Marks = Pick<TextRun, 'bold' | 'italic' | 'link'>

/** A hard break travels as `BREAK`, a character that storable text does not hold, and belongs to any mark. */
interface Piece {
  readonly text: string
  readonly marks: Marks | 'any'
}

const BREAK = '\r'
const NO_MARKS: Marks = {}

/** The normal form of one paragraph's content; empty where the paragraph is. */
export function normaliseContent(content: readonly Inline[]): readonly Inline[] {
  return joinAlike(settleWhiteSpace(content.flatMap(piecesOf))).flatMap(inlinesOf)
}

/** Cuts the white space at a run's ends off it, so that each piece is all white space or begins and ends visibly. */
function piecesOf(inline: Inline): readonly Piece[] {
  if (inline.type === 'break') return [{ text: BREAK, marks: 'any' }]
  const text = storable(inline.text)
  const marks = marksOf(inline)
  let start = 0
  while (start < text.length && isWhiteSpace(text.charAt(start))) start++
  let end = text.length
  while (end > start && isWhiteSpace(text.charAt(end - 1))) end--
  return [text.slice(0, start), text.slice(start, end), text.slice(end)]
    .filter((part) => part !== '')
    .map((part) => ({ text: part, marks }))
}

function marksOf(run: TextRun): Marks {
  const link = run.link === undefined ? undefined : normaliseAddress(run.link)
  return {
    ...(run.bold && { bold: true }),
    ...(run.italic && { italic: true }),
    ...(link !== undefined && { link }),
  }
}

/** No mark begins or ends with white space: a gap between words keeps the marks that it and both its sides share. */
function settleWhiteSpace(pieces: readonly Piece[]): readonly Piece[] {
  const settled: Piece[] = []
  let gap: Piece[] = []
  let before: Piece | undefined
  for (const piece of pieces) {
    if (isWhiteSpace(piece.text.charAt(0))) {
      gap.push(piece)
    } else {
      settled.push(settleGap(before, gap, piece), { ...piece, text: tidy(piece.text) })
      before = piece
      gap = []
    }
  }
  settled.push(settleGap(before, gap, undefined))
  return settled
}

function settleGap(before: Piece | undefined, gap: readonly Piece[], after: Piece | undefined): Piece {
  const text = tidy(gap.map((piece) => piece.text).join(''))
  if (before && after)
    return { text, marks: [before, ...gap, after].map((piece) => piece.marks).reduce(shared) }
  let start = 0
  let end = text.length
  while (!before && start < end && isBlankOrBreak(text.charAt(start))) start++
  while (!after && end > start && isBlankOrBreak(text.charAt(end - 1))) end--
  return { text: text.slice(start, end), marks: NO_MARKS }
}

/** CommonMark keeps neither blanks beside a line's end nor blank lines in a paragraph. */
function tidy(text: string): string {
  return text.replace(/[ \t\n\r]+/g, (blanks) => {
    if (blanks.includes(BREAK)) return blanks.replace(/[ \t\n]/g, '')
    return blanks.includes('\n') ? '\n' : blanks
  })
}

function isBlankOrBreak(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === BREAK
}

function shared(a: Marks | 'any', b: Marks | 'any'): Marks | 'any' {
  if (a === 'any') return b
  return b === 'any' ? a : sharedMarks(a, b)
}

/** The marks that two stretches of text have both. */
export function sharedMarks(a: Marks, b: Marks): Marks {
  return {
    ...(a.bold && b.bold && { bold: true }),
    ...(a.italic && b.italic && { italic: true }),
    ...(a.link !== undefined && a.link === b.link && { link: a.link }),
  }
}

function joinAlike(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.text === '') continue
    if (last && sameMarks(last.marks, piece.marks)) {
      joined[joined.length - 1] = { text: last.text + piece.text, marks: last.marks }
    } else {
      joined.push(piece)
    }
  }
  return joined
}

function sameMarks(a: Marks | 'any', b: Marks | 'any'): boolean {
  if (a === 'any' || b === 'any') return a === b
  return a.bold === b.bold && a.italic === b.italic && a.link === b.link
}

function inlinesOf({ text, marks }: Piece): readonly Inline[] {
  return text.split(BREAK).flatMap((part, index): readonly Inline[] => {
    const run: readonly Inline[] =
      part === '' ? [] : [{ type: 'text', text: part, ...(marks === 'any' ? NO_MARKS : marks) }]
    return index === 0 ? run : [{ type: 'break' }, ...run]
  })
}
