import type { Database } from 'better-sqlite3'
import type { Change } from './model/changes.ts'
import type { Records } from './model/records.ts'
import { plainText } from './model/rich-text/plain-text.ts'
import { readMany } from './queries/read.ts'
import type { TitleIndex } from './titles.ts'

/** A text that a search finds, and its place: see `Hit`. */
export interface PlaceText {
  readonly planId: string
  readonly nodeId: string | null
  readonly key: string | null
  readonly text: string
}

/** All texts of a plan that a search finds. */
export function* textsOfPlan(db: Database, planId: string): Generator<PlaceText> {
  const below = 'IN (SELECT id FROM node WHERE planId = ?)'
  for (const row of readMany(db, 'plan', 'WHERE id = ?', planId)) yield planText(row)
  for (const row of readMany(db, 'cover', 'WHERE planId = ?', planId)) yield coverText(row)
  for (const row of readMany(db, 'node', 'WHERE planId = ?', planId)) yield nodeText(row)
  for (const row of readMany(db, 'field', `WHERE nodeId ${below}`, planId)) yield fieldText(planId, row)
  for (const row of readMany(db, 'milestone', `WHERE id ${below}`, planId)) yield* columnTexts(planId, row)
  for (const row of readMany(db, 'indicator', `WHERE id ${below}`, planId)) yield* columnTexts(planId, row)
}

/** The texts of a row before or after its change; none where it is no row with texts, or was not there. */
export function textsOf(change: Change, side: 'before' | 'after', titles: TitleIndex): readonly PlaceText[] {
  switch (change.table) {
    case 'plan':
      return change[side] ? [planText(change[side])] : []
    case 'cover':
      return change[side] ? [coverText(change[side])] : []
    case 'node':
      return change[side] ? [nodeText(change[side])] : []
    case 'field':
      return change[side] ? [fieldText(planOf(titles, change[side].nodeId), change[side])] : []
    case 'milestone':
    case 'indicator':
      return change[side] ? columnTexts(planOf(titles, change.id), change[side]) : []
    default:
      return []
  }
}

/** A node that is gone is in no plan; then its texts are only taken away, for which the node is enough. */
const planOf = (titles: TitleIndex, nodeId: string): string => titles.node(nodeId)?.planId ?? ''

const planText = ({ id, title }: Records['plan']): PlaceText => ({
  planId: id,
  nodeId: null,
  key: null,
  text: title,
})

const coverText = ({ planId, key, plain, rich }: Records['cover']): PlaceText => ({
  planId,
  nodeId: null,
  key,
  text: rich === null ? (plain ?? '') : plainText(rich),
})

const nodeText = ({ planId, id, title }: Records['node']): PlaceText => ({
  planId,
  nodeId: id,
  key: null,
  text: title,
})

const fieldText = (planId: string, { nodeId, key, doc }: Records['field']): PlaceText => ({
  planId,
  nodeId,
  key,
  text: plainText(doc),
})

const columnTexts = (
  planId: string,
  { id, ...columns }: Records['milestone'] | Records['indicator'],
): readonly PlaceText[] =>
  Object.entries(columns).map(([key, text]) => ({ planId, nodeId: id, key, text: text ?? '' }))
