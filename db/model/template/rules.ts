import type {
  NodeRule,
  NodeType,
  OutlineType,
  Row,
  SectionRule,
  Template,
  TemplateVariant,
} from './template.ts'

/** Where something stands: below a node, whose key counts when it is a section that the template knows. */
export interface Place {
  readonly type: NodeType
  readonly sectionKey?: string
}

/** The rule for a type of node; undefined where the plan kind does not use the type. */
export const ruleOf = (template: Template, type: OutlineType): NodeRule | undefined => template.nodes[type]

/** The template's section with this key; undefined where it has none. */
export const sectionOf = (template: Template, key: string): SectionRule | undefined =>
  template.sections.find((section) => section.key === key)

/** The variant with this key, or for null the default, which is the first; undefined for an unknown key. */
export const variantOf = (template: Template, key: string | null): TemplateVariant | undefined =>
  key === null ? template.variants[0] : template.variants.find((variant) => variant.key === key)

/** All rows of a node in the order of the form, whichever side label they stand under. */
export const rowsOf = (rule: NodeRule): readonly Row[] => rule.groups.flatMap((group) => group.rows)

/**
 * Whether a plan of this kind may hold a child of this type there; `null` is the top of the outline.
 * A section that the template knows answers by its own list, the user's own sections by the rule for sections.
 */
export function mayStandUnder(template: Template, child: NodeType, parent: Place | null): boolean {
  if (parent?.type === 'milestone' || parent?.type === 'indicator') return false
  if (child === 'milestone' || child === 'indicator') {
    return parent !== null && ruleOf(template, parent.type)?.measured === true
  }
  if (parent === null) return template.top.includes(child)
  const known =
    parent.type === 'section' && parent.sectionKey !== undefined
      ? sectionOf(template, parent.sectionKey)
      : undefined
  const holder = known ?? ruleOf(template, parent.type)
  return holder?.children.includes(child) === true
}
