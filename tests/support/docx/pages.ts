import { listCounter } from './numbering.ts'
import { bodyOf, type DocxPackage } from './package.ts'
import type { Page, Rendering } from './render.ts'
import { headingLevel, type Styles, stylesOf } from './styles.ts'
import { isHeaderRow } from './table-grid.ts'
import { above, at, attribute, below, type Element, textOf } from './xml.ts'

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
    .replace(/[\s\p{Z}\p{C}\p{Pd}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]/gu, '')

/** The text of each page between header and footer, squeezed, without the header row of a table that goes on. */
export function pageTexts(docx: DocxPackage, { pages }: Rendering): string[] {
  const margin = below(bodyOf(docx), 'w:pgMar')[0]
  const top = Number(attribute(margin, 'w:top') ?? 0) / 20
  const bottom = Number(attribute(margin, 'w:bottom') ?? 0) / 20
  const headers = [
    ...new Set(
      below(bodyOf(docx), 'w:tr')
        .filter(isHeaderRow)
        .map((row) => squeezed(textOf(row))),
    ),
  ]
  return pages.map((page) => {
    const text = squeezed(bodyWords(page, top, bottom).join(''))
    const repeated = headers
      .filter((header) => text.startsWith(header))
      .sort((a, b) => b.length - a.length)[0]
    return text.slice(repeated?.length ?? 0)
  })
}

const bodyWords = (page: Page, top: number, bottom: number): string[] =>
  page.words
    .filter(
      (word) => (word.top + word.bottom) / 2 > top && (word.top + word.bottom) / 2 < page.height - bottom,
    )
    .map((word) => word.text)

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

/** Whether the text begins at the end of the page and goes on at the top of the next ones. */
function spans(pages: readonly string[], page: number, text: string): boolean {
  const here = pages[page] ?? ''
  const next = pages[page + 1]
  if (next === undefined) return false
  for (let length = Math.min(text.length - 1, here.length); length > 0; length--) {
    if (!here.endsWith(text.slice(0, length))) continue
    if (goesOn(pages, page + 1, text.slice(length))) return true
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

/** Some ten words. */
const leastCharacters = 60
