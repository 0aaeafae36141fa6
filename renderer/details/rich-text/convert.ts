import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { normalise } from '../../../db/model/rich-text/normalise.ts'
import type { Block, Inline, ListItem, RichText, TextRun } from '../../../db/model/rich-text/rich-text.ts'

/**
 * A rich text as the editor's document. The editor shows a line end inside a run as a new line, though it reads as a
 * blank, so it becomes one; an item that begins with a list gets the empty paragraph that the editor wants there. An
 * empty text is one empty paragraph, where the caret can stand.
 */
export function toEditor(text: RichText): JSONContent {
  const blocks = normalise(text).map(blockToEditor)
  return { type: 'doc', content: blocks.length > 0 ? blocks : [EMPTY_PARAGRAPH] }
}

const EMPTY_PARAGRAPH: JSONContent = { type: 'paragraph' }

function blockToEditor(block: Block): JSONContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', content: block.content.map(inlineToEditor) }
    case 'bullets':
      return { type: 'bulletList', content: block.items.map(itemToEditor) }
    case 'numbers': {
      const attrs = { start: block.start, delimiter: block.delimiter ?? null }
      return { type: 'orderedList', attrs, content: block.items.map(itemToEditor) }
    }
  }
}

function itemToEditor({ blocks }: ListItem): JSONContent {
  const content = blocks.map(blockToEditor)
  const beginsWithText = blocks[0]?.type === 'paragraph'
  return { type: 'listItem', content: beginsWithText ? content : [EMPTY_PARAGRAPH, ...content] }
}

function inlineToEditor(inline: Inline): JSONContent {
  if (inline.type === 'break') return { type: 'hardBreak' }
  const marks = [
    ...(inline.bold ? [{ type: 'bold' }] : []),
    ...(inline.italic ? [{ type: 'italic' }] : []),
    ...(inline.link === undefined ? [] : [{ type: 'link', attrs: { href: inline.link } }]),
  ]
  return { type: 'text', text: inline.text.replaceAll('\n', ' '), ...(marks.length > 0 && { marks }) }
}

/** What is written in the editor, in the normal form. */
export const fromEditor = (document: Node): RichText => normalise(document.children.flatMap(blockOf))

/** Blocks that are cut out of the editor's document, or go into it. */
function blockOf(node: Node): readonly Block[] {
  switch (node.type.name) {
    case 'paragraph':
      return [{ type: 'paragraph', content: node.children.flatMap(inlineOf) }]
    case 'bulletList':
      return [{ type: 'bullets', items: node.children.map(itemOf) }]
    case 'orderedList':
      return [
        {
          type: 'numbers',
          start: startOf(node.attrs.start),
          ...(node.attrs.delimiter === ')' && { delimiter: ')' }),
          items: node.children.map(itemOf),
        },
      ]
    default:
      return []
  }
}

const itemOf = (node: Node): ListItem => ({ blocks: node.children.flatMap(blockOf) })

const startOf = (start: unknown): number =>
  typeof start === 'number' && Number.isInteger(start) ? Math.min(Math.max(start, 0), 999_999_999) : 1

function inlineOf({ type, text, marks }: Node): readonly Inline[] {
  if (type.name === 'hardBreak') return [{ type: 'break' }]
  if (text === undefined) return []
  const has = (name: string) => marks.some((mark) => mark.type.name === name)
  const href: unknown = marks.find((mark) => mark.type.name === 'link')?.attrs.href
  const run: TextRun = {
    type: 'text',
    text,
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italic: true }),
    ...(typeof href === 'string' && { link: href }),
  }
  return [run]
}
