import type { Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { type Packet, packetSchema } from '../model/packet.ts'
import { statement } from '../transaction.ts'

/** The key in `meta` under which a packet says of itself that it is one. */
export const PACKET = 'packet'

/** What a packet says of itself; null for a whole workbook. Throws where it says something else. */
export function packetIn(db: Database, copy = 'main'): Packet | null {
  const value = statement(db, `SELECT value FROM ${copy}.meta WHERE key = ?`).get(PACKET)?.value
  return value === undefined ? null : packetSchema.parse(JSON.parse(String(value)))
}

/** Throws `workbook.foreign-content` for a packet that does not say for whom it is as this program says it. */
export function checkPacket(db: Database, file: string): void {
  try {
    packetIn(db)
  } catch (error) {
    throw new AppError('workbook.foreign-content', { file, finding: PACKET }, { cause: error })
  }
}
