import type { Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import type { PacketWish } from '../model/packet.ts'
import { typesUnder } from '../model/template/rules.ts'
import { ancestorIds, read, readAll, readTemplate, subtreeIds } from '../queries/read.ts'
import { bidragByIndsats, planForBidrag } from './choices.ts'

/** The rows of the outline that come into a packet. */
export interface PacketContents {
  /** The unit's own bidrag, with what stands below them. */
  readonly toFillIn: ReadonlySet<string>
  /** The indsatser that they serve, with what stands below them: there to be read, follow-up left out. */
  readonly toRead: ReadonlySet<string>
  /** What all this stands below, and the sections for bidrag: their titles alone. */
  readonly frame: ReadonlySet<string>
  readonly plans: ReadonlySet<string>
  /** How many bidrag there are to fill in. */
  readonly bidrag: number
}

/**
 * What comes into a packet of this wish. Where the unit has no bidrag to one of the indsatser yet, there is room for one in
 * its newest plan. Throws `command.outdated` for an indsats that is gone, and `packet.no-plan` where there is no such room.
 */
export function packetContents(db: Database, { unitId, indsatser }: PacketWish): PacketContents {
  const unit = read(db, 'unit', unitId)
  const byIndsats = bidragByIndsats(db, unitId)
  const asked = indsatser.map((id) => read(db, 'node', id))
  const bidrag = new Map(asked.flatMap(({ id }) => byIndsats.get(id) ?? []).map((one) => [one.id, one]))
  const plansOfUnit = new Set(Array.from(bidrag.values(), ({ planId }) => planId))
  if (asked.length === 0 || asked.some(({ id }) => !byIndsats.has(id))) {
    const plan = planForBidrag(db, unitId)
    if (!plan) throw new AppError('packet.no-plan', { unit: unit.name })
    plansOfUnit.add(plan.id)
  }
  const toFillIn = new Set([...bidrag.keys()].flatMap((id) => subtreeIds(db, id)))
  const toRead = new Set(asked.flatMap(({ id }) => indsatsIds(db, id)).filter((id) => !toFillIn.has(id)))
  const sections = [...plansOfUnit].flatMap((id) => sectionsForBidrag(db, id))
  const below = [...bidrag.keys(), ...asked.map(({ id }) => id), ...sections]
  const frame = new Set(below.flatMap((id) => ancestorIds(db, id)))
  for (const id of [...toFillIn, ...toRead]) frame.delete(id)
  const plans = new Set([...plansOfUnit, ...asked.map(({ planId }) => planId)])
  return { toFillIn, toRead, frame, plans, bidrag: bidrag.size }
}

/** An indsats and what stands below it, but for bidrag: those are somebody's own. */
function indsatsIds(db: Database, id: string): readonly string[] {
  const ids = subtreeIds(db, id)
  const below = JSON.stringify(ids)
  const bidrag = readAll(
    db,
    'node',
    "WHERE type = 'bidrag' AND id IN (SELECT value FROM json_each(?))",
    below,
  )
  const others = new Set(bidrag.flatMap((node) => subtreeIds(db, node.id)))
  return ids.filter((one) => !others.has(one))
}

/** The sections that the template made for bidrag before all else. */
function sectionsForBidrag(db: Database, planId: string): readonly string[] {
  const template = readTemplate(db, read(db, 'plan', planId).template)
  return readAll(db, 'node', "WHERE planId = ? AND type = 'section' AND sectionKey IS NOT NULL", planId)
    .filter((section) => typesUnder(template, section)[0] === 'bidrag')
    .map(({ id }) => id)
}
