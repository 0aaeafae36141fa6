import type { Database } from 'better-sqlite3'
import { ContentSum } from './file/content-sum.ts'
import type { Change } from './model/changes.ts'
import type { Label } from './model/label.ts'
import type { Row } from './tables.ts'
import { statement, Tx } from './transaction.ts'

/** Milliseconds: who types on after a shorter pause types on in the same entry of the history. */
export const TYPING_PAUSE = 1000

/** The newest transaction while it is one that can be typed on in. */
export interface Typing {
  /** As `typingTarget` gives it. */
  readonly target: string
  readonly dot: number
  /** When it was last added to, in milliseconds of the workbook's clock. */
  readonly at: number
}

export interface TypedOn {
  readonly label: Label
  readonly changes: readonly Change[]
  /** Whether the text is again what it was before the first keystroke; then the transaction is gone. */
  readonly takenBack: boolean
}

/**
 * Runs one more edit inside the newest transaction, durably, as if both had been one: it keeps its dot and the values from
 * before its first edit. No copy of the workbook may have left the program since it began, for whoever has seen a dot has
 * seen all that was done under it.
 */
export function typeOn(db: Database, dot: number, edit: (tx: Tx) => Label): TypedOn {
  const run = db.transaction((): TypedOn => {
    const rid = Number(statement(db, 'SELECT rid FROM txn WHERE dot = ?').get(dot)?.rid)
    const sum = ContentSum.of(db)
    const tx = new Tx(db, dot, rid, sum)
    const label = edit(tx)
    if (tx.changes.length === 0) return { label, changes: [], takenBack: false }
    const takenBack = !foldChanges(db, rid)
    if (takenBack) statement(db, 'DELETE FROM txn WHERE rid = ?').run(rid)
    else {
      const amend = statement(db, 'UPDATE txn SET at = ?, label = ? WHERE rid = ?')
      amend.run(new Date().toISOString(), JSON.stringify(label), rid)
    }
    sum.save(db)
    return { label, changes: tx.changes, takenBack }
  })
  return run.immediate()
}

/** Makes the changes of each row one; answers whether any is left. */
function foldChanges(db: Database, txnRid: number): boolean {
  const changes = statement(db, 'SELECT rid, tbl, rowId, op, old FROM change WHERE txnRid = ? ORDER BY rid')
  const rows = Map.groupBy(changes.all(txnRid), (change) => `${change.tbl} ${change.rowId}`)
  for (const [first, ...later] of rows.values()) if (first && later.length > 0) fold(db, first, later)
  return changes.get(txnRid) !== undefined
}

/** The first change comes to say what the row was before all of them; none is left where it is that again. */
function fold(db: Database, first: Row, later: readonly Row[]): void {
  for (const { rid } of later) statement(db, 'DELETE FROM change WHERE rid = ?').run(rid)
  const now = statement(db, `SELECT * FROM ${first.tbl} WHERE id = ?`).get(first.rowId)
  const folded = changeBetween(first.op === 'i' ? null : before([first, ...later]), now)
  if (folded) statement(db, 'UPDATE change SET op = ?, old = ? WHERE rid = ?').run(...folded, first.rid)
  else statement(db, 'DELETE FROM change WHERE rid = ?').run(first.rid)
}

/** The columns that changed, or were removed, with the oldest value of each. */
const before = (changes: readonly Row[]): Row =>
  Object.assign({}, ...changes.toReversed().map(({ old }) => (old === null ? {} : JSON.parse(String(old)))))

function changeBetween(
  old: Row | null,
  now: Row | undefined,
): readonly [op: 'i' | 'u' | 'd', old: string | null] | null {
  if (old === null) return now ? ['i', null] : null
  if (!now) return ['d', JSON.stringify(old)]
  const changed = Object.entries(old).filter(([column, value]) => now[column] !== value)
  return changed.length === 0 ? null : ['u', JSON.stringify(Object.fromEntries(changed))]
}
