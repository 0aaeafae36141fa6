import * as z from 'zod'
import { isStorable } from './characters.ts'

/**
 * Rich text as a value: paragraphs and (nested) lists; inside them runs of text with bold, italic and
 * links, and hard breaks. The text of a field, a section or a cover row is a `RichText`.
 *
 * Normal form, which `normalise` gives and the CommonMark conversion keeps: neighbouring runs with the same
 * marks are one run; no run, paragraph, item or list is empty; no mark begins or ends with white space; a
 * paragraph neither begins nor ends with blanks or a hard break, and neither a break nor a line end ("\n", read
 * as a space) has blanks or line ends beside it; lists are at most nine deep; every character can be stored
 * (no NUL, no lone surrogate, no "\r"). Lists of one kind may stand side by side and stay apart.
 */
export interface TextRun {
  readonly type: 'text'
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  /** Address as written, never one that runs something; which may leave the program is decided where it leaves. */
  readonly link?: string
}

export interface HardBreak {
  readonly type: 'break'
}

export type Inline = TextRun | HardBreak

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content: readonly Inline[]
}

export interface BulletList {
  readonly type: 'bullets'
  readonly items: readonly ListItem[]
}

/** `start` 1 begins afresh; a list that continues after an interruption starts at the number it goes on with. */
export interface NumberedList {
  readonly type: 'numbers'
  readonly start: number
  /** Present only where the writer wrote `1)` instead of `1.`. */
  readonly delimiter?: ')'
  readonly items: readonly ListItem[]
}

export interface ListItem {
  readonly blocks: RichText
}

export type Block = Paragraph | BulletList | NumberedList

export type RichText = readonly Block[]

const textRun = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).refine(isStorable, 'NUL or half a character'),
  bold: z.literal(true).exactOptional(),
  italic: z.literal(true).exactOptional(),
  link: z.string().min(1).refine(isStorable, 'NUL or half a character').exactOptional(),
})

const inline = z.discriminatedUnion('type', [textRun, z.strictObject({ type: z.literal('break') })])

/** Shape of a rich text as it lies in the workbook and crosses borders. */
export const richTextSchema: z.ZodType<RichText> = z.lazy(() => z.array(block))

const items = z.array(z.strictObject({ blocks: richTextSchema })).min(1)

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), content: z.array(inline) }),
  z.strictObject({ type: z.literal('bullets'), items }),
  z.strictObject({
    type: z.literal('numbers'),
    start: z.int().min(0).max(999_999_999),
    delimiter: z.literal(')').exactOptional(),
    items,
  }),
])
