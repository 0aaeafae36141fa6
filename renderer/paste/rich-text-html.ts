import type { Block, Inline, RichText } from '../../db/model/rich-text/rich-text.ts'

/** Text as it may stand in HTML, between tags and in attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Rich text in plain HTML: paragraphs, real lists, bold, italic and links, and no styles, so that it takes on those around it. */
export const richTextHtml = (text: RichText): string => text.map(blockHtml).join('')

function blockHtml(block: Block): string {
  if (block.type === 'paragraph') return `<p>${block.content.map(inlineHtml).join('')}</p>`
  const items = block.items.map(({ blocks }) => `<li>${itemHtml(blocks)}</li>`).join('')
  if (block.type === 'bullets') return `<ul>${items}</ul>`
  return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`
}

/** The first paragraph of an item stands on the line of its marker. */
function itemHtml([first, ...others]: RichText): string {
  if (first?.type !== 'paragraph') return richTextHtml(first ? [first, ...others] : [])
  return first.content.map(inlineHtml).join('') + richTextHtml(others)
}

function inlineHtml(inline: Inline): string {
  if (inline.type === 'break') return '<br>'
  const text = escapeHtml(inline.text)
  const italic = inline.italic ? `<i>${text}</i>` : text
  const bold = inline.bold ? `<b>${italic}</b>` : italic
  return inline.link === undefined ? bold : `<a href="${escapeHtml(inline.link)}">${bold}</a>`
}
