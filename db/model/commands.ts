import * as z from 'zod'
import { planStatuses } from './plan/plan-document.ts'
import { linkKinds, recordSchemas } from './records.ts'
import { richTextSchema } from './rich-text/rich-text.ts'
import { nodeType } from './template/template.ts'

/**
 * Every edit as data: what crosses the border, is named in the undo menu and is replayed in tests.
 * Places are given as parent and the sibling to stand after; `after: null` = first.
 */

const id = z.string().length(36)
const title = recordSchemas.plan.shape.title
const line = recordSchemas.plan.shape.item.unwrap()
const unitName = recordSchemas.unit.shape.name
const place = {
  /** null = top of the outline */
  parentId: id.nullable(),
  after: id.nullable(),
}

const year = recordSchemas.plan.shape.periodFrom
const optionalLine = line.nullable().exactOptional()

/** The properties to change; absent ones stay as they are. */
const planChanges = z.strictObject({
  title: title.exactOptional(),
  variant: z.string().max(60).nullable().exactOptional(),
  periodFrom: year.exactOptional(),
  periodTo: year.nullable().exactOptional(),
  status: z.enum(planStatuses).exactOptional(),
  caseNumber: optionalLine,
  documentNumber: optionalLine,
  committee: optionalLine,
  meetingDate: recordSchemas.plan.shape.meetingDate.exactOptional(),
  item: optionalLine,
  annex: optionalLine,
})

const milestoneChanges = z.strictObject({ whenText: optionalLine, responsible: optionalLine })

const indicatorChanges = z.strictObject({
  unit: optionalLine,
  baseline: optionalLine,
  target: optionalLine,
  whenText: optionalLine,
})

export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('plan.create'),
    id,
    template: z.string().min(1).max(60),
    variant: z.string().max(60).nullable(),
    title,
    period: z.strictObject({ from: year, to: year.nullable() }),
    unit: unitName,
  }),
  z.strictObject({ type: z.literal('plan.update'), id, changes: planChanges }),
  /** The unit is named; it is created if the workbook does not hold it. */
  z.strictObject({ type: z.literal('plan.set-unit'), id, unit: unitName }),
  z.strictObject({ type: z.literal('plan.delete'), id }),
  z.strictObject({
    type: z.literal('cover.write'),
    planId: id,
    key: z.string().min(1).max(60),
    value: z.union([z.strictObject({ plain: line }), z.strictObject({ rich: richTextSchema })]).nullable(),
  }),
  z.strictObject({ type: z.literal('node.insert'), id, planId: id, ...place, nodeType, title }),
  z.strictObject({ type: z.literal('node.rename'), id, title }),
  z.strictObject({ type: z.literal('node.move'), id, ...place }),
  z.strictObject({ type: z.literal('node.delete'), id }),
  z.strictObject({ type: z.literal('node.set-annex'), id, annex: z.boolean() }),
  /** `key` is a row of the template, or `text` for the node's running text; null takes the text away. */
  z.strictObject({
    type: z.literal('field.write'),
    nodeId: id,
    key: z.string().min(1).max(60),
    doc: richTextSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('milestone.update'),
    id,
    changes: milestoneChanges,
  }),
  z.strictObject({
    type: z.literal('indicator.update'),
    id,
    changes: indicatorChanges,
  }),
  /** All links of one kind from a node, in order. */
  z.strictObject({
    type: z.literal('link.set'),
    nodeId: id,
    kind: z.enum(linkKinds),
    targets: z.array(id).max(1000),
  }),
  z.strictObject({
    type: z.literal('coordinators.set'),
    nodeId: id,
    units: z.array(unitName).max(100),
  }),
  z.strictObject({ type: z.literal('unit.rename'), id, name: unitName }),
  z.strictObject({ type: z.literal('organisation.rename'), name: unitName }),
])

export type Command = z.infer<typeof commandSchema>
export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
