import type {
  Block,
  BulletList,
  Inline,
  NumberedList,
  RichText,
} from '../../../db/model/rich-text/rich-text.ts'

/** A run of text; `marks` as in the value: `{ bold: true }`. */
export function run(text: string, marks: { bold?: true; italic?: true; link?: string } = {}): Inline {
  return { type: 'text', text, ...marks }
}

export const lineBreak: Inline = { type: 'break' }

/** A string stands for a plain run, or a paragraph of one. */
export function paragraph(...content: readonly (string | Inline)[]): Block {
  return {
    type: 'paragraph',
    content: content.map((inline) => (typeof inline === 'string' ? run(inline) : inline)),
  }
}

type Item = string | readonly (string | Block)[]

function items(list: readonly Item[]): readonly { blocks: RichText }[] {
  return list.map((item) => ({
    blocks: (typeof item === 'string' ? [item] : item).map((block) =>
      typeof block === 'string' ? paragraph(block) : block,
    ),
  }))
}

export function bullets(...list: readonly Item[]): BulletList {
  return { type: 'bullets', items: items(list) }
}

export function numbers(start: number, ...list: readonly Item[]): NumberedList {
  return { type: 'numbers', start, items: items(list) }
}
