import { textOf } from '../../db/model/report/one-line.ts'
import type { Inline } from '../../db/model/rich-text/rich-text.ts'

/** What was on the clipboard, in reading order, free of the program that it came from. */
export type PastedBlock = PastedHeading | PastedParagraph | PastedItem | PastedTable | PastedImage

export interface PastedHeading {
  readonly kind: 'heading'
  /** 0 = the document's title; 1–9 as in Word. */
  readonly level: number
  readonly content: readonly Inline[]
}

export interface PastedParagraph {
  readonly kind: 'paragraph'
  /** 0 = body text; 1–9 = it goes on in the list item of that level before it. */
  readonly level: number
  readonly content: readonly Inline[]
}

export interface PastedItem {
  readonly kind: 'item'
  /** 1–9 */
  readonly level: number
  /** As its marker says, letters and Roman numbers counted; absent = a bullet. */
  readonly number?: number
  /** Present only where the marker was written `1)` instead of `1.`. */
  readonly delimiter?: ')'
  readonly content: readonly Inline[]
}

export interface PastedTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly PastedCell[])[]
}

export interface PastedCell {
  /** How many columns and rows it covers, itself included. */
  readonly columns: number
  readonly rows: number
  readonly blocks: readonly PastedBlock[]
}

/** A picture or the like, which is not pasted; it stands here so that it can be counted. */
export interface PastedImage {
  readonly kind: 'image'
}

/** As deep as Word's lists and headings go. */
export const DEEPEST_LEVEL = 9

/** A paragraph's text on one line. */
export const lineOfContent = (content: readonly Inline[]): string =>
  textOf(content).replaceAll(/\s+/g, ' ').trim()

/** The blocks with what stands in their tables; cells from left to right, row by row. */
export function flatBlocks(blocks: readonly PastedBlock[]): readonly PastedBlock[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block, ...block.rows.flatMap((row) => row.flatMap((cell) => flatBlocks(cell.blocks)))]
      : [block],
  )
}

/** The one line on the clipboard, to be put into a title; null where there are several, or none. */
export function oneLineOf(blocks: readonly PastedBlock[]): string | null {
  const [block, ...others] = blocks.filter(({ kind }) => kind !== 'image')
  if (block === undefined || others.length > 0 || block.kind === 'table' || block.kind === 'image')
    return null
  return block.content.some(({ type }) => type === 'break') ? null : lineOfContent(block.content)
}
