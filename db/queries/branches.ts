import type { Database } from 'better-sqlite3'
import { statement } from '../transaction.ts'

/**
 * Where the history is not one line. A merge appends what somebody else did as a block of transactions just before its own,
 * so what she did stands behind what was done here at the same time, though neither knew of the other.
 */
export interface Branch {
  /** The merge. */
  readonly rid: number
  /** The last transaction before the block; null where the merge does not say. */
  readonly from: number | null
}

/**
 * How a later change of the same place stands to an earlier one: `line` it found what the earlier one left; `aside` it was
 * done by somebody who did not know of it; `taken` it is the merge that took the earlier one over; `unknown` otherwise.
 */
export type Relation = 'line' | 'aside' | 'taken' | 'unknown'

/** The merges in the order of the history. */
export function branchesOf(db: Database): readonly Branch[] {
  const rows = statement(
    db,
    `SELECT merge.rid, merge.refDot, last.rid AS last FROM txn merge LEFT JOIN txn last ON last.dot = merge.refDot
     WHERE merge.kind = 'merge' ORDER BY merge.rid DESC`,
  ).all()
  const branches: Branch[] = []
  for (const row of rows) {
    const rid = Number(row.rid)
    // The other's own merges came along in her block; they can reach no further back than it.
    const around = branches.findLast(({ from, rid: end }) => from !== null && from < rid && rid < end)
    const least = around?.from ?? 0
    const from = row.refDot === null ? null : Math.max(Number(row.last ?? 0), least)
    branches.push({ rid, from })
  }
  return branches.reverse()
}

/** `later` null: whether anything since may stand beside the earlier one. Both are row ids of transactions. */
export function relationOf(branches: readonly Branch[], earlier: number, later: number | null): Relation {
  for (const { rid, from } of branches) {
    if (rid <= earlier) continue
    if (from === null) return 'unknown'
    const isInside = (txn: number): boolean => from < txn && txn < rid
    if (isInside(earlier)) {
      if (later === rid) return 'taken'
      if (later === null || !isInside(later)) return 'unknown'
    } else if (later !== null && isInside(later)) return 'aside'
  }
  return 'line'
}
