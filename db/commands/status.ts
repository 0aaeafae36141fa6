import type { CommandOf } from '../model/commands.ts'
import { AppError } from '../model/errors.ts'
import { isFollowedUp, nextRoundDate } from '../model/follow-up.ts'
import { idOf } from '../model/ids.ts'
import { roundName } from '../model/texts/follow-up.ts'
import { latestRound, read, readAll } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'

/** A new light leaves the text of the status as it is; without a light there is no status. */
export function setStatus(tx: Tx, { nodeId, light, today }: CommandOf<'status.set'>): string {
  const node = read(tx.db, 'node', nodeId)
  if (!isFollowedUp(node.type))
    throw new AppError('command.not-allowed', { what: node.type, where: node.title })
  const round = latestRound(tx.db)
  const known = round
    ? readAll(tx.db, 'status', 'WHERE nodeId = ? AND roundId = ?', nodeId, round.id)[0]
    : undefined
  if (light === null) {
    if (known) tx.remove('status', known.id)
  } else if (known) {
    tx.update('status', known.id, { light })
  } else {
    const roundId = round?.id ?? firstRound(tx, today)
    tx.insert('status', { id: idOf('status', nodeId, roundId), nodeId, roundId, light, doc: [] })
  }
  return node.title
}

/** Two people who begin the same follow-up in two copies of the workbook mean the same round. */
function firstRound(tx: Tx, today: string): string {
  const date = nextRoundDate(today)
  const id = idOf('round', date)
  tx.insert('round', { id, name: roundName(date), date })
  return id
}
