import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { connect } from '../file/connect.ts'
import { ContentSum } from '../file/content-sum.ts'
import { toDiskError } from '../file/fs-errors.ts'
import { WORKING_COPY } from '../file/origin.ts'
import { publish } from '../file/publish.ts'
import { throughWorkingFolder } from '../file/working-folder.ts'
import { AppError } from '../model/errors.ts'
import { newId } from '../model/ids.ts'
import type { Packet, PacketWish } from '../model/packet.ts'
import { read } from '../queries/read.ts'
import { type PacketContents, packetContents } from './contents.ts'
import { PACKET, packetIn } from './packet-in.ts'

export interface PacketPlace {
  readonly file: string
  /** The private folder in which working folders are made. */
  readonly workBase: string
  /** Who sends it. */
  readonly who: string
}

export interface WrittenPacket {
  readonly packet: Packet
  readonly indsatser: number
  readonly bidrag: number
}

/**
 * Writes a contribution packet: a file of the same workbook, with the same sessions and stamps, so that it can be merged when
 * it comes back; of its rows only those that the unit needs; and nothing of its history. Throws the errors of
 * `packetContents`, `packet.of-packet`, and those of `publish`: `workbook.exists` where `file` is there already, unless the
 * user agreed to `overwrite` it.
 */
export function writePacket(
  db: Database,
  wish: PacketWish,
  { file, workBase, who }: PacketPlace,
  options: { readonly overwrite?: true } = {},
): WrittenPacket {
  if (packetIn(db)) throw new AppError('packet.of-packet', {})
  const contents = packetContents(db, wish)
  const unit = read(db, 'unit', wish.unitId)
  const packet: Packet = {
    id: newId(),
    unit: { id: unit.id, name: unit.name },
    madeAt: new Date().toISOString(),
    madeBy: who,
    sessions: Number(db.prepare('SELECT ifnull(max(rid), 0) FROM session').pluck().get()),
  }
  throughWorkingFolder(workBase, (folder) => {
    const copy = copyOfRows(db, join(folder, WORKING_COPY), contents, packet)
    try {
      publish(copy, file, { expected: null, ...options })
    } finally {
      copy.close()
    }
  })
  return { packet, indsatser: wish.indsatser.length, bidrag: contents.bidrag }
}

function copyOfRows(db: Database, path: string, contents: PacketContents, packet: Packet): Database {
  try {
    db.prepare('VACUUM INTO ?').run(path)
    const copy = connect(path)
    try {
      keepOnly(copy, contents, packet)
      return copy
    } catch (error) {
      copy.close()
      throw error
    }
  } catch (error) {
    throw toDiskError(error, path)
  }
}

/**
 * Not by `Tx`: this is no edit of the workbook but leaves out what others have written. Packing the copy takes it out of the
 * bytes.
 */
function keepOnly(copy: Database, contents: PacketContents, packet: Packet): void {
  const run = copy.transaction(() => {
    const { toFillIn, toRead, frame, plans } = contents
    nameSet(copy, 'own', toFillIn)
    nameSet(copy, 'whole', [...toFillIn, ...toRead])
    nameSet(copy, 'kept', [...toFillIn, ...toRead, ...frame])
    nameSet(copy, 'keptPlan', plans)
    for (const sql of leftOut) copy.exec(sql)
    copy.prepare(UNNEEDED_UNITS).run({ unit: packet.unit.id })
    copy.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(PACKET, JSON.stringify(packet))
    ContentSum.ofAllRows(copy).save(copy)
  })
  run()
}

/** Temporary, so it does not come into the file. */
function nameSet(copy: Database, name: string, ids: Iterable<string>): void {
  copy.exec(`CREATE TEMP TABLE ${name} (id TEXT PRIMARY KEY)`)
  copy.prepare(`INSERT INTO temp.${name} SELECT value FROM json_each(?)`).run(JSON.stringify([...ids]))
}

const leftOut: readonly string[] = [
  'DELETE FROM change',
  'DELETE FROM txn',
  "UPDATE session SET who = '', machine = ''",
  'DELETE FROM conflict',
  'DELETE FROM snapshot',
  'DELETE FROM cover',
  'DELETE FROM measurement WHERE indicatorId NOT IN own',
  'DELETE FROM status WHERE nodeId NOT IN own',
  'DELETE FROM coordinator WHERE nodeId NOT IN own',
  'DELETE FROM link WHERE fromNode NOT IN own OR toNode NOT IN whole',
  'DELETE FROM milestone WHERE id NOT IN whole',
  'DELETE FROM indicator WHERE id NOT IN whole',
  'DELETE FROM field WHERE nodeId NOT IN whole',
  'DELETE FROM node WHERE id NOT IN kept',
  'DELETE FROM plan WHERE id NOT IN keptPlan',
  'DELETE FROM template WHERE key NOT IN (SELECT template FROM plan)',
  "DELETE FROM setting WHERE key <> 'organisation'",
]

/** A unit comes with those above it. */
const UNNEEDED_UNITS = `DELETE FROM unit WHERE id NOT IN (
  WITH RECURSIVE needed (id) AS (
    SELECT @unit UNION SELECT unitId FROM plan UNION SELECT unitId FROM coordinator
    UNION SELECT unit.parentId FROM unit JOIN needed USING (id) WHERE unit.parentId IS NOT NULL
  ) SELECT id FROM needed)`
