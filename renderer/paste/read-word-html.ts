import { BlockWriter, type Marks, type OpenItem } from './block-writer.ts'
import type { PastedBlock } from './blocks.ts'
import {
  isHidden,
  levelOfItem,
  markerOfItem,
  marksOf,
  type OpenList,
  openList,
  otherBlocks,
  paragraphs,
  pictures,
  silent,
  spanOf,
} from './element-reading.ts'
import { clampedLevel, type ParagraphKind, paragraphKindOf } from './paragraph-kind.ts'
import { walk } from './walk.ts'
import { type Declarations, declarationsOf, type StyleSheet, styleSheetOf } from './word-styles.ts'

/**
 * Reads what Word, Word on the web, Outlook, LibreOffice, Google Docs or a browser put on the clipboard as HTML.
 * Nothing in it is run or fetched. Never fails; takes time linear in the length of the source.
 */
export function readWordHtml(html: string): readonly PastedBlock[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return new Reader(styleSheetOf(page)).read(page.body)
}

/** What counts for the text in an element: its own and what it has from those around it. */
interface Surroundings {
  readonly marks: Marks
  readonly paragraph: ParagraphKind
  readonly item: OpenItem | null
  readonly list: OpenList | null
  readonly listDepth: number
  readonly inMarker: boolean
  /** How many tables it lies in; of those too deep, the cells are read as paragraphs. */
  readonly tables: number
}

const outermost: Surroundings = {
  marks: {},
  paragraph: { kind: 'plain' },
  item: null,
  list: null,
  listDepth: 0,
  inMarker: false,
  tables: 0,
}

const deepestTable = 3

class Reader {
  readonly #writer = new BlockWriter()
  readonly #sheet: StyleSheet
  /** Between the conditional comments that Word sets around a marker, or around a line break of its own. */
  #condition: 'marker' | 'extra-break' | null = null

  constructor(sheet: StyleSheet) {
    this.#sheet = sheet
  }

  read(body: Element): readonly PastedBlock[] {
    walk<Surroundings>(body, outermost, {
      enter: (element, around) => this.#enter(element, around),
      leave: (element, state, around) => this.#leave(element, state, around),
      text: (text, { marks, inMarker }) => {
        if (inMarker || this.#condition === 'marker') this.#writer.marker(text)
        else this.#writer.text(text, marks)
      },
      comment: (text) => this.#comment(text),
    })
    this.#end(outermost)
    return this.#writer.blocks
  }

  #comment(text: string): void {
    if (/^\[if !supportLists\]/i.test(text)) this.#condition = 'marker'
    else if (/^\[if !supportLineBreakNewLine\]/i.test(text)) this.#condition = 'extra-break'
    else if (/^\[endif\]/i.test(text)) this.#condition = null
  }

  #enter(element: Element, around: Surroundings): Surroundings | null {
    const name = element.localName
    if (pictures.has(name)) {
      this.#writer.image()
      return null
    }
    if (silent.has(name)) return null
    const style = declarationsOf(element.getAttribute('style') ?? '')
    if (name === 'br') {
      this.#break(style, around)
      return null
    }
    if (isHidden(element, style)) return null
    const marks = marksOf(element, style, around.marks)
    const inMarker = around.inMarker || /^ignore$/i.test(style.get('mso-list') ?? '')
    return this.#begin(element, style, { ...around, marks, inMarker })
  }

  /** Begins what the element is on the page; one that stands in a line begins nothing. */
  #begin(element: Element, style: Declarations, state: Surroundings): Surroundings {
    const name = element.localName
    if (isInLine(name)) return state
    this.#end(state)
    if (paragraphs.has(name)) {
      const paragraph = paragraphKindOf(element, this.#sheet)
      return paragraph.kind === 'plain' ? state : { ...state, paragraph }
    }
    switch (name) {
      case 'ul':
      case 'ol':
        return { ...state, list: openList(element), listDepth: state.listDepth + 1 }
      case 'li':
        return this.#beginItem(element, style, state)
      case 'table':
        if (state.tables < deepestTable) this.#writer.openTable()
        return { ...state, tables: state.tables + 1 }
      case 'tr':
        if (isRead(state)) this.#writer.openRow()
        return state
      case 'td':
      case 'th':
        if (isRead(state)) this.#writer.openCell()
        return { ...outermost, marks: state.marks, tables: state.tables }
      default:
        return state
    }
  }

  #beginItem(element: Element, style: Declarations, state: Surroundings): Surroundings {
    const level = levelOfItem(element, style) ?? clampedLevel(state.listDepth)
    const item: OpenItem = { level, begun: false, ...markerOfItem(element, state.list) }
    const paragraph = paragraphKindOf(element, this.#sheet)
    return { ...state, item, paragraph: paragraph.kind === 'heading' ? paragraph : outermost.paragraph }
  }

  #leave(element: Element, state: Surroundings, around: Surroundings): void {
    const name = element.localName
    if (isInLine(name)) return
    this.#end(state)
    if (name === 'table' && isRead(state)) this.#writer.closeTable()
    if ((name === 'td' || name === 'th') && isRead(around)) {
      this.#writer.closeCell(spanOf(element, 'colspan'), spanOf(element, 'rowspan'))
    }
  }

  /** Two line breaks end a paragraph, as does a page break; a heading is one, whatever it holds. */
  #break(style: Declarations, around: Surroundings): void {
    if (this.#condition === 'extra-break') return
    const ends = this.#writer.atBreak || style.has('page-break-before')
    if (!ends) this.#writer.lineBreak()
    else if (around.paragraph.kind !== 'heading') this.#end(around)
  }

  /** A marker whose comment was never closed was none, but the text. */
  #end({ paragraph, item }: Surroundings): void {
    if (this.#condition === 'marker') this.#writer.takeMarkerAsText()
    this.#condition = null
    this.#writer.endParagraph(paragraph, item)
  }
}

const tableParts = new Set(['table', 'tr', 'td', 'th'])

const isInLine = (name: string): boolean =>
  !paragraphs.has(name) && !otherBlocks.has(name) && !tableParts.has(name) && !/^(?:ul|ol|li)$/.test(name)

/** Cells of a table that is kept as one. */
const isRead = ({ tables }: Surroundings): boolean => tables > 0 && tables <= deepestTable
