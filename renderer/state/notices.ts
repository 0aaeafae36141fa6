import { create } from 'zustand'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import type { Problem } from '../../preload/contract.ts'
import { RequestFailed, sentenceOf } from './client.ts'

/** One quiet line at the foot of the window. A newer one takes its place; a problem stays until it is read. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'hint' | 'problem'
  /** Offers »Fortryd«. */
  readonly undoable: boolean
}

export const useNotice = create<{ readonly notice: Notice | null }>(() => ({ notice: null }))

let count = 0

export function tell(notice: {
  readonly text: string
  readonly kind?: Notice['kind']
  readonly undoable?: boolean
}): void {
  count += 1
  const { text, kind = 'done', undoable = false } = notice
  useNotice.setState({ notice: { id: count, text, kind, undoable } })
}

export const dismissNotice = (): void => useNotice.setState({ notice: null })

/** Takes an offered »Fortryd« back: what it would undo is not the last step any more. */
export function withdrawUndo(): void {
  if (useNotice.getState().notice?.undoable) dismissNotice()
}

/** What is no problem to anybody, and need not stand until it is read. */
const nothingHappened: ReadonlySet<string> = new Set(['command.nothing-to-undo', 'command.nothing-to-redo'])

/** Tells of an expected failure in its own sentence; a bug goes to the local log and is told with its number. */
export function tellProblem(error: unknown): void {
  if (error instanceof RequestFailed) {
    const { code } = error.problem
    tell({ text: sentenceOf(error.problem), kind: nothingHappened.has(code) ? 'hint' : 'problem' })
    return
  }
  void reportBug(error)
}

/** What happened, what is safe, what to do, where the workbook could not be saved. */
export const whyNotSaved = (problem: Problem): string => shellTexts.saveStates.why(sentenceOf(problem))

/** Writes a bug into the local log and answers with its number there. */
export async function logBug(error: unknown): Promise<string> {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' }
  const answer = await window.planvaerk.request('program.report-bug', {
    message: message.slice(0, 2000),
    stack: (stack ?? '').slice(0, 20_000),
  })
  return answer.ok ? answer.value : '–'
}

export async function reportBug(error: unknown): Promise<void> {
  const logId = await logBug(error)
  tell({ text: sentenceOf({ code: 'unexpected', details: { logId } }), kind: 'problem' })
}
