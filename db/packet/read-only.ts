import type { Change } from '../model/changes.ts'
import { AppError } from '../model/errors.ts'
import { isToFillIn, type OutlineRow, type Packet, type Surroundings } from '../model/packet.ts'
import type { AnyRecord, TableName } from '../model/records.ts'
import { ownerOf } from '../owners.ts'
import { readAll } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'

/**
 * Whatever was done, it must have changed nothing in a packet but what the unit is to fill in. Throws `packet.read-only`, and
 * so the transaction has not happened.
 */
export function refuseOutside({ db, changes }: Tx, packet: Packet): void {
  const removed = new Map(changes.flatMap(removedNode))
  const around: Surroundings = {
    unitOf: (planId) => readAll(db, 'plan', 'WHERE id = ?', planId)[0]?.unitId,
    node: (id) => readAll(db, 'node', 'WHERE id = ?', id)[0] ?? removed.get(id),
  }
  const isInside = (table: TableName, record: AnyRecord): boolean => {
    // A conflict is about a row; it is the row that may be written or not.
    if (table === 'conflict') return true
    const row = outlineRow(table, record, around)
    return row !== undefined && isToFillIn(packet, row, around)
  }
  for (const { table, before, after } of changes) {
    const records = [before, after].filter((record) => record !== null)
    if (records.every((record) => isInside(table, record))) continue
    throw new AppError('packet.read-only', { unit: packet.unit.name })
  }
}

const removedNode = (change: Change): readonly (readonly [string, OutlineRow])[] =>
  change.table === 'node' && change.before && !change.after ? [[change.id, change.before]] : []

/** The row of the outline that a record belongs to, or is. */
function outlineRow(table: TableName, record: AnyRecord, around: Surroundings): OutlineRow | undefined {
  if (table === 'node' && 'type' in record) return record
  const owner = ownerOf(table, record)
  return owner?.of === 'node' ? around.node(owner.id) : undefined
}
