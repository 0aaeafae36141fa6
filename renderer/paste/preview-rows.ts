import type { PastedNode } from '../../db/model/pasted-node.ts'
import { plainText } from '../../db/model/rich-text/plain-text.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import { rowsOf, ruleOf } from '../../db/model/template/rules.ts'
import type { NodeType, Template } from '../../db/model/template/template.ts'
import { pasteTexts } from '../../db/model/texts/window/paste.ts'
import { isMeasure } from './growing-outline.ts'
import type { PasteNote } from './notes.ts'

/** A node of the proposal as a line of the preview. */
export interface PreviewRow {
  /** Its place in the tree: "0.2.1". */
  readonly key: string
  readonly type: NodeType
  readonly title: string
  /** "Bidrag", "40 ord", "Ophav, Målgruppe", "3. kvartal 2027" … */
  readonly details: readonly string[]
  readonly children: readonly PreviewRow[]
}

/** The tree with no more than so many of its nodes, the first in reading order. */
export function previewRows(
  nodes: readonly PastedNode[],
  template: Template,
  most: number,
): readonly PreviewRow[] {
  let left = most
  const rowsOf = (siblings: readonly PastedNode[], path: string): readonly PreviewRow[] => {
    const rows: PreviewRow[] = []
    for (const [index, node] of siblings.entries()) {
      if (left === 0) break
      left--
      const key = `${path}${index}`
      const { type, title } = node
      const details = detailsOf(node, template)
      rows.push({ key, type, title, details, children: rowsOf(node.children, `${key}.`) })
    }
    return rows
  }
  return rowsOf(nodes, '')
}

function detailsOf(node: PastedNode, template: Template): readonly string[] {
  const { whenText, responsible } = {
    whenText: null,
    responsible: null,
    ...node.indicator,
    ...node.milestone,
  }
  const words = wordsIn([node.text ?? [], ...Object.values(node.fields ?? {})])
  const labels = labelsOf(node, template)
  const names = node.coordinators ?? []
  return [
    typeName(node.type, template),
    node.annex ? pasteTexts.annex : '',
    words === 0 ? '' : pasteTexts.words(words),
    labels.join(', '),
    names.length === 0 ? '' : pasteTexts.coordinators(names),
    whenText ?? '',
    responsible ?? '',
  ].filter((detail) => detail !== '')
}

function typeName(type: NodeType, template: Template): string {
  return isMeasure(type) ? pasteTexts[type] : (ruleOf(template, type)?.label.singular ?? type)
}

const wordsIn = (texts: readonly RichText[]): number =>
  texts.reduce((sum, text) => sum + (plainText(text).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)

/** Labels of the rows that are filled, in the order of the form. */
function labelsOf({ type, fields = {} }: PastedNode, template: Template): readonly string[] {
  const rule = isMeasure(type) ? undefined : ruleOf(template, type)
  return (rule ? rowsOf(rule) : []).filter(({ key }) => fields[key] !== undefined).map(({ label }) => label)
}

/** The sentence that a note is to the user. */
export function noteText(note: PasteNote): string {
  const { notes } = pasteTexts
  switch (note.kind) {
    case 'pictures':
      return notes.pictures(note.count)
    case 'raised':
      return notes.raised(note.titles)
    case 'text-in-row':
      return notes.textInRow(note.label, note.titles)
    case 'kept-as-text':
      return notes.keptAsText(note.titles)
    case 'unknown-rows':
      return notes.unknownRows(note.labels)
    case 'tables-as-text':
      return notes.tablesAsText(note.count)
    case 'links-in-titles':
      return notes.linksInTitles(note.count)
    case 'retyped':
      return notes.retyped(note.titles)
    case 'no-place':
      return notes.noPlace
    case 'too-many':
      return notes.tooMany(note.count, note.most)
  }
}
