import type { Database } from 'better-sqlite3'
import { packetIn } from '../packet/packet-in.ts'

/** The id that all copies of a workbook share. The file may come from anyone: 36 characters, but not always a UUID. */
export const workbookIdOf = (db: Database): string =>
  db.prepare<[], string>("SELECT value FROM meta WHERE key = 'workbookId'").pluck().get() ?? ''

/**
 * The id that all states of a workbook share in which a missing row is a removed one. A contribution packet has its own: its
 * states must never be taken for states of the whole workbook.
 */
export const wholeIdOf = (db: Database): string => packetIn(db)?.id ?? workbookIdOf(db)
