import type { Database } from 'better-sqlite3'
import { MAX_TEXT_BYTES } from '../limits.ts'
import { mergeTexts } from '../model/merge/merge-texts.ts'
import type { TableName } from '../model/records.ts'
import { richTextSchema } from '../model/rich-text/rich-text.ts'
import { layouts, type Row, unitsOf, unitValue } from '../tables.ts'
import { type Place, valueBefore } from './before.ts'
import { toldOf } from './came-in.ts'
import type { Causality } from './causality.ts'
import type { Outcome } from './outcome.ts'
import { type RowState, sameState, sameValue } from './row-state.ts'

export interface Merging {
  readonly db: Database
  readonly causality: Causality
  readonly outcome: Outcome
  /** The dot of the merge itself, for what is neither theirs nor ours. */
  readonly dot: number
}

interface Written {
  readonly value: Row
  readonly stamp: number
}

/**
 * Merges a row that both sides have, unit by unit: who has seen the other's writing wins. Where neither has and the values
 * differ, ours stands and the clash is noted, unless it can be decided safely.
 */
export function mergeRow(merging: Merging, table: TableName, ours: RowState, theirs: RowState): void {
  const { causality, outcome } = merging
  if (ours.row.parentId !== theirs.row.parentId) outcome.places.set(String(ours.row.id), { ours, theirs })
  let row = ours.row
  const stamps: Record<string, number> = {}
  for (const unit of unitsOf(table).keys()) {
    const written = mergeUnit(merging, { table, unit, ours, theirs })
    row = { ...row, ...written.value }
    stamps[unit] = written.stamp
  }
  const born = chosen(causality, ours.born, theirs.born) ?? causality.later(ours.born, theirs.born)
  const merged = { row, born, stamps }
  if (!sameState(merged, ours)) outcome.puts.set(table, merged)
}

/** The dot of the two that stands for both; null where neither side had seen the other's. */
function chosen(causality: Causality, ours: number, theirs: number): number | null {
  if (ours === theirs) return ours
  const [theyKnow, weKnow] = [causality.seenByThem(ours), causality.seenByUs(theirs)]
  if (theyKnow && weKnow) return causality.later(ours, theirs)
  if (theyKnow) return theirs
  return weKnow ? ours : null
}

function mergeUnit(merging: Merging, place: Place): Written {
  const { table, ours, theirs } = place
  const { causality } = merging
  const mine = writtenBy(place, ours)
  const other = writtenBy(place, theirs)
  const stamp = chosen(causality, mine.stamp, other.stamp)
  if (stamp !== null) return stamp === mine.stamp ? mine : other
  const isOursLater = causality.later(mine.stamp, other.stamp) === mine.stamp
  // A conflict says the same whoever found it.
  if (table === 'conflict' || sameValue(mine.value, other.value)) return isOursLater ? mine : other
  return settled(merging, place, mine, other)
}

const writtenBy = ({ table, unit }: Place, state: RowState): Written => ({
  value: unitValue(table, unit, state.row),
  stamp: state.stamps[unit] ?? state.born,
})

/** Both wrote without having seen the other's: what can be decided without asking anybody is, the rest is noted. */
function settled(
  { db, causality, outcome, dot }: Merging,
  place: Place,
  ours: Written,
  theirs: Written,
): Written {
  const { table, unit } = place
  const { row } = place.ours
  const { agreed, shown } = valueBefore(db, place, causality)
  if (agreed && isTakenBack(db, ours, agreed)) return theirs
  if (agreed && isTakenBack(db, theirs, agreed)) return ours
  const text = agreed && mergedText(place, agreed, ours.value, theirs.value)
  if (text) {
    outcome.remarks.push({ table, row, about: { kind: 'text-merged' } })
    return { value: text, stamp: dot }
  }
  if (isOrderAlone(ours.value, theirs.value)) {
    outcome.remarks.push({ table, row, about: { kind: 'order-kept' } })
    return ours
  }
  outcome.clashes.push({
    table,
    id: String(row.id),
    unit,
    ours: { value: ours.value, dot: ours.stamp },
    theirs: { value: theirs.value, dot: theirs.stamp },
    before: shown,
  })
  return ours
}

/** Whether somebody wrote something and undid it: that is no wish of hers against another's. */
const isTakenBack = (db: Database, { value, stamp }: Written, before: Row): boolean =>
  sameValue(value, before) && toldOf(db, stamp)?.kind === 'undo'

const isOrderAlone = (ours: Row, theirs: Row): boolean =>
  Object.entries(ours).every(([column, value]) => column === 'pos' || theirs[column] === value)

/** null where the unit holds no rich text, or the texts cannot be merged. */
function mergedText({ table, unit }: Place, before: Row, ours: Row, theirs: Row): Row | null {
  const column = (unitsOf(table).get(unit) ?? []).find((name) => layouts[table].json.includes(name))
  const [was, one, other] = [before, ours, theirs].map((value) => (column ? value[column] : null))
  if (column === undefined || was == null || one == null || other == null) return null
  const [beforeText, ourText, theirText] = [was, one, other].map((text) =>
    richTextSchema.parse(JSON.parse(String(text))),
  )
  const merged = beforeText && ourText && theirText && mergeTexts(beforeText, ourText, theirText)
  const text = merged && JSON.stringify(merged)
  return text && Buffer.byteLength(text) <= MAX_TEXT_BYTES ? { ...ours, [column]: text } : null
}
