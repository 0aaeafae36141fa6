import { normaliseContent } from '../../db/model/rich-text/normalise.ts'
import type { Inline, TextRun } from '../../db/model/rich-text/rich-text.ts'
import type { PastedBlock, PastedCell } from './blocks.ts'
import { type ListMarker, readMarker } from './list-marker.ts'
import type { ParagraphKind } from './paragraph-kind.ts'

export type Marks = Omit<TextRun, 'type' | 'text'>

/** An item of a real list; its first paragraph carries the marker, those after it go on in the item. */
export interface OpenItem extends ListMarker {
  readonly level: number
  begun: boolean
}

/** Where paragraphs are written: the page, or a cell. */
interface Sink {
  readonly blocks: PastedBlock[]
  /** The number of the last item of each level, by level; 0 for a bullet. */
  numbers: readonly number[]
  /** The level of the item before; 0 = body text. */
  level: number
}

const emptySink = (): Sink => ({ blocks: [], numbers: [], level: 0 })

/** Gathers runs of text into paragraphs, paragraphs into cells, and cells into tables. */
export class BlockWriter {
  readonly #sinks: Sink[] = [emptySink()]
  readonly #tables: PastedCell[][][] = []
  #content: Inline[] = []
  #marker = ''

  get blocks(): readonly PastedBlock[] {
    return this.#sink.blocks
  }

  text(text: string, marks: Marks): void {
    if (text !== '') this.#content.push({ type: 'text', text, ...marks })
  }

  lineBreak(): void {
    this.#content.push({ type: 'break' })
  }

  /** Whether nothing but blanks stands after the last line break. */
  get atBreak(): boolean {
    const last = this.#content.findLast((inline) => inline.type === 'break' || inline.text.trim() !== '')
    return last?.type === 'break'
  }

  marker(text: string): void {
    this.#marker += text
  }

  takeMarkerAsText(): void {
    if (this.#marker !== '') this.#content.unshift({ type: 'text', text: this.#marker })
    this.#marker = ''
  }

  image(): void {
    this.#sink.blocks.push({ kind: 'image' })
  }

  /** Ends the paragraph; one without text leaves nothing. */
  endParagraph(kind: ParagraphKind, item: OpenItem | null): void {
    const content = this.#content.length === 0 ? this.#content : tidy(this.#content)
    const marker = this.#marker
    this.#content = []
    this.#marker = ''
    if (content.length === 0 || kind.kind === 'contents') return
    this.#sink.blocks.push(this.#block(kind, item, marker, content))
  }

  openTable(): void {
    this.#tables.push([])
  }

  openRow(): void {
    this.#tables.at(-1)?.push([])
  }

  openCell(): void {
    this.#sinks.push(emptySink())
  }

  closeCell(columns: number, rows: number): void {
    const { blocks } = this.#sink
    if (this.#sinks.length > 1) this.#sinks.pop()
    this.#tables.at(-1)?.at(-1)?.push({ columns, rows, blocks })
  }

  closeTable(): void {
    const rows = this.#tables.pop() ?? []
    if (rows.some((row) => row.some((cell) => cell.blocks.length > 0))) {
      this.#sink.blocks.push({ kind: 'table', rows })
      this.#sink.level = 0
    }
  }

  get #sink(): Sink {
    const sink = this.#sinks.at(-1)
    if (sink === undefined) throw new Error('the page itself is never closed')
    return sink
  }

  #block(
    kind: ParagraphKind,
    item: OpenItem | null,
    marker: string,
    content: readonly Inline[],
  ): PastedBlock {
    const sink = this.#sink
    if (kind.kind === 'heading') {
      sink.level = 0
      if (item) item.begun = true
      return { kind: 'heading', level: kind.level, content }
    }
    if (item && !item.begun) {
      item.begun = true
      return this.#item(item.level, item, content)
    }
    if (!item && kind.kind === 'item') {
      const expected = (sink.numbers[kind.level] ?? 0) + 1
      const read = readMarker(marker, expected)
      const counted = kind.ordered && marker.trim() === '' ? { number: expected } : read
      return this.#item(kind.level, counted, content)
    }
    const continued = item?.level ?? (kind.kind === 'continued' ? sink.level : 0)
    sink.level = continued
    return { kind: 'paragraph', level: continued, content }
  }

  #item(level: number, { number, delimiter }: ListMarker, content: readonly Inline[]): PastedBlock {
    const sink = this.#sink
    const above = Array.from({ length: level }, (_, each) => sink.numbers[each] ?? 0)
    sink.numbers = [...above, number ?? 0]
    sink.level = level
    return {
      kind: 'item',
      level,
      ...(number !== undefined && { number }),
      ...(delimiter && { delimiter }),
      content,
    }
  }
}

/**
 * A paragraph's runs as they read on a page: white space is one blank and none at a line's ends; a no-break space
 * stays where it stands alone between words. Soft hyphens and the like belong to the layout that was left behind.
 */
function tidy(content: readonly Inline[]): readonly Inline[] {
  const tidied: Inline[] = []
  let atStart = true
  for (const inline of content) {
    if (inline.type === 'break') {
      trimEnd(tidied)
      tidied.push(inline)
      atStart = true
      continue
    }
    const text = inline.text
      .replaceAll(/[\u00ad\u200b\ufeff]/g, '')
      .replaceAll(/[ \t\n\r\f\u00a0]{2,}|[\t\n\r\f]/g, ' ')
    const kept = atStart ? text.replace(/^[ \u00a0]/, '') : text
    if (kept === '') continue
    atStart = /[ \u00a0]$/.test(kept)
    tidied.push({ ...inline, text: kept })
  }
  trimEnd(tidied)
  return normaliseContent(tidied)
}

function trimEnd(content: Inline[]): void {
  const last = content.at(-1)
  if (last?.type !== 'text' || !/[ \u00a0]$/.test(last.text)) return
  content.pop()
  const text = last.text.slice(0, -1)
  if (text !== '') content.push({ ...last, text })
}
