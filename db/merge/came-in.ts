import type { Database } from 'better-sqlite3'
import { statement } from '../transaction.ts'
import { type Causality, THEIRS } from './causality.ts'

/** Somebody who made what came in, and with how many commands. */
export interface Contributor {
  readonly who: string
  readonly commands: number
}

export interface CameIn {
  readonly people: readonly Contributor[]
  /** How many transactions their history told of. */
  readonly txns: number
  /** The last transaction of ours before them. */
  readonly last: number | null
}

/**
 * Appends what they did and we have not seen to our history, in their order, so that it is known who wrote what, and over what.
 * Where we have nothing that they have not seen, their order is the history's: there is no merge of ours to tell ours from it.
 */
export function appendHistory(db: Database, causality: Causality): CameIn {
  const last = statement(db, 'SELECT dot FROM main.txn ORDER BY rid DESC LIMIT 1').get()?.dot
  const commands = new Map<string, number>()
  let txns = 0
  for (const row of statement(db, `SELECT rid, dot, kind FROM ${THEIRS}.txn ORDER BY rid`).all()) {
    const dot = causality.translate(Number(row.dot))
    if (causality.seenByUs(dot)) {
      if (txns > 0 && causality.isBehind) moveToEnd(db, causality, Number(row.rid), dot)
      continue
    }
    copyTxn(db, causality, Number(row.rid), dot)
    txns += 1
    if (row.kind === 'merge' || row.kind === 'migrate') continue
    const { who } = causality.writer(dot)
    commands.set(who, (commands.get(who) ?? 0) + 1)
  }
  const people = Array.from(commands, ([who, count]) => ({ who, commands: count }))
  return { people, txns, last: last === undefined ? null : Number(last) }
}

function copyTxn(db: Database, causality: Causality, theirRid: number, dot: number): void {
  const { rid: _rid, ...row } = statement(db, `SELECT * FROM ${THEIRS}.txn WHERE rid = ?`).get(theirRid) ?? {}
  const columns = Object.keys(row)
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO main.txn (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  ).run({ ...row, dot, refDot: causality.translatedReference(row.refDot ?? null) })
  statement(
    db,
    `INSERT INTO main.change (txnRid, tbl, rowId, op, old)
     SELECT ?, tbl, rowId, op, old FROM ${THEIRS}.change WHERE txnRid = ? ORDER BY rid`,
  ).run(lastInsertRowid, theirRid)
}

/** One of ours that stands behind some of theirs. */
function moveToEnd(db: Database, causality: Causality, theirRid: number, dot: number): void {
  const ours = statement(db, 'SELECT rid FROM main.txn WHERE dot = ?').get(dot)
  if (!ours) return
  statement(db, 'DELETE FROM main.change WHERE txnRid = ?').run(ours.rid)
  statement(db, 'DELETE FROM main.txn WHERE rid = ?').run(ours.rid)
  copyTxn(db, causality, theirRid, dot)
}

/** What was done under a dot, and when, as far as the history still tells. */
export function toldOf(db: Database, dot: number): { readonly kind: string; readonly at: string } | null {
  const row = statement(db, 'SELECT kind, at FROM main.txn WHERE dot = ?').get(dot)
  return row ? { kind: String(row.kind), at: String(row.at) } : null
}
