import type { Command, CommandOf, SingleCommand, SingleCommandType } from '../model/commands.ts'
import type { Label } from '../model/label.ts'
import { read } from '../queries/read.ts'
import type { Tx } from '../transaction.ts'
import { resolveConflict } from './conflict.ts'
import { duplicatePlan } from './duplicate.ts'
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
import { paste } from './paste.ts'
import { createPlan, deletePlan, setUnit, updatePlan, writeCover } from './plan.ts'
import { restorePlace } from './restore.ts'
import { setStatus } from './status.ts'
import { nameOrganisation } from './units.ts'

/** Does the edit and answers with the title of what it was about, for the history and the undo menu. */
type Edit<T extends SingleCommandType> = (tx: Tx, command: CommandOf<T>) => string

const edits: { readonly [T in SingleCommandType]: Edit<T> } = {
  'plan.create': createPlan,
  'plan.update': updatePlan,
  'plan.set-unit': setUnit,
  'plan.delete': deletePlan,
  'plan.duplicate': duplicatePlan,
  'cover.write': writeCover,
  'node.insert': insertNode,
  'node.rename': renameNode,
  'node.move': moveNode,
  'node.delete': deleteNode,
  'outline.paste': paste,
  'node.set-annex': setAnnex,
  'field.write': writeNodeField,
  'milestone.update': updateMilestone,
  'indicator.update': updateIndicator,
  'link.set': setLinks,
  'coordinators.set': setCoordinators,
  'status.set': setStatus,
  'history.restore': restorePlace,
  'conflict.resolve': resolveConflict,
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

/** Runs the edit of a command inside a transaction, and says how the history names it. */
export function edit(tx: Tx, command: Command): Label {
  if (command.type !== 'batch') return label(command, editOne(tx, command))
  const [first, ...others] = command.commands.map((one) => label(one, editOne(tx, one)))
  if (!first) throw new Error('a batch without commands')
  const alike = others.filter((other) => other.command === first.command).length
  return alike === 0 ? first : { ...first, count: 1 + alike }
}

function editOne<T extends SingleCommandType>(tx: Tx, command: SingleCommand & { type: T }): string {
  const run = edits[command.type] as Edit<T>
  return run(tx, command as CommandOf<T>)
}

function label(command: SingleCommand, about: string): Label {
  const plain = { command: command.type, about }
  if (command.type === 'node.insert') return { ...plain, nodeType: command.nodeType }
  if (command.type === 'outline.paste' && command.nodes.length > 1) {
    return { ...plain, count: command.nodes.length }
  }
  return plain
}
