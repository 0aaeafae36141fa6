import type { Block, RichText } from './rich-text.ts'

/**
 * The text without its formatting, for counting and searching: a line for each paragraph and each hard
 * break; list markers and addresses of links are left out.
 */
export function plainText(text: RichText): string {
  return text.flatMap(linesOf).join('\n')
}

function linesOf(block: Block): readonly string[] {
  if (block.type !== 'paragraph') return block.items.flatMap((item) => item.blocks.flatMap(linesOf))
  return [block.content.map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('')]
}

/** Nothing but white space: a field that nobody has filled in. */
export function isEmpty(text: RichText): boolean {
  return plainText(text).trim() === ''
}
