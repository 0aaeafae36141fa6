import type { Database } from 'better-sqlite3'
import type { TableName } from '../model/records.ts'
import { tableNamed } from '../references.ts'
import type { Row } from '../tables.ts'
import { statement } from '../transaction.ts'
import { THEIRS } from './causality.ts'
import type { Merging } from './merge-row.ts'
import type { Outcome, Side } from './outcome.ts'
import { type RowState, stateOf } from './row-state.ts'

/** Of which copies an absent row says nothing: a packet holds but some of the workbook's rows. */
export interface Packets {
  readonly ours: boolean
  readonly theirs: boolean
}

export function packetsOf(db: Database): Packets {
  const isPacket = (copy: string): boolean =>
    statement(db, `SELECT 1 FROM ${copy}.meta WHERE key = 'packet'`).get() !== undefined
  return { ours: isPacket('main'), theirs: isPacket(THEIRS) }
}

/**
 * A row that only they have. It is new to us, or we deleted it: then it stays away, unless they have changed it since. A
 * conflict whose two values we both know is settled here, for we do not have it.
 */
export function takeTheirs(merging: Merging, packets: Packets, table: TableName, state: RowState): void {
  const { db, causality, outcome } = merging
  const isDeletionTold = (): boolean => isRemovalTold(db, table, state, (dot) => causality.seenByThem(dot))
  if (!causality.seenByUs(state.born)) {
    if (table === 'conflict' && !packets.ours && isSettledBy('us', merging, state)) return
    // They made it anew while we deleted what it was before.
    if (isDeletionTold()) remarkKept(outcome, table, state, 'us')
    outcome.puts.set(table, state)
  } else if (packets.ours && !isDeletionTold()) {
    outcome.puts.set(table, state)
  } else if (stampsOf(state).every((dot) => causality.seenByUs(dot))) {
    outcome.absent.set(table, state)
  } else {
    remarkKept(outcome, table, state, 'us')
    outcome.puts.set(table, state)
  }
}

/** A row that only we have: the same from the other side. */
export function keepOurs(merging: Merging, packets: Packets, table: TableName, state: RowState): void {
  const { db, causality, outcome } = merging
  const isDeletionTold = (): boolean => isRemovalTold(db, table, state, (dot) => causality.seenByUs(dot))
  if (!causality.seenByThem(state.born)) {
    if (table === 'conflict' && !packets.theirs && isSettledBy('them', merging, state)) {
      outcome.removals.set(table, state)
    } else if (isDeletionTold()) remarkKept(outcome, table, state, 'them')
  } else if (packets.theirs && !isDeletionTold()) return
  else if (stampsOf(state).every((dot) => causality.seenByThem(dot))) outcome.removals.set(table, state)
  else remarkKept(outcome, table, state, 'them')
}

function remarkKept(outcome: Outcome, table: TableName, state: RowState, deletedBy: Side): void {
  // A conflict that is asked again speaks for itself.
  if (table === 'conflict') return
  outcome.kept.set(table, state)
  outcome.remarks.push({ table, row: state.row, about: { kind: 'kept', deletedBy } })
}

/** Who only put it elsewhere in an order had no wish to keep it, and orders are written anew when something else joins them. */
const stampsOf = ({ stamps }: RowState): readonly number[] =>
  Object.entries(stamps).flatMap(([unit, stamp]) => (unit === 'pos' ? [] : [stamp]))

/** Whether a removal of the row is told that the other side has not seen. */
function isRemovalTold(
  db: Database,
  table: TableName,
  { row }: RowState,
  isSeen: (dot: number) => boolean,
): boolean {
  const removals = statement(
    db,
    `SELECT txn.dot FROM main.change JOIN main.txn ON txn.rid = change.txnRid
     WHERE change.rowId = ? AND change.tbl = ? AND change.op = 'd'`,
  ).all(row.id, table)
  return removals.some(({ dot }) => !isSeen(Number(dot)))
}

/**
 * Whether a side that does not have a conflict, and never had this row of it, has decided it: it knows both values, and what
 * the other side has in that place now.
 */
function isSettledBy(side: Side, { db, causality }: Merging, { row }: RowState): boolean {
  const knows = (session: Cell, seq: Cell): boolean => causality.knownTo(side, String(session), Number(seq))
  if (!knows(row.firstSession, row.firstSeq) || !knows(row.secondSession, row.secondSeq)) return false
  const table = tableNamed(row.tbl)
  if (table === null) return true
  const [copy, translate] =
    side === 'us' ? [THEIRS, (dot: number) => causality.translate(dot)] : ['main', (dot: number) => dot]
  const standing = statement(db, `SELECT * FROM ${copy}.${table} WHERE id = ?`).get(row.rowId)
  const stamp = standing && stateOf(table, standing, translate).stamps[String(row.unit)]
  if (stamp === undefined) return true
  return side === 'us' ? causality.seenByUs(stamp) : causality.seenByThem(stamp)
}

type Cell = Row[string] | undefined
