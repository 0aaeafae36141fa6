import { generateKeyBetween } from 'fractional-indexing'
import type { Change } from '../../db/model/changes.ts'
import type { Command } from '../../db/model/commands.ts'
import { request } from './client.ts'
import { flushDrafts } from './drafts.ts'
import { currentFocus } from './focus.ts'
import { childrenOf, type Mirror } from './mirror.ts'
import { tell, tellProblem } from './notices.ts'
import { expectChanges, showPlan, useWorkbook } from './workbook.ts'

/**
 * Gives a command. What is typed is sent before it. A new row is shown at once, so that typing can go on in it; everything
 * else is shown when main has done it. Answers whether it was done; if not, the user has been told why.
 */
export async function run(command: Command): Promise<boolean> {
  flushDrafts()
  return send(command)
}

/** Several commands as one step of the history. */
export const runAll = (commands: readonly Command[]): Promise<boolean> => {
  const [first, ...others] = commands
  if (!first) return Promise.resolve(true)
  return run(others.length === 0 ? first : { type: 'batch', commands: [...commands].filter(isSingle) })
}

const isSingle = (command: Command): command is Exclude<Command, { type: 'batch' }> =>
  command.type !== 'batch'

/** For drafts, which are sent one by one. */
export async function send(command: Command): Promise<boolean> {
  const mirror = useWorkbook.getState().mirror
  const expected = mirror ? expectedChanges(mirror, command) : []
  if (expected.length > 0) expectChanges(expected)
  try {
    await request('command.execute', { command, focus: currentFocus() })
    return true
  } catch (error) {
    if (expected.length > 0 && mirror) await reload(mirror.planId)
    tellProblem(error)
    return false
  }
}

export const undo = (): Promise<void> => travel('history.undo')
export const redo = (): Promise<void> => travel('history.redo')

async function travel(direction: 'history.undo' | 'history.redo'): Promise<void> {
  flushDrafts()
  await telling(() => request(direction, null))
}

/** Does something that main may refuse, and tells the user if it does. */
export async function telling<R>(work: () => Promise<R>): Promise<R | null> {
  try {
    return await work()
  } catch (error) {
    tellProblem(error)
    return null
  }
}

/** One quiet line after something that the user may want back: »Flyttet …« · Fortryd. */
export const tellUndoable = (text: string): void => tell({ text, undoable: true })

async function reload(planId: string): Promise<void> {
  const rows = await request('plan.load', { planId })
  if (useWorkbook.getState().mirror?.planId === planId) showPlan(planId, rows)
}

/** What main will do with an insert, as far as the outline shows it. Main's own changes follow and override it. */
function expectedChanges(mirror: Mirror, command: Command): readonly Change[] {
  if (command.type !== 'node.insert' || command.planId !== mirror.planId) return []
  const { id, planId, parentId, nodeType, title } = command
  const after = {
    id,
    planId,
    parentId,
    pos: place(mirror, command),
    type: nodeType,
    title,
    ref: null,
    sectionKey: null,
  }
  return [{ table: 'node', id, before: null, after: { ...after, annex: 0 } }]
}

function place(
  mirror: Mirror,
  { parentId, after }: { parentId: string | null; after: string | null },
): string {
  const siblings = childrenOf(mirror, parentId)
  const at = after === null ? -1 : siblings.indexOf(after)
  const before = siblings[at] === undefined ? null : (mirror.nodes.get(siblings[at])?.pos ?? null)
  const next = siblings[at + 1] === undefined ? null : (mirror.nodes.get(siblings[at + 1] ?? '')?.pos ?? null)
  // Equal keys (two copies used the same gap) are told apart by main.
  return before !== null && next !== null && before >= next ? before : generateKeyBetween(before, next)
}
