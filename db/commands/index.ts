import type { Command, CommandOf, CommandType } from '../model/commands.ts'
import { read } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import {
  deleteNode,
  insertNode,
  moveNode,
  renameNode,
  setAnnex,
  setCoordinators,
  setLinks,
  updateIndicator,
  updateMilestone,
  writeNodeField,
} from './node.ts'
import { createPlan, deletePlan, setUnit, updatePlan, writeCover } from './plan.ts'
import { nameOrganisation } from './units.ts'

/** Does the edit and answers with the title of what it was about, for the history and the undo menu. */
type Edit<T extends CommandType> = (tx: Tx, command: CommandOf<T>) => string

const edits: { readonly [T in CommandType]: Edit<T> } = {
  'plan.create': createPlan,
  'plan.update': updatePlan,
  'plan.set-unit': setUnit,
  'plan.delete': deletePlan,
  'cover.write': writeCover,
  'node.insert': insertNode,
  'node.rename': renameNode,
  'node.move': moveNode,
  'node.delete': deleteNode,
  'node.set-annex': setAnnex,
  'field.write': writeNodeField,
  'milestone.update': updateMilestone,
  'indicator.update': updateIndicator,
  'link.set': setLinks,
  'coordinators.set': setCoordinators,
  'unit.rename': (tx, { id, name }) => {
    read(tx.db, 'unit', id)
    tx.update('unit', id, { name })
    return name
  },
  'organisation.rename': (tx, { name }) => {
    nameOrganisation(tx, name)
    return name
  },
}

/** Runs the edit of a command inside a transaction. */
export function edit<T extends CommandType>(tx: Tx, command: Command & { type: T }): string {
  const run = edits[command.type] as Edit<T>
  return run(tx, command as CommandOf<T>)
}
