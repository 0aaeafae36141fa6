import type { Token } from 'markdown-it'
import { storable } from './characters.ts'
import { blockTokens, isThematicBreak, SEPARATOR } from './common-mark-grammar.ts'
import { formatInline, readInline } from './common-mark-inline.ts'
import { normalise } from './normalise.ts'
import type { Block, BulletList, ListItem, NumberedList, Paragraph, RichText } from './rich-text.ts'

/**
 * Reads CommonMark as far as rich texts know it (`common-mark-grammar.ts`), into the normal form. Every other
 * construct stays text as typed. Never fails; takes time linear in the length of the source.
 */
export function parseCommonMark(source: string): RichText {
  return normalise(readBlocks(blockTokens(storable(source))))
}

function readBlocks(tokens: readonly Token[]): RichText {
  const text: Block[] = []
  const lists: { readonly items: ListItem[]; readonly around: Block[] }[] = []
  let blocks = text
  for (const token of tokens) {
    if (token.type === 'inline') {
      blocks.push({ type: 'paragraph', content: readInline(token.children ?? []) })
    } else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const items: ListItem[] = []
      lists.push({ items, around: blocks })
      blocks.push(readList(token, items))
    } else if (token.type === 'list_item_open') {
      blocks = []
      lists.at(-1)?.items.push({ blocks })
    } else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      blocks = lists.pop()?.around ?? text
    }
  }
  return text
}

function readList(token: Token, items: readonly ListItem[]): BulletList | NumberedList {
  if (token.type === 'bullet_list_open') return { type: 'bullets', items }
  const start = Number(token.attrGet('start') ?? 1)
  return { type: 'numbers', start, ...(token.markup === ')' && { delimiter: ')' }), items }
}

/**
 * The one way to write a rich text in CommonMark: `parseCommonMark(formatCommonMark(text))` equals
 * `normalise(text)`, and characters are escaped only where they would be read as markup.
 */
export function formatCommonMark(text: RichText): string {
  return formatBlocks(normalise(text), '')
}

/** `lead` is what stands before the first block on its line: the markers of the lists that begin there. */
function formatBlocks(blocks: RichText, lead: string): string {
  let source = ''
  let bullet = '- '
  blocks.forEach((block, index) => {
    const previous = blocks[index - 1]
    const ownLead = index === 0 ? lead : ''
    // Two bullet lists side by side stay two by their markers.
    bullet = previous?.type === 'bullets' && bullet === '- ' ? '* ' : '- '
    source += gapBetween(previous, block, lead !== '')
    source +=
      block.type === 'paragraph' ? formatParagraph(block, ownLead) : formatList(block, ownLead, bullet)
  })
  return source
}

function gapBetween(previous: Block | undefined, block: Block, inItem: boolean): string {
  if (!previous) return ''
  if (inItem && previous.type === 'paragraph' && canInterrupt(block)) return '\n'
  const oneList =
    previous.type === 'numbers' && block.type === 'numbers' && previous.delimiter === block.delimiter
  return oneList ? `\n\n${SEPARATOR}\n\n` : '\n\n'
}

/** Only a list that begins with 1 can follow a paragraph without a blank line (CommonMark 0.31, section 5.3). */
function canInterrupt(block: Block): boolean {
  return block.type === 'bullets' || (block.type === 'numbers' && block.start === 1)
}

/** CommonMark reads at most nine digits as a list number, and heeds only a list's first. */
const GREATEST_NUMBER = 999_999_999

function formatList(list: BulletList | NumberedList, lead: string, bullet: string): string {
  return list.items
    .map((item, index) => {
      const marker =
        list.type === 'bullets'
          ? bullet
          : `${Math.min(list.start + index, GREATEST_NUMBER)}${list.delimiter ?? '.'} `
      const blocks = formatBlocks(item.blocks, (index === 0 ? lead : '') + marker)
      return marker + blocks.replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`)
    })
    .join('\n')
}

function formatParagraph(paragraph: Paragraph, lead: string): string {
  return formatInline(paragraph.content)
    .split('\n')
    .map((line, index) => (index === 0 ? escapeMarker(line, lead) : escapeInterruption(line)))
    .join('\n')
}

/** A bullet or number with something after it. */
const LIST_MARKER = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]+[^ \t])/

function escapeMarker(line: string, lead: string): string {
  const markersAlike = /(?:(?:- )+|(?:\* )+)$/.exec(lead)?.[0]
  const joinsMarkers = markersAlike !== undefined && isThematicBreak(markersAlike + line)
  if (!joinsMarkers && (isThematicBreak(line) || !LIST_MARKER.test(line))) return line
  return escapeFirstMark(line)
}

function escapeInterruption(line: string): string {
  const marker = isThematicBreak(line) ? null : LIST_MARKER.exec(line)
  const interrupts = marker && (marker[1] === undefined || Number(marker[1]) === 1)
  return interrupts ? escapeFirstMark(line) : line
}

/** Of "- ", "9. " and the like, the character that is not a digit. */
function escapeFirstMark(line: string): string {
  return line.replace(/\D/, '\\$&')
}
