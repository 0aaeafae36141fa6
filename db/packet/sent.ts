import type { Database } from 'better-sqlite3'
import type * as z from 'zod'
import { THEIRS } from '../merge/causality.ts'
import { idOf } from '../model/ids.ts'
import { answerSchema, type SentPacket, sentSchema } from '../model/packet.ts'
import { readAll } from '../queries/read.ts'
import { sessionOf, statement, type Tx } from '../transaction.ts'
import { packetIn } from './packet-in.ts'
import type { WrittenPacket } from './write.ts'

/**
 * Packets and their answers are settings, which travel and merge with the workbook: `packet:` and its id, `answer:` and the id
 * of the session in which the packet was last written. What they say is the same whoever finds it, so merging never asks.
 */
const SENT = 'packet:'
const ANSWER = 'answer:'

/** Remembers in the whole workbook that a packet was sent. */
export function rememberSent(tx: Tx, { packet, indsatser, bidrag }: WrittenPacket): void {
  const session = sessionId(tx.db, sessionOf(tx.dot))
  const { unit, madeAt } = packet
  writeSetting(tx, SENT + packet.id, { unit, madeAt, session, indsatser, bidrag } satisfies Sent)
}

/** Where the attached copy is a packet in which somebody wrote: remembers that it came back. */
export function rememberAnswer(tx: Tx): void {
  const packet = packetIn(tx.db, THEIRS)
  // Two copies of a packet that meet at the unit are no answer yet.
  if (!packet || packetIn(tx.db)) return
  const [last] = statement(tx.db, COMMANDS_IN_PACKET).all({ sessions: packet.sessions })
  if (!last || Number(last.changes) === 0) return
  const session = String(last.session)
  const answer: Answer = { packet: packet.id, at: String(last.at), session, changes: Number(last.changes) }
  const known = answersIn(tx.db).find((one) => one.session === session)
  if (!known || known.at < answer.at) writeSetting(tx, ANSWER + session, answer)
}

/** What was sent, the latest first. */
export function sentPackets(db: Database): readonly SentPacket[] {
  const people = new Map(
    statement(db, 'SELECT id, who FROM session')
      .all()
      .map(({ id, who }) => [String(id), String(who)]),
  )
  const answers = Map.groupBy(answersIn(db), ({ packet }) => packet)
  const sent = settingsUnder(db, SENT, sentSchema).map(({ key, value }): SentPacket => {
    const id = key.slice(SENT.length)
    const last = answers.get(id)?.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
    const { unit, madeAt, session, indsatser, bidrag } = value
    const answer = last && { at: last.at, by: people.get(last.session) ?? '', changes: last.changes }
    const sentBy = people.get(session) ?? ''
    return { id, unit, sentAt: madeAt, sentBy, indsatser, bidrag, answer: answer ?? null }
  })
  return sent.toSorted((a, b) => (a.sentAt < b.sentAt ? 1 : -1))
}

type Sent = z.infer<typeof sentSchema>
type Answer = z.infer<typeof answerSchema>

/** How many commands were given in the packet; of the last, when, and in which session. */
const COMMANDS_IN_PACKET = `SELECT max(txn.rid), txn.at, session.id AS session, count(*) AS changes
  FROM ${THEIRS}.txn JOIN ${THEIRS}.session ON session.rid = txn.dot / 4294967296
  WHERE session.rid > @sessions AND txn.kind NOT IN ('merge', 'migrate')`

const answersIn = (db: Database): readonly Answer[] =>
  settingsUnder(db, ANSWER, answerSchema).map(({ value }) => value)

function settingsUnder<T>(
  db: Database,
  prefix: string,
  schema: z.ZodType<T>,
): readonly { readonly key: string; readonly value: T }[] {
  return readAll(db, 'setting', 'WHERE substr(key, 1, ?) = ?', prefix.length, prefix).flatMap(
    ({ key, value }) => {
      const parsed = schema.safeParse(jsonIn(value))
      return parsed.success ? [{ key, value: parsed.data }] : []
    },
  )
}

/** A setting may be of another program, and hold no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function writeSetting(tx: Tx, key: string, content: Sent | Answer): void {
  const id = idOf('setting', key)
  const value = JSON.stringify(content)
  const isKnown = statement(tx.db, 'SELECT 1 FROM main.setting WHERE id = ?').get(id) !== undefined
  if (isKnown) tx.update('setting', id, { value })
  else tx.insert('setting', { id, key, value })
}

const sessionId = (db: Database, rid: number): string =>
  String(statement(db, 'SELECT id FROM main.session WHERE rid = ?').get(rid)?.id)
