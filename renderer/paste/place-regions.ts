import type { Row } from '../../db/model/template/template.ts'
import { lineOfContent, type PastedBlock, type PastedHeading, type PastedTable } from './blocks.ts'
import { fillRow } from './fill-row.ts'
import type { GrowingNode, GrowingOutline } from './growing-outline.ts'
import { type ClueReader, clueReader, type HeadingClues } from './heading-clues.ts'
import { labelsIn, rowBegunBy } from './label-lines.ts'
import type { Findings } from './notes.ts'
import { isLeadIn, placeBody } from './place-body.ts'
import { linksIn } from './place-lines.ts'
import { type Form, formOfLabels, labelKey, rowNamed } from './row-labels.ts'
import { readSheets, type Sheet } from './sheet.ts'

/** A heading and what stands under it; the first region may have no heading. */
interface Region {
  readonly heading: PastedHeading | null
  readonly body: readonly PastedBlock[]
}

/** What the body of a region is put into: a node, or one row of it; null = there is no node yet. */
interface Holder {
  readonly node: GrowingNode
  readonly row?: Row
}

/** Headings are less deep than this, rows made of lists deeper. */
const SHEET_DEPTH = 50

/** Places blocks that headings or forms put in order. */
export function placeRegions(
  outline: GrowingOutline,
  blocks: readonly PastedBlock[],
  forms: readonly Form[],
): Findings {
  return new Placing(outline, forms).placeAll(regionsOf(blocks))
}

class Placing {
  readonly #outline: GrowingOutline
  readonly #forms: readonly Form[]
  readonly #clues: ClueReader
  readonly #taken: Set<string>
  /** What stood before the first node. */
  readonly #lead: PastedBlock[] = []
  readonly #keptAsText: string[] = []
  readonly #unknownRows: string[] = []
  #linksInTitles = 0

  constructor(outline: GrowingOutline, forms: readonly Form[]) {
    this.#outline = outline
    this.#forms = forms
    this.#clues = clueReader(outline.target.template)
    this.#taken = new Set(outline.target.sections)
  }

  placeAll(regions: readonly Region[]): Findings {
    for (const [index, region] of regions.entries()) this.#place(region, regions, index)
    const [first] = this.#outline.nodes
    if (first && this.#lead.length > 0) {
      first.text.unshift(...this.#lead)
      this.#keptAsText.push(first.title)
    }
    return {
      keptAsText: this.#keptAsText,
      unknownRows: this.#unknownRows,
      linksInTitles: this.#linksInTitles,
    }
  }

  #place({ heading, body }: Region, regions: readonly Region[], index: number): void {
    if (heading === null) {
      this.#placeBody(null, body, SHEET_DEPTH, null)
      return
    }
    const line = lineOfContent(heading.content)
    const named = this.#rowOrSide(line, heading.level)
    const clues = this.#clues(line, this.#taken)
    if (named) this.#placeBody(named, body, SHEET_DEPTH, null)
    else if (this.#isTitleOfForm(clues, body)) this.#placeBody(null, body, heading.level, clues.title)
    else
      this.#placeBody(this.#open(heading, clues, this.#labelsUnder(regions, index)), body, SHEET_DEPTH, null)
  }

  /** A heading that only repeats the title of the form right below it, or gives it the one it lacks. */
  #isTitleOfForm({ title }: HeadingClues, body: readonly PastedBlock[]): boolean {
    const [first] = body
    const [sheet] = first?.kind === 'table' ? readSheets(first, this.#forms, []) : []
    return sheet !== undefined && (sheet.title === '' || labelKey(sheet.title) === labelKey(title))
  }

  /** The node that a heading begins; `labels` are what may be labels of its form. */
  #open(heading: PastedHeading, clues: HeadingClues, labels: readonly string[]): Holder | null {
    const offered = this.#outline.typesUnder(this.#outline.around(heading.level)[0] ?? null)
    const form = formOfLabels(this.#forms, labels, labels, offered)
    const type = clues.type ?? (form && offered.includes(form.type) ? form.type : undefined)
    const { title, sectionKey = null, annex = false } = clues
    const node = this.#outline.add({ depth: heading.level, title, type, sectionKey, annex })
    if (node?.sectionKey) this.#taken.add(node.sectionKey)
    this.#linksInTitles += linksIn(heading.content)
    return node && { node }
  }

  /** What may be labels of a form under a heading: the headings below it, and those that its own text begins with. */
  #labelsUnder(regions: readonly Region[], index: number): readonly string[] {
    const { heading: own, body = [] } = regions[index] ?? {}
    const isRow = (block: PastedBlock) => this.#forms.some((form) => rowBegunBy(block, form) !== null)
    // Labels after a lead-in belong to the row that it is.
    const firstRow = body.findIndex((block) => isLeadIn(block) && !isRow(block))
    const begins = firstRow < 0 ? body : body.slice(0, firstRow)
    const labels = begins.flatMap((block) => labelsIn(block).map(({ label }) => label))
    for (let at = index + 1; at < regions.length; at++) {
      const heading = regions[at]?.heading
      if (!heading || heading.level <= (own?.level ?? 0)) break
      labels.push(lineOfContent(heading.content))
    }
    return labels
  }

  /** A heading that names a row of the form around it, or one of its side labels, which is not text. */
  #rowOrSide(line: string, level: number): Holder | null {
    for (const node of this.#outline.around(level)) {
      const form = this.#forms.find(({ type }) => type === node.type)
      const row = form && rowNamed(form, line)
      if (row) return { node, row }
      if (form?.sides.has(labelKey(line))) return { node }
    }
    return null
  }

  /** Forms become nodes at `depth`, the first of them with the title if it has none; text goes to the holder, after a form to its node. */
  #placeBody(
    holder: Holder | null,
    body: readonly PastedBlock[],
    depth: number,
    titleAbove: string | null,
  ): void {
    let into = holder
    let text: PastedBlock[] = []
    let title = titleAbove
    for (const block of body) {
      const sheets = block.kind === 'table' ? this.#sheetsIn(block, depth) : []
      if (sheets.length === 0) {
        text.push(block)
        continue
      }
      const isNext = text.length === 0 && title === null
      this.#placeText(into, text)
      text = []
      for (const sheet of sheets) {
        into = this.#placeSheet(sheet, depth, title ?? '', isNext ? into : null)
        title = null
      }
    }
    this.#placeText(into, text)
  }

  /** `before` is the node that the form stands right after, and may go on. */
  #placeSheet(sheet: Sheet, depth: number, title: string, before: Holder | null): Holder | null {
    const goesOn = before && this.#continues(before.node, sheet)
    const node = goesOn
      ? before.node
      : this.#outline.add({ depth, title: sheet.title || title, type: sheet.type })
    if (node) this.#fill(node, sheet)
    return node && { node }
  }

  /** A form without a title, or with the node's own, and of rows that are none of those that the node has: one that was cut in two. */
  #continues(node: GrowingNode, sheet: Sheet): boolean {
    const form = this.#forms.find(({ type }) => type === node.type)
    if (sheet.title !== '' && labelKey(sheet.title) !== labelKey(node.title)) return false
    return form !== undefined && sheet.filled.every(({ row }) => isFree(node, rowNamed(form, row.label)))
  }

  #sheetsIn(table: PastedTable, depth: number): readonly Sheet[] {
    return readSheets(table, this.#forms, this.#outline.typesUnder(this.#outline.around(depth)[0] ?? null))
  }

  /** Rows that the node's own form lacks are running text under their labels. */
  #fill(node: GrowingNode, sheet: Sheet): void {
    const form = this.#forms.find(({ type }) => type === node.type)
    for (const { row, blocks } of sheet.filled) {
      const own = form && rowNamed(form, row.label)
      if (own) fillRow(node, own, blocks, this.#outline.target.units ?? [])
      else this.#addUnknown(node, row.label, blocks)
    }
    for (const { label, side, blocks } of sheet.others) this.#addUnknown(node, label || side, blocks)
  }

  #addUnknown(node: GrowingNode, label: string, blocks: readonly PastedBlock[]): void {
    if (blocks.length === 0) return
    if (label !== '') {
      const content = [{ type: 'text' as const, text: label, bold: true as const }]
      node.text.push({ kind: 'paragraph', level: 0, content })
      this.#unknownRows.push(label)
    }
    node.text.push(...blocks)
  }

  #placeText(holder: Holder | null, blocks: readonly PastedBlock[]): void {
    if (blocks.length === 0) return
    if (holder === null) this.#lead.push(...blocks)
    else if (holder.row) fillRow(holder.node, holder.row, blocks, this.#outline.target.units ?? [])
    else this.#linksInTitles += placeBody(this.#outline, holder.node, blocks, this.#forms)
  }
}

const isFree = (node: GrowingNode, row: Row | undefined): boolean =>
  row !== undefined && !node.fields.has(row)

function regionsOf(blocks: readonly PastedBlock[]): readonly Region[] {
  const regions: { heading: PastedHeading | null; body: PastedBlock[] }[] = [{ heading: null, body: [] }]
  for (const block of blocks) {
    if (block.kind === 'heading') regions.push({ heading: block, body: [] })
    else regions.at(-1)?.body.push(block)
  }
  return regions
}
