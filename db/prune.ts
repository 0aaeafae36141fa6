import type { Database } from 'better-sqlite3'
import { dotOf, statement } from './transaction.ts'

/** The history goes back so long … */
const MONTHS = 12
/** … and takes so much of the file at most. */
const SHARE = 0.2
/** Bytes of history that a file may always hold: a small workbook would otherwise forget what was done yesterday. */
const ALWAYS_ROOM = 4_000_000
/** When the history takes too much, it is cut to so much of what it may take, so that it is not cut again at every save. */
const CUT_TO = 0.75

/** Bytes that a change and a transaction take beside their texts, their places in the indexes counted. */
const CHANGE_BYTES = 110
const TXN_BYTES = 100

/**
 * Takes the oldest transactions out of the history, whole, where it goes back too long or takes too much of the file; answers
 * how many. Those of `session` stay, whatever they take: they can be undone. Stamps lie in the rows and sessions stay, so
 * merging is as it was; only the texts before are forgotten. The sums that vouch for the file are made when it is published.
 */
export function pruneHistory(db: Database, session: number, now: Date): number {
  const first = Math.min(Math.max(firstByAge(db, now), firstBySize(db)), firstOf(db, session))
  const prune = db.transaction((): number => {
    statement(db, 'DELETE FROM change WHERE txnRid < ?').run(first)
    return statement(db, 'DELETE FROM txn WHERE rid < ?').run(first).changes
  })
  const [oldest] = statement(db, 'SELECT rid FROM txn ORDER BY rid LIMIT 1').all()
  return oldest && Number(oldest.rid) < first ? prune.immediate() : 0
}

/** The first transaction of the session, or the newest of all, which always stays. */
function firstOf(db: Database, session: number): number {
  const sql = 'SELECT rid FROM txn WHERE dot BETWEEN ? AND ? ORDER BY dot LIMIT 1'
  const own = statement(db, sql).get(dotOf(session, 0), dotOf(session + 1, 0))
  return Number((own ?? statement(db, 'SELECT max(rid) AS rid FROM txn').get())?.rid ?? 0)
}

/** The first that is young enough. */
function firstByAge(db: Database, now: Date): number {
  const oldest = new Date(now)
  oldest.setUTCMonth(oldest.getUTCMonth() - MONTHS)
  const sql = 'SELECT rid FROM txn WHERE at >= ? ORDER BY rid LIMIT 1'
  return Number(statement(db, sql).get(oldest.toISOString())?.rid ?? Number.MAX_SAFE_INTEGER)
}

/** The first of those that the file has room for; 0 where it has room for all. */
function firstBySize(db: Database): number {
  const history = bytesOf(db, 0)
  const pages = Number(db.pragma('page_count', { simple: true }))
  const free = Number(db.pragma('freelist_count', { simple: true }))
  const rest = (pages - free) * Number(db.pragma('page_size', { simple: true })) - history
  const room = Math.max(ALWAYS_ROOM, (rest * SHARE) / (1 - SHARE))
  if (history <= room) return 0
  let left = room * CUT_TO
  let first = Number.MAX_SAFE_INTEGER
  const newestFirst = statement(db, 'SELECT rid FROM txn ORDER BY rid DESC')
  for (const { rid } of newestFirst.iterate()) {
    left -= bytesOf(db, Number(rid), Number(rid))
    if (left < 0) break
    first = Number(rid)
  }
  return first
}

/** About how many bytes some transactions take with their changes. */
function bytesOf(db: Database, from: number, to = Number.MAX_SAFE_INTEGER): number {
  const changes = statement(
    db,
    'SELECT count(*) AS rows, total(octet_length(old)) AS texts FROM change WHERE txnRid BETWEEN ? AND ?',
  ).get(from, to)
  const txns = statement(
    db,
    'SELECT count(*) AS rows, total(octet_length(label) + ifnull(octet_length(focus), 0)) AS texts FROM txn WHERE rid BETWEEN ? AND ?',
  ).get(from, to)
  return (
    Number(changes?.rows) * CHANGE_BYTES +
    Number(changes?.texts) +
    Number(txns?.rows) * TXN_BYTES +
    Number(txns?.texts)
  )
}
