import * as z from 'zod'
import { planStatuses } from './plan/plan-document.ts'
import { isStorable } from './rich-text/characters.ts'
import { richTextSchema } from './rich-text/rich-text.ts'
import { nodeType } from './template/template.ts'

/**
 * The records of a workbook: one schema per table, with the same names in SQL, in main and in the renderer.
 * Optional values are `null`, as in the file. A rich text is a value here and JSON text in the file.
 */

const storable = (text: z.ZodString) => text.refine(isStorable, 'NUL or half a character')

const id = z.string().length(36)
const position = z.string().min(1).max(200)
const title = storable(z.string().max(2000))
const text = storable(z.string().max(2000))
const date = z.iso.date()
const year = z.int().min(1900).max(2200)

/** The columns of one unit as JSON, with the values that they have in the file. */
const unitValue = z.string().max(67_108_864)
const who = storable(z.string().max(500))

/**
 * Two values that were written to the same place by people who had not seen each other's: one stands, the other waits here
 * until somebody decides. It never changes, and says the same whoever found it.
 */
const conflict = z.strictObject({
  id,
  tbl: z.string().min(1).max(60),
  rowId: id,
  /** The unit of columns that both wrote. */
  unit: z.string().min(1).max(60),
  /** In the order of the sessions that wrote them. */
  firstValue: unitValue,
  firstWho: who,
  /** null where the history does not go back so far any more; so `beforeValue`. */
  firstAt: z.iso.datetime().nullable(),
  /** The dot of the writing, so that every copy of the workbook understands it: the id of its session and its number. */
  firstSession: id,
  firstSeq: z.int().positive(),
  secondValue: unitValue,
  secondWho: who,
  secondAt: z.iso.datetime().nullable(),
  secondSession: id,
  secondSeq: z.int().positive(),
  /** What both had before they wrote. */
  beforeValue: unitValue.nullable(),
})

const setting = z.strictObject({
  id,
  key: z.string().min(1).max(60),
  value: storable(z.string().max(100_000)),
})

const unit = z.strictObject({
  id,
  parentId: id.nullable(),
  pos: position,
  kind: z.string().min(1).max(40),
  name: storable(z.string().min(1).max(500)),
})

const template = z.strictObject({
  id,
  key: z.string().min(1).max(60),
  /** The template as JSON text; `templateSchema` says its shape. */
  doc: z.string().max(5_000_000),
})

const plan = z.strictObject({
  id,
  /** The name that other plans' references use. */
  ref: storable(z.string().max(500)).nullable(),
  pos: position,
  template: z.string().min(1).max(60),
  variant: z.string().max(60).nullable(),
  title,
  periodFrom: year,
  periodTo: year.nullable(),
  unitId: id,
  status: z.enum(planStatuses),
  caseNumber: text.nullable(),
  documentNumber: text.nullable(),
  committee: text.nullable(),
  meetingDate: date.nullable(),
  item: text.nullable(),
  annex: text.nullable(),
})

const cover = z.strictObject({
  id,
  planId: id,
  key: z.string().min(1).max(60),
  /** Exactly one of the two, as the template's row kind says. */
  plain: text.nullable(),
  rich: richTextSchema.nullable(),
})

const node = z.strictObject({
  id,
  planId: id,
  parentId: id.nullable(),
  pos: position,
  type: nodeType,
  title,
  /** The name that references use, unique in the plan. */
  ref: storable(z.string().max(500)).nullable(),
  /** The template's section that this is. */
  sectionKey: z.string().max(60).nullable(),
  annex: z.union([z.literal(0), z.literal(1)]),
})

/** The key under which a node's running text lies beside its fields. */
export const BODY = 'text'

const field = z.strictObject({ id, nodeId: id, key: z.string().min(1).max(60), doc: richTextSchema })

const milestone = z.strictObject({ id, whenText: text.nullable(), responsible: text.nullable() })

const indicator = z.strictObject({
  id,
  unit: text.nullable(),
  baseline: text.nullable(),
  target: text.nullable(),
  whenText: text.nullable(),
})

export const linkKinds = ['contributesTo', 'realises'] as const
export type LinkKind = (typeof linkKinds)[number]

const link = z.strictObject({
  id,
  fromNode: id,
  kind: z.enum(linkKinds),
  pos: position,
  /** The node that is meant, or while its plan is not in the workbook, the reference as written. */
  toNode: id.nullable(),
  toRef: storable(z.string().max(1000)).nullable(),
})

const coordinator = z.strictObject({ id, nodeId: id, unitId: id, pos: position })

/** A follow-up over many plans, typically May and September. */
const round = z.strictObject({ id, name: storable(z.string().min(1).max(500)), date })

const status = z.strictObject({
  id,
  nodeId: id,
  roundId: id,
  light: z.enum(['green', 'yellow', 'red', 'done', 'not-started']),
  doc: richTextSchema,
})

const measurement = z.strictObject({ id, indicatorId: id, date, value: text, note: text.nullable() })

/** A named, frozen state of a plan: the plan as exchange-format JSON. */
const snapshot = z.strictObject({
  id,
  planId: id,
  at: z.iso.datetime(),
  name: storable(z.string().min(1).max(500)),
  doc: z.string().max(67_108_864),
})

export const recordSchemas = {
  conflict,
  setting,
  unit,
  template,
  plan,
  cover,
  node,
  field,
  milestone,
  indicator,
  link,
  coordinator,
  round,
  status,
  measurement,
  snapshot,
} as const

export type TableName = keyof typeof recordSchemas
export const tableNames = Object.keys(recordSchemas) as readonly TableName[]

export type Records = { readonly [T in TableName]: Readonly<z.infer<(typeof recordSchemas)[T]>> }
export type AnyRecord = Records[TableName]

export type PlanRecord = Records['plan']
export type NodeRecord = Records['node']
export type FieldRecord = Records['field']
export type LinkRecord = Records['link']
