import type { OutlineNode } from '../plan/plan-document.ts'
import type { Template } from '../template/template.ts'
import { documentTexts } from '../texts/documents.ts'

/** What the numbers are given by. */
type Numbered = Pick<OutlineNode, 'type' | 'key' | 'annex' | 'title'>

/** Whether a node is an annex: as the writer says, else as the template does. */
export const isAnnex = ({ key, annex }: Numbered, template: Template): boolean =>
  annex ?? template.sections.find((section) => section.key === key)?.annex ?? false

/**
 * "Bilag 1:" for annexes, "1." for numbered sections; an annex whose title says which it is keeps its own number. `top` =
 * the nodes at the top of the outline, in order.
 */
export function topNumbers<N extends Numbered>(top: readonly N[], template: Template): Map<N, string> {
  const numbers = new Map<N, string>()
  let annexes = 0
  let sections = 0
  for (const node of top) {
    if (isAnnex(node, template)) {
      annexes += 1
      if (!/^bilag\b/iu.test(node.title)) numbers.set(node, `${documentTexts.annex} ${annexes}:`)
    } else if (template.document.numbered && isChapter(node, template)) {
      sections += 1
      numbers.set(node, `${sections}.`)
    }
  }
  return numbers
}

/** A type that the template does not know is set as a chapter. */
const isChapter = ({ type }: Numbered, template: Template): boolean =>
  (template.nodes[type]?.layout ?? 'chapter') === 'chapter'
