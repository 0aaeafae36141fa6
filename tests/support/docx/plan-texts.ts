import type { OutlineNode, PlanDocument } from '../../../db/model/plan/plan-document.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import type { Template } from '../../../db/model/template/template.ts'
import { bodyOf, type DocxPackage } from '../../../main/ooxml/docx-package.ts'
import { above, below, textOf } from '../../../main/ooxml/xml.ts'
import { printable } from './printed-text.ts'

/**
 * The writer's texts, each paragraph by itself, in the order in which the template prints them. Knows nothing of how a
 * document looks, so that it is a second witness beside reading back.
 */
export function textsOf(plan: PlanDocument, template: Template): string[] {
  const variant = template.variants.find(({ key }) => key === plan.variant) ?? template.variants[0]
  const cover = (variant?.cover ?? []).flatMap(({ key }) => {
    const value = plan.cover[key] ?? { plain: '' }
    return 'rich' in value ? paragraphs(value.rich) : [value.plain]
  })
  return [plan.title, ...cover, ...plan.outline.flatMap((node) => nodeTexts(node, template))]
    .map(oneLine)
    .filter((text) => text !== '')
}

function nodeTexts(node: OutlineNode, template: Template): string[] {
  const rows = (template.nodes[node.type]?.groups ?? []).flatMap((group) => group.rows)
  const beside = rows.filter((row) => row.besideTitle)
  const below = rows.filter((row) => !row.besideTitle)
  return [
    node.title,
    ...beside.flatMap((row) => paragraphs(node.fields[row.key] ?? [])),
    ...paragraphs(node.text ?? []),
    ...below.flatMap((row) => [
      ...(row.composed === 'title' ? [node.title] : []),
      ...(row.composed === 'coordinators' ? node.coordinators : []),
      ...(row.composed === 'milestones' ? node.milestones : []).flatMap(({ when, title, responsible }) => [
        when ?? '',
        title,
        responsible ?? '',
      ]),
      ...(row.composed === 'indicators' ? node.indicators : []).flatMap(
        ({ title, baseline, target, when }) => [title, baseline ?? '', target ?? '', when ?? ''],
      ),
      // A row's text that only names the coordinators again stands there once.
      ...paragraphs(node.fields[row.key] ?? []).filter(
        (text) => row.composed !== 'coordinators' || text !== node.coordinators.join(', '),
      ),
    ]),
    ...node.children.flatMap((child) => nodeTexts(child, template)),
  ]
}

const paragraphs = (text: RichText): string[] =>
  text.flatMap((block) =>
    block.type === 'paragraph'
      ? // What stands behind a link that may not leave the program comes between; so a link ends a piece.
        block.content
          .map((inline) =>
            inline.type === 'break'
              ? ' '
              : inline.link === undefined
                ? inline.text
                : `\u0000${inline.text}\u0000`,
          )
          .join('')
          .split('\u0000')
      : block.items.flatMap((item) => paragraphs(item.blocks)),
  )

/** Blanks and breaks are where Word turns the line. */
const oneLine = (text: string): string => printable(text).replace(/\s+/gu, ' ').trim()

/** Texts that do not stand whole in the document, each behind the one before it. */
export function missingTexts(docx: DocxPackage, texts: readonly string[]): string[] {
  const whole = below(bodyOf(docx), 'w:p')
    .filter((paragraph) => above(paragraph, 'w:sdtContent') === undefined)
    .map(textOf)
    .join(' ')
    .replace(/\s+/gu, ' ')
  let from = 0
  return texts.filter((text) => {
    const at = whole.indexOf(text, from)
    if (at === -1) return true
    from = at + text.length
    return false
  })
}
