import type { Command } from '../../db/model/commands.ts'
import { sharingTexts } from '../../db/model/texts/window/sharing.ts'
import { request } from './client.ts'
import { draftBasis, flushDrafts } from './drafts.ts'
import { expectedChanges } from './expected.ts'
import { currentFocus } from './focus.ts'
import { expectReturn } from './journeys.ts'
import { tell, tellProblem, withdrawUndo } from './notices.ts'
import { areExpected, areSettled, showPlan, useWorkbook } from './workbook.ts'

/**
 * Gives a command. What is typed is sent before it. Rows that come, move and go are shown at once, so that typing can go on;
 * everything else is shown when main has done it. Answers whether it was done; if not, the user has been told why.
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
  if (isRefused()) return false
  const focus = currentFocus()
  const { mirror, merges } = useWorkbook.getState()
  const seen = draftBasis() ?? merges
  const expected = mirror ? expectedChanges(mirror, command) : []
  areExpected(expected)
  withdrawUndo()
  try {
    await request('command.execute', { command, focus, seen })
    areSettled(expected)
    return true
  } catch (error) {
    areSettled(expected)
    if (expected.length > 0 && mirror) await reload(mirror.planId)
    tellProblem(error)
    return false
  }
}

export const undo = (): Promise<void> => travel('history.undo')
export const redo = (): Promise<void> => travel('history.redo')

async function travel(direction: 'history.undo' | 'history.redo'): Promise<void> {
  if (isRefused()) return
  flushDrafts()
  withdrawUndo()
  expectReturn()
  await telling(() => request(direction, null))
}

export const tellReadOnly = (): void => tell({ text: sharingTexts.readOnlyNow, kind: 'hint' })

/** Whether nothing can be edited; then the user is told why. */
export function isRefused(): boolean {
  const { readOnly } = useWorkbook.getState()
  if (readOnly) tellReadOnly()
  return readOnly
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
