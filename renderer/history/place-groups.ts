import type { HistoryPlace, PlaceChange } from '../../db/model/history/entry.ts'
import { BODY } from '../../db/model/records.ts'
import { rowsOf } from '../../db/model/template/rules.ts'
import type { Known } from './place-words.ts'

/** The places of one node, or of a plan itself, as its form has them. */
export interface PlaceGroup<P extends HistoryPlace = PlaceChange> {
  readonly key: string
  readonly title: string
  /** The row itself, where it came or went. */
  readonly row: P | null
  readonly places: readonly P[]
}

/** What an entry changed, node by node in the order of the entry. */
export function groupsOf<P extends HistoryPlace>(
  changes: readonly P[],
  known: Known,
): readonly PlaceGroup<P>[] {
  const groups = Map.groupBy(changes, ({ nodeId, planId, rowId }) => nodeId ?? planId ?? rowId)
  return Array.from(groups, ([key, places]) => ({
    key,
    title: places[0]?.title ?? '',
    row: places.find(({ unit }) => unit === null) ?? null,
    places: places
      .filter(({ unit }) => unit !== null)
      .toSorted((a, b) => rankOf(a, known) - rankOf(b, known)),
  }))
}

/** Where the form has the place: the title, the texts in the order of the template, then what hangs on the row. */
function rankOf({ table, unit, key, planId, nodeType }: HistoryPlace, { plans, templates }: Known): number {
  const template = templates.get(plans.get(planId ?? '')?.template ?? '')
  if (table === 'field') {
    if (key === BODY) return 1
    const rule = nodeType === null || isMeasure(nodeType) ? undefined : template?.nodes[nodeType]
    const index = rule ? rowsOf(rule).findIndex((row) => row.key === key) : -1
    return 2 + (index < 0 ? LAST : index)
  }
  if (table === 'cover') {
    const rows = template?.variants.flatMap(({ cover }) => cover) ?? []
    return rows.findIndex((row) => row.key === key)
  }
  return unit === 'title' ? 0 : 3 + LAST
}

/** More rows than any form has. */
const LAST = 1000

const isMeasure = (type: NonNullable<HistoryPlace['nodeType']>): type is 'milestone' | 'indicator' =>
  type === 'milestone' || type === 'indicator'
