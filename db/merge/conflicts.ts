import { idOf } from '../model/ids.ts'
import type { Records } from '../model/records.ts'
import { sequenceOf, statement, type Tx } from '../transaction.ts'
import { toldOf } from './came-in.ts'
import type { Merging } from './merge-row.ts'
import type { Clash } from './outcome.ts'

/**
 * Writes the clashes down as conflicts, which travel with the workbook until somebody decides them. Whoever merges the same
 * two states writes the same rows.
 */
export function writeConflicts(tx: Tx, merging: Merging): void {
  for (const clash of merging.outcome.clashes) {
    const isThere = (table: string, id: string): boolean =>
      statement(tx.db, `SELECT 1 FROM main.${table} WHERE id = ?`).get(id) !== undefined
    const conflict = conflictOf(merging, clash)
    if (isThere(clash.table, clash.id) && !isThere('conflict', conflict.id)) tx.insert('conflict', conflict)
  }
}

function conflictOf(merging: Merging, { table, id, unit, ours, theirs, before }: Clash): Records['conflict'] {
  const isOursLater = merging.causality.later(ours.dot, theirs.dot) === ours.dot
  const [first, second] = (isOursLater ? [theirs, ours] : [ours, theirs]).map(({ value, dot }) => ({
    value: JSON.stringify(value),
    ...writing(merging, dot),
  }))
  if (!first || !second) throw new Error('a conflict has two sides')
  return {
    id: idOf(
      'conflict',
      table,
      id,
      unit,
      first.session,
      String(first.seq),
      second.session,
      String(second.seq),
    ),
    tbl: table,
    rowId: id,
    unit,
    firstValue: first.value,
    firstWho: first.who,
    firstAt: first.at,
    firstSession: first.session,
    firstSeq: first.seq,
    secondValue: second.value,
    secondWho: second.who,
    secondAt: second.at,
    secondSession: second.session,
    secondSeq: second.seq,
    beforeValue: before && JSON.stringify(before),
  }
}

function writing({ db, causality }: Merging, dot: number) {
  const { id, who } = causality.writer(dot)
  return { session: id, seq: sequenceOf(dot), who: fitting(who), at: timeOf(toldOf(db, dot)?.at) }
}

/** Names come from a file that may be anyone's, and their table says nothing of their length. */
const fitting = (who: string): string => Array.from(who).slice(0, 200).join('').toWellFormed()

function timeOf(at: string | undefined): string | null {
  const time = at === undefined ? Number.NaN : Date.parse(at)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
