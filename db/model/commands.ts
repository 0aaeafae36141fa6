import * as z from 'zod'
import { restorableTables } from './history/restorable.ts'
import { pastedNodesSchema } from './pasted-node.ts'
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

const singleCommand = z.discriminatedUnion('type', [
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
  /** A draft that holds what the plan with this id holds, follow-up and versions left out; it stands right after it. */
  z.strictObject({ type: z.literal('plan.duplicate'), id, newId: id, title }),
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
  /** Whole subtrees, in order. */
  z.strictObject({ type: z.literal('outline.paste'), planId: id, ...place, nodes: pastedNodesSchema }),
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
  /**
   * The light in the latest round of follow-up, null for none. The first round of a workbook is made on the way, from
   * the day on which the command was given.
   */
  z.strictObject({
    type: z.literal('status.set'),
    nodeId: id,
    light: recordSchemas.status.shape.light.nullable(),
    today: z.iso.date(),
  }),
  /**
   * What stood in a place before the transaction with this dot: a unit of columns, or for null a removed node or plan with all
   * that was removed with it. See `PlaceChange`.
   */
  z.strictObject({
    type: z.literal('history.restore'),
    dot: z.int().positive(),
    table: z.enum(restorableTables),
    rowId: id,
    unit: z.string().max(60).nullable(),
  }),
  /**
   * What stands there now, one of the two values, or for a text all of what stands and of both. Not »mine« and »theirs«: what
   * stands may change between the asking and the answer.
   */
  z.strictObject({
    type: z.literal('conflict.resolve'),
    id,
    choice: z.enum(['kept', 'first', 'second', 'both']),
  }),
  z.strictObject({ type: z.literal('unit.rename'), id, name: unitName }),
  z.strictObject({ type: z.literal('organisation.rename'), name: unitName }),
])

export const commandSchema = z.discriminatedUnion('type', [
  singleCommand,
  /** Several edits as one: all of them in order, or where one is refused, none. */
  z.strictObject({ type: z.literal('batch'), commands: z.array(singleCommand).min(1).max(10_000) }),
])

export type Command = z.infer<typeof commandSchema>
export type CommandType = Command['type']
export type SingleCommand = z.infer<typeof singleCommand>
export type SingleCommandType = SingleCommand['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>
