import * as z from 'zod'
import { MAX_OUTLINE_DEPTH } from './outline.ts'
import { BODY, recordSchemas } from './records.ts'
import { type RichText, richTextSchema } from './rich-text/rich-text.ts'
import { type NodeType, nodeType } from './template/template.ts'

/** A node that is pasted with all below it. What is absent is empty. */
export interface PastedNode {
  /** The id that the node gets; made by main where the window need not know it. */
  readonly id?: string
  readonly type: NodeType
  readonly title: string
  /** The running text. */
  readonly text?: RichText
  /** Texts by the keys of their rows; the running text is none of them. */
  readonly fields?: Readonly<Record<string, RichText>>
  readonly milestone?: PastedMilestone
  readonly indicator?: PastedIndicator
  /** Only bidrag: names of units; new ones are created. */
  readonly coordinators?: readonly string[]
  /** Only bidrag: ids of indsatser, in the workbook or pasted with it. */
  readonly contributesTo?: readonly string[]
  /** Only indsatser: ids of goals, in the workbook or pasted with it. */
  readonly realises?: readonly string[]
  /** Only sections: the template's section that this is. It is the user's own where the plan has that section already. */
  readonly sectionKey?: string | null
  /** Only sections. */
  readonly annex?: boolean
  /** In order; milestones and indicators are among them. */
  readonly children: readonly PastedNode[]
}

type PastedMilestone = Readonly<Omit<z.infer<typeof recordSchemas.milestone>, 'id'>>
type PastedIndicator = Readonly<Omit<z.infer<typeof recordSchemas.indicator>, 'id'>>

/** What one paste may hold, all nodes counted. */
export const MAX_PASTED_NODES = 10_000

const id = z.string().length(36)
const optional = {
  id: id.exactOptional(),
  text: richTextSchema.exactOptional(),
  fields: z.record(z.string().min(1).max(60), richTextSchema).exactOptional(),
  milestone: recordSchemas.milestone.omit({ id: true }).exactOptional(),
  indicator: recordSchemas.indicator.omit({ id: true }).exactOptional(),
  coordinators: z.array(recordSchemas.unit.shape.name).max(100).exactOptional(),
  contributesTo: z.array(id).max(1000).exactOptional(),
  realises: z.array(id).max(1000).exactOptional(),
  sectionKey: recordSchemas.node.shape.sectionKey.exactOptional(),
  annex: z.boolean().exactOptional(),
}

/** A schema for each level, so that what is nested deeper than any outline is refused before it can exhaust the stack. */
const nodeWithin = (levels: number): z.ZodType<PastedNode> =>
  z
    .strictObject({
      type: nodeType,
      title: recordSchemas.node.shape.title,
      ...optional,
      children: levels === 1 ? z.tuple([]) : z.lazy(() => z.array(nodeWithin(levels - 1))),
    })
    .refine(holdsOnlyItsOwn, 'holds what its type does not have')

/** What another type's property says would be lost without a word. */
function holdsOnlyItsOwn(node: PastedNode): boolean {
  const { type } = node
  const measure = type === 'milestone' || type === 'indicator'
  return (
    (type === 'milestone' || node.milestone === undefined) &&
    (type === 'indicator' || node.indicator === undefined) &&
    (type === 'bidrag' || (isNone(node.coordinators) && isNone(node.contributesTo))) &&
    (type === 'indsats' || isNone(node.realises)) &&
    (type === 'section' || (!node.sectionKey && !node.annex)) &&
    !Object.hasOwn(node.fields ?? {}, BODY) &&
    (!measure || (isNone(node.text) && isNone(Object.keys(node.fields ?? {}))))
  )
}

const isNone = (values: readonly unknown[] | undefined): boolean => (values?.length ?? 0) === 0

/** How many nodes there are, all below them counted. */
export const countPasted = (nodes: readonly PastedNode[]): number =>
  nodes.reduce((sum, node) => sum + 1 + countPasted(node.children), 0)

/** Whole subtrees to paste, at least one and at most `MAX_PASTED_NODES` nodes in all. */
export const pastedNodesSchema = z
  .array(nodeWithin(MAX_OUTLINE_DEPTH))
  .min(1)
  .refine((nodes) => countPasted(nodes) <= MAX_PASTED_NODES, 'too many nodes')
