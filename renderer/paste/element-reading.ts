import type { Marks } from './block-writer.ts'
import type { ListMarker } from './list-marker.ts'
import { clampedLevel, levelIn } from './paragraph-kind.ts'
import { classesOf, type Declarations } from './word-styles.ts'

/** What single elements of pasted HTML say. */

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Not pasted, but counted. */
export const pictures = names('img svg canvas video audio object embed iframe math')

/** What no reader sees as text; `del` is what a tracked change took away, `xml` Word's own islands of data. */
export const silent = names(
  'script style head title meta link template noscript base del xml select textarea button input map area',
)

export const paragraphs = names('p div h1 h2 h3 h4 h5 h6')

/** Elements that end the paragraph before them and say nothing of those within. */
export const otherBlocks = names(
  'blockquote pre address article section header footer main nav aside center figure figcaption dl dt dd hr form fieldset legend details summary caption',
)

/** Hidden text, and the comments that Word lists after the text. */
export function isHidden(element: Element, style: Declarations): boolean {
  return (
    style.get('display') === 'none' ||
    style.get('mso-hide') === 'all' ||
    /^comment/.test(style.get('mso-element') ?? '') ||
    classesOf(element).includes('MsoCommentReference')
  )
}

/** Bold, italic and link of the text in an element: its own say before that of those around it. */
export function marksOf(element: Element, style: Declarations, around: Marks): Marks {
  const name = element.localName
  const bold = isBold(style.get('font-weight'), name) ?? around.bold === true
  const italic = isItalic(style.get('font-style'), name) ?? around.italic === true
  const link = name === 'a' ? addressOf(element) : around.link
  return {
    ...(bold && { bold: true }),
    ...(italic && { italic: true }),
    ...(link !== undefined && { link }),
  }
}

/** Google Docs wraps everything in a `b` whose weight is normal, so the style counts before the tag. */
function isBold(weight: string | undefined, name: string): boolean | undefined {
  if (weight !== undefined && /^(?:bold|bolder|[6-9]00)$/.test(weight)) return true
  if (weight !== undefined && /^(?:normal|lighter|[1-5]00)$/.test(weight)) return false
  return name === 'b' || name === 'strong' ? true : undefined
}

function isItalic(slant: string | undefined, name: string): boolean | undefined {
  if (slant !== undefined && /^(?:italic|oblique)$/.test(slant)) return true
  if (slant === 'normal') return false
  return name === 'i' || name === 'em' ? true : undefined
}

/** Places within the document that was left behind lead nowhere. */
function addressOf(link: Element): string | undefined {
  const address = link.getAttribute('href') ?? ''
  return address === '' || address.startsWith('#') ? undefined : address
}

export interface OpenList {
  readonly ordered: boolean
  /** The number of its next item. */
  next: number
}

export function openList(element: Element): OpenList {
  return { ordered: element.localName === 'ol', next: countIn(element, 'start') ?? 1 }
}

/** The level that Word on the web, Google Docs or Outlook wrote on a real list item; null = as deep as it lies. */
export function levelOfItem(item: Element, style: Declarations): number | null {
  const written = countIn(item, 'data-aria-level') ?? countIn(item, 'aria-level')
  return written === null ? levelIn(style.get('mso-list') ?? '') : clampedLevel(written)
}

/** The marker of a real list item, which its list counts. */
export function markerOfItem(item: Element, list: OpenList | null): ListMarker {
  if (!list?.ordered) return {}
  const number = countIn(item, 'value') ?? list.next
  list.next = number + 1
  const inBracket = (item.getAttribute('data-leveltext') ?? '').endsWith(')')
  return { number, ...(inBracket && { delimiter: ')' }) }
}

/** How many columns or rows a cell covers, within reason. */
export function spanOf(cell: Element, attribute: 'colspan' | 'rowspan'): number {
  return Math.min(Math.max(countIn(cell, attribute) ?? 1, 1), 1000)
}

function countIn(element: Element, attribute: string): number | null {
  const written = element.getAttribute(attribute) ?? ''
  return /^\d{1,8}$/.test(written) ? Number(written) : null
}
