import type { Database } from 'better-sqlite3'
import { ContentSum } from './file/content-sum.ts'
import type { Change } from './model/changes.ts'
import type { Focus } from './model/focus.ts'
import type { Label } from './model/label.ts'
import { ownerOf } from './owners.ts'
import { statement } from './statement.ts'
import { Tx } from './tx.ts'

export { statement } from './statement.ts'
export { type StampedRow, Tx } from './tx.ts'

/** Who writes: one session per opening; its transactions are numbered 1, 2, 3 … */
export interface Session {
  readonly rid: number
  seq: number
}

const SEQUENCES = 2 ** 32

export const dotOf = (rid: number, seq: number): number => rid * SEQUENCES + seq

/** The session that a transaction was made in, by its dot. */
export const sessionOf = (dot: number): number => Math.floor(dot / SEQUENCES)

/** The number of a transaction in its session, by its dot. */
export const sequenceOf = (dot: number): number => dot % SEQUENCES

export type TxnKind = 'edit' | 'undo' | 'redo' | 'merge' | 'import' | 'migrate'

export interface TxnEntry<R> {
  readonly kind: TxnKind
  readonly label: (result: R) => Label
  /** The transaction that an undo or redo takes back; of a merge, the last one before those that came in with it. */
  readonly refDot?: number
  /** Where the user was when she gave the command. */
  readonly focus?: Focus | null
}

export interface Committed<R> {
  readonly result: R
  readonly dot: number
  readonly label: Label
  readonly changes: readonly Change[]
}

/**
 * Runs one edit as one durable transaction with its entry in the history. When the edit throws, or a
 * reference would dangle, nothing at all has happened.
 */
export function commit<R>(
  db: Database,
  session: Session,
  entry: TxnEntry<R>,
  edit: (tx: Tx) => R,
): Committed<R> {
  const seq = session.seq + 1
  const dot = session.rid * SEQUENCES + seq
  const run = db.transaction(() => {
    const { lastInsertRowid } = statement(
      db,
      "INSERT INTO txn (dot, at, label, kind, refDot, focus) VALUES (?, ?, '{}', ?, ?, ?)",
    ).run(dot, new Date().toISOString(), entry.kind, entry.refDot ?? null, focusText(entry.focus))
    const sum = ContentSum.of(db)
    const tx = new Tx(db, dot, lastInsertRowid, sum)
    const result = edit(tx)
    const label = entry.label(result)
    if (tx.changes.length === 0) {
      // What changed nothing leaves no trace in the history.
      statement(db, 'DELETE FROM txn WHERE rid = ?').run(lastInsertRowid)
      return { result, dot, label, changes: [] }
    }
    const name = statement(db, 'UPDATE txn SET label = ?, plans = ? WHERE rid = ?')
    name.run(JSON.stringify(label), plansOf(db, tx.changes).join(' '), lastInsertRowid)
    statement(db, 'UPDATE session SET lastSeq = ? WHERE rid = ?').run(seq, session.rid)
    sum.save(db)
    return { result, dot, label, changes: tx.changes }
  })
  const committed = run.immediate()
  if (committed.changes.length > 0) session.seq = seq
  return committed
}

/** The plans whose rows were changed. */
function plansOf(db: Database, changes: readonly Change[]): readonly string[] {
  const plans = new Set<string>()
  const ofNodes = new Map<string, string | null>()
  // From the last: the node that a removed text belonged to was removed after it.
  for (const change of changes.toReversed()) {
    const record = change.after ?? change.before
    const owner = record && ownerOf(change.table, record)
    if (!owner) continue
    if (change.table === 'node') ofNodes.set(change.id, owner.id)
    if (owner.of === 'node' && !ofNodes.has(owner.id)) ofNodes.set(owner.id, planOfNode(db, owner.id))
    const plan = owner.of === 'plan' ? owner.id : (ofNodes.get(owner.id) ?? null)
    if (plan !== null) plans.add(plan)
  }
  return [...plans]
}

function planOfNode(db: Database, id: string): string | null {
  const planId = statement(db, 'SELECT planId FROM node WHERE id = ?').get(id)?.planId
  return planId === undefined ? null : String(planId)
}

const focusText = (focus: Focus | null | undefined): string | null => (focus ? JSON.stringify(focus) : null)
