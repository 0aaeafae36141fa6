import { ruleOf } from '../../db/model/template/rules.ts'
import type { NodeType, OutlineType, Row } from '../../db/model/template/template.ts'
import { lineOfContent, type PastedBlock, type PastedItem, type PastedParagraph } from './blocks.ts'
import { fillRow } from './fill-row.ts'
import { type GrowingNode, type GrowingOutline, isMeasure } from './growing-outline.ts'
import { rowBegunBy } from './label-lines.ts'
import { leadIn } from './lead-in.ts'
import { takeTime } from './measures.ts'
import { addRow, linksIn } from './place-lines.ts'
import type { Form } from './row-labels.ts'

/** Rows made of lists and lead-ins stand under headings and forms. */
const ROW_DEPTH = 100

/**
 * Places the text under a heading or after a form: rows of the outline, rows of a form that are written as text, and running
 * text. Answers how many links its titles lost.
 */
export function placeBody(
  outline: GrowingOutline,
  node: GrowingNode,
  blocks: readonly PastedBlock[],
  forms: readonly Form[],
): number {
  const placing = new BodyPlacing(outline, node, forms)
  placing.place(blocks)
  return placing.linksInTitles
}

/** Which blocks are rows of the outline, and of which type where that is not the first that the template offers. */
interface RowMode {
  readonly rows: 'lead-ins' | 'items' | 'none'
  readonly type?: OutlineType | undefined
}

class BodyPlacing {
  readonly #outline: GrowingOutline
  readonly #node: GrowingNode
  readonly #forms: readonly Form[]
  linksInTitles = 0
  /** The row of the outline that was begun last, and the level of its item. */
  #current: { readonly node: GrowingNode; readonly level: number } | null = null
  /** The row of a form that was begun last; `isOpen` = its label stood alone, so that a list after it is its own. */
  #field: { readonly node: GrowingNode; readonly row: Row; readonly isOpen: boolean } | null = null

  constructor(outline: GrowingOutline, node: GrowingNode, forms: readonly Form[]) {
    this.#outline = outline
    this.#node = node
    this.#forms = forms
  }

  place(blocks: readonly PastedBlock[]): void {
    const mode = this.#modeFor(blocks)
    for (const block of blocks) {
      if (!this.#beginsField(block) && !(isRowIn(mode, block) && this.#addRow(block, mode.type)))
        this.#addText(block)
    }
  }

  /** A label opens a row of the form of the last row of the outline, or else of the node itself. */
  #beginsField(block: PastedBlock): boolean {
    const nodes = [this.#current?.node, this.#node].filter((node) => node !== undefined)
    for (const node of nodes) {
      const begun = rowBegunBy(block, this.#formOf(node.type))
      if (begun === null) continue
      if (node === this.#node) this.#current = null
      this.#field = { node, row: begun.row, isOpen: begun.rest.length === 0 }
      this.#fill(begun.rest)
      return true
    }
    return false
  }

  #addRow(block: PastedItem | PastedParagraph, type: OutlineType | undefined): boolean {
    const { level, content } = block
    if (this.#field?.isOpen && block.kind === 'item' && level > (this.#current?.level ?? 0)) return false
    const node = addRow(this.#outline, { depth: ROW_DEPTH + level, content, type })
    if (node === null) return false
    this.linksInTitles += linksIn(content)
    this.#current = { node, level }
    this.#field = null
    return true
  }

  /** Text goes to the open row of a form, or to the last row of the outline, unless it begins afresh after a list. */
  #addText(block: PastedBlock): void {
    if (this.#field) {
      this.#fill([block])
      return
    }
    const row = this.#current?.node
    const goesOn = block.kind !== 'paragraph' || block.level > 0 || (row?.text.length ?? 0) > 0
    const holder = row && goesOn && !isMeasure(row.type) ? row : this.#node
    holder.text.push(block)
  }

  #fill(blocks: readonly PastedBlock[]): void {
    if (this.#field) fillRow(this.#field.node, this.#field.row, blocks, this.#outline.target.units ?? [])
  }

  #formOf(type: NodeType): Form | undefined {
    return this.#forms.find((form) => form.type === type)
  }

  /**
   * Where the template prints what stands under the node as lead-ins or bullets, those are rows; elsewhere a list is, where
   * it stands alone, or is one of times. What is to be divided into sections holds its lists as text, and so does what holds
   * its own kind.
   */
  #modeFor(blocks: readonly PastedBlock[]): RowMode {
    const offered = this.#outline.offeredUnder(this.#node)
    const text = blocks.filter((block) => !this.#isLabel(block, [this.#node.type, offered]))
    const items = text.filter((block) => block.kind === 'item')
    if (offered === undefined || offered === this.#node.type || offered === 'section') {
      const type = this.#typeOfLeadIns(blocks)
      if (type) return { rows: 'lead-ins', type }
      const areTimed = items.every(({ content }) => takeTime(lineOfContent(content)) !== null)
      const isList = text.length === blocks.length && items.length > 0 && areTimed
      return { rows: isList && this.#outline.isMeasured(this.#node) ? 'items' : 'none' }
    }
    if (isMeasure(offered)) return { rows: 'none' }
    const printed = this.#isPrintedInLine(offered)
    if (printed && text.some(isLeadIn)) return { rows: 'lead-ins' }
    const alone = text.every(
      (block) => block.kind === 'item' || (block.kind === 'paragraph' && block.level > 0),
    )
    return { rows: printed || alone ? 'items' : 'none' }
  }

  /** Lead-ins among labels of a form are nodes of its type, also where sections are what is offered first. */
  #typeOfLeadIns(blocks: readonly PastedBlock[]): OutlineType | undefined {
    return this.#outline
      .typesUnder(this.#node)
      .filter((type) => !isMeasure(type))
      .filter((type) => type !== this.#node.type && this.#isPrintedInLine(type))
      .find((type) => {
        const labels = blocks.filter((block) => this.#isLabel(block, [type]))
        return labels.length > 0 && blocks.some((block) => isLeadIn(block) && !labels.includes(block))
      })
  }

  #isPrintedInLine(type: OutlineType): boolean {
    const layout = ruleOf(this.#outline.target.template, type)?.layout
    return layout === 'run-in' || layout === 'bullet'
  }

  #isLabel(block: PastedBlock, types: readonly (NodeType | undefined)[]): boolean {
    return types.some((type) => type && rowBegunBy(block, this.#formOf(type)) !== null)
  }
}

/** A paragraph that begins with a bold title. */
export const isLeadIn = (block: PastedBlock): block is PastedParagraph =>
  block.kind === 'paragraph' && block.level === 0 && leadIn(block.content) !== null

const isRowIn = ({ rows }: RowMode, block: PastedBlock): block is PastedItem | PastedParagraph =>
  rows === 'items' ? block.kind === 'item' : rows === 'lead-ins' && isLeadIn(block)
