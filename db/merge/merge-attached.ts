import BetterSqlite3, { type Database } from 'better-sqlite3'
import { ContentSum } from '../file/content-sum.ts'
import { brokenRule } from '../file/rules.ts'
import type { Change } from '../model/changes.ts'
import { AppError } from '../model/errors.ts'
import type { Label } from '../model/label.ts'
import { type MergeNotice, mergeSummary } from '../model/merge/notice.ts'
import type { Records } from '../model/records.ts'
import { rememberAnswer } from '../packet/sent.ts'
import { dotOf, type Session, statement, Tx } from '../transaction.ts'
import { appendHistory, type CameIn, type Contributor } from './came-in.ts'
import { Causality, covers, THEIRS, vectorOf } from './causality.ts'
import { adoptRows, mergeRows } from './merge-rows.ts'
import { noticesOf } from './naming.ts'
import { packetsOf } from './one-sided.ts'

/** What a merge did. */
export type Merged = { readonly nothingNew: true } | MergedState

export interface MergedState {
  readonly nothingNew: false
  /** null = there was nothing to decide, and so there is no entry of the history for it: theirs is ours now, or ours held it all. */
  readonly dot: number | null
  /** Who made what came in. */
  readonly people: readonly Contributor[]
  readonly changes: readonly Change[]
  /** Those that are new here, whoever found them. */
  readonly conflicts: readonly Records['conflict'][]
  readonly notices: readonly MergeNotice[]
}

/** Whether the attached copy holds nothing that we have not seen. */
export const holdsNothingNew = (db: Database): boolean => covers(vectorOf(db, 'main'), vectorOf(db, THEIRS))

/** Whether we hold nothing that the attached copy has not seen. */
export const holdNothingMore = (db: Database): boolean => covers(vectorOf(db, THEIRS), vectorOf(db, 'main'))

/**
 * Merges the attached, verified copy of another state of this workbook into ours, in one durable transaction; when it throws,
 * nothing at all has happened. `file` is the other's name for the errors: `workbook.foreign-content`, `merge.impossible`,
 * `command.too-big`.
 */
export function mergeAttached(db: Database, session: Session, file: string): MergedState {
  try {
    return db.transaction(() => merge(db, session, file)).immediate()
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT'))
      throw error
    throw new AppError('merge.impossible', { file }, { cause: error })
  }
}

function merge(db: Database, session: Session, file: string): MergedState {
  const causality = new Causality(db, file)
  const cameIn = appendHistory(db, causality)
  const seq = session.seq + 1
  const dot = dotOf(session.rid, seq)
  const entry = statement(
    db,
    "INSERT INTO main.txn (dot, at, label, kind, refDot) VALUES (?, ?, '{}', 'merge', ?)",
  ).run(dot, new Date().toISOString(), cameIn.last)
  const sum = ContentSum.of(db)
  const tx = new Tx(db, dot, entry.lastInsertRowid, sum)
  const notices = mergedRows(tx, causality)
  // A file that cannot be opened again must never come of it, whatever the two files were.
  if (brokenRule(db) !== null) throw new AppError('merge.impossible', { file })
  rememberAnswer(tx)
  causality.join(db)
  sum.save(db)
  const conflicts = tx.changes.flatMap((change) =>
    change.table === 'conflict' && change.before === null && change.after ? [change.after] : [],
  )
  const merged = { people: cameIn.people, changes: tx.changes, conflicts, notices: notices ?? [] }
  if (isSilent(cameIn, tx, notices)) {
    statement(db, 'DELETE FROM main.change WHERE txnRid = ?').run(entry.lastInsertRowid)
    statement(db, 'DELETE FROM main.txn WHERE rid = ?').run(entry.lastInsertRowid)
    return { nothingNew: false, dot: null, ...merged }
  }
  const label: Label = {
    command: 'workbook.merge',
    merge: mergeSummary(cameIn.people, conflicts.length, merged.notices),
  }
  statement(db, 'UPDATE main.txn SET label = ? WHERE rid = ?').run(
    JSON.stringify(label),
    entry.lastInsertRowid,
  )
  statement(db, 'UPDATE main.session SET lastSeq = ? WHERE rid = ?').run(seq, session.rid)
  session.seq = seq
  return { nothingNew: false, dot, ...merged }
}

/** null where there was nothing to decide: theirs came to be ours. */
function mergedRows(tx: Tx, causality: Causality): readonly MergeNotice[] | null {
  const packets = packetsOf(tx.db)
  if (causality.isBehind && !packets.ours && !packets.theirs) {
    adoptRows(tx, causality)
    return null
  }
  return noticesOf(tx.db, mergeRows(tx, causality).remarks)
}

/**
 * A merge that decided nothing has no dot of its own: else two copies that are alike would be new to one another for ever. But
 * where their history is gone, something must say that there is something to save.
 */
function isSilent(cameIn: CameIn, tx: Tx, notices: readonly MergeNotice[] | null): boolean {
  if (cameIn.txns === 0 && tx.hasWritten) return false
  return notices === null || (!tx.hasWritten && notices.length === 0)
}
