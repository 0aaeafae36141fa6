import { bodyOf, type DocxPackage, partRoot, storyParts } from '../../../main/ooxml/docx-package.ts'
import { headingLevel, type Styles, stylesOf } from '../../../main/ooxml/styles.ts'
import { isHeaderRow } from '../../../main/ooxml/table-grid.ts'
import { above, at, attribute, below, type Element, textOf } from '../../../main/ooxml/xml.ts'
import { listCounter } from './numbering.ts'
import type { Rendering } from './render.ts'

/**
 * Text as it survives the way onto a page and back: without blanks, hyphens, invisible characters, pictographs and
 * what few typefaces have,
 * ligatures taken apart, all in capitals.
 */
export const squeezed = (text: string): string =>
  text
    .replace(/[\u{10000}-\u{10FFFF}]/gu, '')
    .normalize('NFKC')
    .toLocaleUpperCase('da')
    .normalize('NFC')
    // A typeface may have a capital ß, and then LibreOffice sets it.
    .replaceAll('ẞ', 'SS')
    .replace(/[\s\p{Z}\p{C}\p{Pd}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/gu, '')

/** The text of each page between header and footer, squeezed, without the header row of a table that goes on. */
export function pageTexts(docx: DocxPackage, { pages }: Rendering): string[] {
  const header = new RegExp(`^(?:${furniture(docx, 'header')})`, 'u')
  const footer = new RegExp(`(?:${furniture(docx, 'footer')})$`, 'u')
  const rows = below(bodyOf(docx), 'w:tr').filter(isHeaderRow)
  const headerRows = [...new Set(rows.map((row) => squeezed(textOf(row))))].sort(
    (a, b) => b.length - a.length,
  )
  return pages.map((words) => {
    const text = squeezed(words.join('')).replace(header, '').replace(footer, '')
    const repeated = headerRows.find((row) => text.startsWith(row)) ?? ''
    return text.slice(repeated.length)
  })
}

/** What the headers or footers say, as a pattern: longest first, with any numbers where pages are counted. */
function furniture(docx: DocxPackage, kind: 'header' | 'footer'): string {
  return storyParts(docx)
    .filter((part) => part.startsWith(`word/${kind}`))
    .map((part) => squeezed(textOf(partRoot(docx, part))))
    .filter((text) => text !== '')
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/SIDE\d*AF\d*/u, 'SIDE\\d+AF\\d+'))
    .join('|')
}

/** So few characters stand within other texts, too, also where those are broken over pages. */
const countable = 4

/** Paragraphs of the document, numbers of lists included, that do not stand on the pages as often as they should. */
export function lostTexts(docx: DocxPackage, rendering: Rendering): string[] {
  const pages = pageTexts(docx, rendering)
  const sign = listCounter(docx, stylesOf(docx))
  const paragraphs = below(bodyOf(docx), 'w:p').map((paragraph) => {
    const list = sign(paragraph)
    return {
      paragraph,
      text: `${list === undefined || list.format === 'bullet' ? '' : list.sign}${textOf(paragraph)}`,
    }
  })
  const texts = paragraphs.filter(({ paragraph }) => !isFurniture(paragraph)).map(({ text }) => text)
  const expected = texts.map(squeezed).join('\n')
  const printed = pages.join('\n')
  return [...new Set(texts)].filter((text) => {
    const wanted = squeezed(text)
    if (wanted === '') return false
    if (wanted.length < countable) return !printed.includes(wanted)
    const missing = count(expected, wanted) - count(printed, wanted)
    return missing > 0 && missing > pages.filter((_, page) => spans(pages, page, wanted)).length
  })
}

/** The table of contents is checked by its page numbers, the header rows of tables are repeated. */
function isFurniture(paragraph: Element): boolean {
  const row = above(paragraph, 'w:tr')
  return above(paragraph, 'w:sdtContent') !== undefined || (row !== undefined && isHeaderRow(row))
}

const count = (text: string, part: string): number => text.split(part).length - 1

/** So much may stand on a page before the text that goes on there: the label of its row, a side label. */
const nearTop = 120

/** About the least that stands on a line of a narrow cell: what is longer does not stand in two places by chance. */
const lineLength = 20

/** Whether the text begins at the end of the page and goes on at the top of the next ones. */
function spans(pages: readonly string[], page: number, text: string): boolean {
  const here = pages[page] ?? ''
  const next = pages[page + 1]
  if (next === undefined) return false
  for (let length = Math.min(text.length - 1, here.length); length > 0; length--) {
    const [begin, rest] = [text.slice(0, length), text.slice(length)]
    if (here.endsWith(begin) && goesOn(pages, page + 1, rest)) return true
    // Cells side by side are broken over the page each by itself.
    const unmistakable = begin.length >= lineLength && rest.length >= lineLength
    if (unmistakable && next.includes(rest) && here.includes(begin)) return true
  }
  return false
}

function goesOn(pages: readonly string[], page: number, rest: string): boolean {
  const here = pages[page]
  if (here === undefined) return false
  const at = here.indexOf(rest)
  if (at !== -1) return at <= nearTop
  for (let from = 0; from <= Math.min(nearTop, here.length - 1); from++) {
    const filled = here.slice(from)
    if (rest.startsWith(filled) && goesOn(pages, page + 1, rest.slice(filled.length))) return true
  }
  return false
}

export interface HeadingOnPage {
  readonly level: number
  readonly text: string
  /** From 1; 0 where the PDF's outline does not have it. */
  readonly page: number
  readonly bookmarks: readonly string[]
}

/** The headings of the document with the pages that they stand on. */
export function headingPages(docx: DocxPackage, { headings }: Rendering): HeadingOnPage[] {
  const styles = stylesOf(docx)
  return headingsOf(docx, styles).map((paragraph, index) => {
    const text = textOf(paragraph)
    const found = headings[index]
    return {
      level: headingLevel(styles, paragraph) ?? 0,
      text,
      page: found !== undefined && squeezed(found.title) === squeezed(text) ? found.page : 0,
      bookmarks: below(paragraph, 'w:bookmarkStart').map((each) => attribute(each, 'w:name') ?? ''),
    }
  })
}

const headingsOf = (docx: DocxPackage, styles: Styles): Element[] =>
  below(bodyOf(docx), 'w:p').filter(
    (each) =>
      headingLevel(styles, each) !== undefined &&
      above(each, 'w:sdtContent') === undefined &&
      textOf(each).trim() !== '',
  )

/** The lines of the table of contents: text, the page number that stands there, where the line leads. */
export function contentsLines(docx: DocxPackage): { text: string; page: string; bookmark: string }[] {
  return below(bodyOf(docx), 'w:p')
    .filter((each) => /^TOC[1-9]$/.test(attribute(at(each, 'w:pPr', 'w:pStyle'), 'w:val') ?? ''))
    .map((each) => {
      const [text = '', page = ''] = textOf(each).split(/\t(?=[^\t]*$)/)
      return { text, page, bookmark: attribute(below(each, 'w:hyperlink')[0], 'w:anchor') ?? '' }
    })
}

/** What spoils a page: `page 7: nearly empty`, `page 9 ends with a heading: …`. A divider may stand alone. */
export function pageFlaws(docx: DocxPackage, rendering: Rendering): string[] {
  const headings = headingPages(docx, rendering)
  return pageTexts(docx, rendering).flatMap((text, index) => {
    const here = headings.filter((heading) => heading.page === index + 1)
    const last = here.at(-1)
    const isDivider = here.length === 1 && last?.level === 1 && text === squeezed(last.text)
    if (isDivider) return []
    if (last && text.endsWith(squeezed(last.text)))
      return [`page ${index + 1} ends with a heading: ${last.text}`]
    return index > 0 && text.length < leastCharacters ? [`page ${index + 1}: nearly empty (${text})`] : []
  })
}

/** Some twenty words. */
const leastCharacters = 120
