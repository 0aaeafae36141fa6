import type {
  NodeRule,
  NodeType,
  OutlineType,
  Row,
  SectionRule,
  Template,
  TemplateVariant,
} from './template.ts'

/** Where something stands: below a node, whose key counts when it is a section that the template knows. A record of a node is one. */
export interface Place {
  readonly type: NodeType
  readonly sectionKey?: string | null
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
 * The types that may stand there in a plan of this kind, the first to offer first; `null` is the top of the outline.
 * A section that the template knows answers by its own list, the user's own sections by the rule for sections.
 */
export function typesUnder(template: Template, parent: Place | null): readonly NodeType[] {
  if (parent === null) return template.top
  if (parent.type === 'milestone' || parent.type === 'indicator') return []
  const rule = ruleOf(template, parent.type)
  const known =
    parent.type === 'section' && parent.sectionKey ? sectionOf(template, parent.sectionKey) : undefined
  const types = (known ?? rule)?.children ?? []
  return rule?.measured ? [...types, 'milestone', 'indicator'] : types
}

/** Whether a plan of this kind may hold a child of this type there. */
export const mayStandUnder = (template: Template, child: NodeType, parent: Place | null): boolean =>
  typesUnder(template, parent).includes(child)
