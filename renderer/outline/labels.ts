import type { NodeType, Template } from '../../db/model/template/template.ts'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import type { Refusal } from './model/outline.ts'

interface Label {
  readonly singular: string
  readonly plural: string
}

/** What the plan kind calls a type of node. */
export const labelOf = (template: Template, type: NodeType): Label =>
  type === 'milestone' || type === 'indicator'
    ? outlineTexts.measures[type]
    : (template.nodes[type]?.label ?? outlineTexts.unnamed[type])

/** Why something cannot be done, for the user. */
export function sentenceOfRefusal(template: Template, why: Refusal): string {
  const { refused } = outlineTexts
  switch (why.kind) {
    case 'not-here': {
      const { singular } = labelOf(template, why.type)
      return why.parent ? refused.notHere(singular, why.parent.title) : refused.notAtTop(singular)
    }
    case 'too-deep':
      return refused.tooDeep
    case 'nothing-above':
      return refused.nothingAbove
    case 'outermost':
      return refused.outermost
    case 'first':
      return refused.first
    case 'last':
      return refused.last
    case 'zoomed':
      return refused.zoomed
  }
}
