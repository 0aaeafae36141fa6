import { MAX_NODES } from '../limits.ts'
import { AppError } from '../model/errors.ts'
import { MAX_OUTLINE_DEPTH } from '../model/outline.ts'
import { mayStandUnder } from '../model/template/rules.ts'
import type { NodeType, Template } from '../model/template/template.ts'
import { ancestorIds, read, readChildren, readTemplate } from '../queries/read.ts'
import { statement, type Tx } from '../transaction.ts'
import { positionsAfter } from './position.ts'

/** What would stand where: the template decides which types may, and an outline is at most 64 levels deep. */
export interface WantedPlace {
  readonly planId: string
  readonly parentId: string | null
  readonly type: NodeType
  readonly title: string
  /** Levels of the subtree that would stand there. */
  readonly height: number
}

export function refusePlace(tx: Tx, wanted: WantedPlace): void {
  const parent = wanted.parentId === null ? null : read(tx.db, 'node', wanted.parentId)
  const allowed = mayStandUnder(templateOfPlan(tx, wanted.planId), wanted.type, parent)
  const depth = parent ? ancestorIds(tx.db, parent.id).length : 0
  const samePlan = parent === null || parent.planId === wanted.planId
  if (allowed && samePlan && depth + wanted.height <= MAX_OUTLINE_DEPTH) return
  throw new AppError('command.not-allowed', { what: wanted.title, where: parent?.title ?? '' })
}

export const templateOfPlan = (tx: Tx, planId: string): Template =>
  readTemplate(tx.db, read(tx.db, 'plan', planId).template)

/** The key that puts a node right after a sibling, or first for null; `self` is the node where it is there already. */
export function placeAfter(
  tx: Tx,
  planId: string,
  parentId: string | null,
  after: string | null,
  self: string,
): string {
  const [place = ''] = placesAfter(tx, { planId, parentId, after }, 1, self)
  return place
}

/** As `placeAfter`, for so many nodes in a row. */
export function placesAfter(
  tx: Tx,
  place: { readonly planId: string; readonly parentId: string | null; readonly after: string | null },
  count: number,
  self?: string,
): readonly string[] {
  const siblings = readChildren(tx.db, place.planId, place.parentId).filter(({ id }) => id !== self)
  if (place.after !== null && !siblings.some(({ id }) => id === place.after)) {
    throw new AppError('command.outdated', { what: 'node' })
  }
  return positionsAfter(tx, 'node', siblings, place.after, count)
}

/** A workbook that holds more could not be opened again. */
export function refuseTooMany(tx: Tx): void {
  const nodes = Number(statement(tx.db, 'SELECT count(*) AS nodes FROM node').get()?.nodes)
  if (nodes > MAX_NODES) throw new AppError('command.too-big', {})
}
