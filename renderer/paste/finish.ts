import { countPasted, MAX_PASTED_NODES, type PastedNode } from '../../db/model/pasted-node.ts'
import { plainText } from '../../db/model/rich-text/plain-text.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import { rowsOf, ruleOf } from '../../db/model/template/rules.ts'
import type { Row } from '../../db/model/template/template.ts'
import type { PastedBlock } from './blocks.ts'
import { measureNode } from './fill-row.ts'
import { type GrowingNode, type GrowingOutline, isMeasure } from './growing-outline.ts'
import type { Findings, PasteNote } from './notes.ts'
import type { PasteProposal } from './to-outline.ts'
import { toRichText } from './to-rich-text.ts'

/** The grown tree as it is pasted, with notes of what was done to make it fit. */
export function finished(
  outline: GrowingOutline,
  findings: Findings & { readonly pictures: number },
): PasteProposal {
  const finishing = new Finishing(outline)
  const nodes = outline.nodes.flatMap((node) => finishing.finish(node))
  const count = countPasted(nodes)
  const notes: readonly (PasteNote | null)[] = [
    outline.refused ? { kind: 'no-place' } : null,
    count > MAX_PASTED_NODES ? { kind: 'too-many', count, most: MAX_PASTED_NODES } : null,
    some('raised', outline.raised),
    ...finishing.textInRow,
    some('kept-as-text', [...new Set([...findings.keptAsText, ...finishing.keptAsText])]),
    findings.unknownRows.length > 0
      ? { kind: 'unknown-rows', labels: [...new Set(findings.unknownRows)] }
      : null,
    counted('tables-as-text', finishing.tables),
    counted('links-in-titles', findings.linksInTitles),
    counted('pictures', findings.pictures),
  ]
  const fits = !outline.refused && count <= MAX_PASTED_NODES
  return { nodes: fits ? nodes : [], notes: notes.filter((note) => note !== null) }
}

const some = (kind: 'raised' | 'kept-as-text', titles: readonly string[]): PasteNote | null =>
  titles.length > 0 ? { kind, titles } : null

const counted = (kind: 'tables-as-text' | 'links-in-titles' | 'pictures', count: number): PasteNote | null =>
  count > 0 ? { kind, count } : null

/** What the workbook takes. */
const longestTitle = 2000

class Finishing {
  readonly #outline: GrowingOutline
  readonly #titlesByRow = new Map<string, string[]>()
  readonly keptAsText: string[] = []
  tables = 0

  constructor(outline: GrowingOutline) {
    this.#outline = outline
  }

  get textInRow(): readonly PasteNote[] {
    return Array.from(this.#titlesByRow, ([label, titles]) => ({ kind: 'text-in-row', label, titles }))
  }

  finish(growing: GrowingNode): readonly PastedNode[] {
    if (isMeasure(growing.type)) return measures(growing, growing.type)
    const { type, title, sectionKey, annex, coordinators, children } = growing
    const written = [...wholeTitle(title), ...growing.text]
    const row = this.#rowForText(growing, written)
    const text = row ? [] : this.#richText(written)
    const fields = Array.from(growing.fields, ([{ key }, blocks]) => [key, this.#richText(blocks)] as const)
    const filled = [...fields, ...(row ? [[row.key, this.#richText(written)] as const] : [])].filter(
      ([, doc]) => doc.length > 0,
    )
    const node: PastedNode = {
      type,
      title: title.slice(0, longestTitle).toWellFormed(),
      ...(text.length > 0 && { text }),
      ...(filled.length > 0 && { fields: Object.fromEntries(filled) }),
      ...(coordinators.length > 0 && { coordinators }),
      ...(sectionKey !== null && { sectionKey }),
      ...(annex && { annex }),
      children: children.flatMap((child) => this.finish(child)),
    }
    return [node]
  }

  /** Where the form asks for no running text, it goes to the first row that is text, if nothing else stands in the form. */
  #rowForText({ type, title, fields }: GrowingNode, text: readonly PastedBlock[]): Row | null {
    const rule = isMeasure(type) ? undefined : ruleOf(this.#outline.target.template, type)
    if (text.length === 0 || rule === undefined || rule.text) return null
    const row = rowsOf(rule).find(({ composed, besideTitle }) => composed === undefined && !besideTitle)
    if (row === undefined || fields.size > 0) {
      this.keptAsText.push(title)
      return null
    }
    this.#titlesByRow.set(row.label, [...(this.#titlesByRow.get(row.label) ?? []), title])
    return row
  }

  #richText(blocks: readonly PastedBlock[]): RichText {
    this.tables += blocks.filter(({ kind }) => kind === 'table').length
    return toRichText(blocks)
  }
}

/** A title that the workbook cannot hold stands whole in the text. */
const wholeTitle = (title: string): readonly PastedBlock[] =>
  title.length <= longestTitle
    ? []
    : [{ kind: 'paragraph', level: 0, content: [{ type: 'text', text: title }] }]

/**
 * The line of a milestone or indicator is read once its type is known. It holds no text: what belongs to it follows in
 * lines of their own, and so does what is too long for a title.
 */
function measures(growing: GrowingNode, type: 'milestone' | 'indicator'): readonly PastedNode[] {
  const isRead = Object.keys(growing.measure).length > 0
  const own = isRead ? growing : measureNode(type, growing.title)
  const more = plainText(toRichText(growing.text)).split('\n')
  const others = more.filter((line) => line.trim() !== '').map((line) => measureNode(type, line))
  return [own, ...others].flatMap(({ title, measure }) => {
    const parts = title.length <= longestTitle ? [title] : (title.match(/.{1,900}/gsu) ?? [])
    return parts.map((part, index) => ({ type, title: part, ...(index === 0 && measure), children: [] }))
  })
}
