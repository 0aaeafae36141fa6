import { idOf, newId } from '../model/ids.ts'
import { readAll, readOrganisation } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import { lastPosition } from './position.ts'

/** The id of the unit with exactly this name; it is created if the workbook does not hold it. */
export function unitNamed(tx: Tx, name: string): string {
  const [known] = readAll(tx.db, 'unit', 'WHERE name = ? ORDER BY id', name)
  if (known) return known.id
  const siblings = readAll(tx.db, 'unit', 'WHERE parentId IS NULL ORDER BY pos, id')
  // Two people who name the same unit in two copies mean the same unit.
  const natural = idOf('unit', name)
  const taken = readAll(tx.db, 'unit', 'WHERE id = ?', natural).length > 0
  const id = taken ? newId() : natural
  tx.insert('unit', { id, parentId: null, pos: lastPosition(siblings), kind: 'enhed', name })
  return id
}

/** Names the organisation whose workbook this is. */
export function nameOrganisation(tx: Tx, name: string): void {
  const id = idOf('setting', 'organisation')
  if (readAll(tx.db, 'setting', 'WHERE id = ?', id).length === 0) {
    tx.insert('setting', { id, key: 'organisation', value: name })
  } else if (readOrganisation(tx.db) !== name) {
    tx.update('setting', id, { value: name })
  }
}
