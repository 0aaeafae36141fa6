import type { Database } from 'better-sqlite3'
import { THEIRS } from '../merge/causality.ts'
import { AppError } from '../model/errors.ts'
import { statement } from '../transaction.ts'
import { packetIn } from './packet-in.ts'

/**
 * Which packets can be merged with the attached copy: one with a state of itself; and one into a whole workbook that has seen
 * all that the packet was made from. The packet says that it has seen it but does not hold it, so another would take it for
 * seen and never get it. Throws `merge.into-packet` and `merge.packet-ahead`. `file` is the attached copy's.
 */
export function refusePackets(db: Database, file: string): void {
  const ours = packetIn(db)
  const theirs = packetIn(db, THEIRS)
  if (ours && ours.id !== theirs?.id) throw new AppError('merge.into-packet', { file })
  if (!ours && theirs && isAhead(db, theirs.sessions)) throw new AppError('merge.packet-ahead', { file })
}

const isAhead = (db: Database, sessions: number): boolean =>
  statement(
    db,
    `SELECT 1 FROM ${THEIRS}.session theirs LEFT JOIN main.session ours USING (id)
     WHERE theirs.rid <= ? AND theirs.lastSeq > ifnull(ours.lastSeq, 0)`,
  ).get(sessions) !== undefined
