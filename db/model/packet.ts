import * as z from 'zod'
import type { NodeRecord } from './records.ts'
import { recordSchemas } from './records.ts'

const id = z.string().length(36)
const who = recordSchemas.conflict.shape.firstWho
const unit = z.strictObject({ id, name: recordSchemas.unit.shape.name })
const count = z.int().min(0)

/**
 * What a contribution packet says of itself: a workbook that holds, of the whole one, only the bidrag that a unit is asked to
 * fill in and the indsatser that they serve. That a row is not in it says nothing of the row.
 */
export const packetSchema = z.strictObject({
  id,
  /** The unit that is to fill in its bidrag. */
  unit,
  /** ISO time */
  madeAt: z.iso.datetime(),
  madeBy: who,
  /** The row id of the last session that the whole workbook knew when the packet was made; later ones began in the packet. */
  sessions: count,
})

export type Packet = Readonly<z.infer<typeof packetSchema>>

/** What the whole workbook remembers of a packet; who sent it is the session in which it was made. */
export const sentSchema = z.strictObject({
  unit,
  madeAt: z.iso.datetime(),
  session: id,
  indsatser: count,
  bidrag: count,
})

/** What the whole workbook remembers of an answer; the same in every copy that took it in. */
export const answerSchema = z.strictObject({
  packet: id,
  /** When the last change was made in the packet. */
  at: z.iso.datetime(),
  /** The session in which it was made, and so who made it. */
  session: id,
  changes: count,
})

export interface SentPacket {
  readonly id: string
  readonly unit: { readonly id: string; readonly name: string }
  /** ISO time */
  readonly sentAt: string
  readonly sentBy: string
  readonly indsatser: number
  readonly bidrag: number
  /** The latest that was taken in; null = none yet. */
  readonly answer: { readonly at: string; readonly by: string; readonly changes: number } | null
}

/** What is to be in a packet: the unit's bidrag to these indsatser. */
export interface PacketWish {
  readonly unitId: string
  readonly indsatser: readonly string[]
}

/** An indsats that a unit contributes to, or could be asked to contribute to. */
export interface PacketChoice {
  readonly id: string
  readonly title: string
  readonly planTitle: string
  /** Of the plan that it stands in. */
  readonly unit: string
  /** The unit's to it. */
  readonly bidrag: readonly { readonly id: string; readonly title: string }[]
}

/** What a packet for a unit could hold. */
export interface PacketChoices {
  readonly indsatser: readonly PacketChoice[]
  /** Whether the unit has a plan in which it could write a bidrag that is not there yet. */
  readonly hasPlan: boolean
}

/** A row of the outline as far as it matters who may write in it. */
export type OutlineRow = Pick<NodeRecord, 'type' | 'planId' | 'parentId'>

/** Where the rule finds the plan and the parent of a row. */
export interface Surroundings {
  readonly unitOf: (planId: string) => string | undefined
  readonly node: (id: string) => OutlineRow | undefined
}

/**
 * Whether a row is for the unit to fill in: a bidrag in a plan of its own, or what stands below one. All else in a packet is
 * there to be read.
 */
export function isToFillIn(packet: Pick<Packet, 'unit'>, row: OutlineRow, around: Surroundings): boolean {
  if (around.unitOf(row.planId) !== packet.unit.id) return false
  if (row.type === 'bidrag') return true
  const parent = row.parentId === null ? undefined : around.node(row.parentId)
  return parent !== undefined && isToFillIn(packet, parent, around)
}
