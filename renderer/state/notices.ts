import { create } from 'zustand'
import { restoreTexts } from '../../db/model/texts/window/restore.ts'
import { shellTexts } from '../../db/model/texts/window/shell.ts'
import type { Problem } from '../../preload/contract.ts'
import { RequestFailed, sentenceOf } from './client.ts'
import { openDialog } from './view.ts'

/** One quiet line at the foot of the window. A newer one takes its place; a problem stays until it is read. */
export interface Notice {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'hint' | 'problem'
  /** Offers »Fortryd«. */
  readonly undoable: boolean
  /** Something to do about it. */
  readonly offer: Offer | null
}

export interface Offer {
  readonly text: string
  readonly run: () => void
}

export const useNotice = create<{ readonly notice: Notice | null }>(() => ({ notice: null }))

let count = 0

export function tell(notice: {
  readonly text: string
  readonly kind?: Notice['kind']
  readonly undoable?: boolean
  readonly offer?: Offer
}): void {
  count += 1
  const { text, kind = 'done', undoable = false, offer = null } = notice
  useNotice.setState({ notice: { id: count, text, kind, undoable, offer } })
}

/** Whether what is told now is a problem, or offers something: news that nobody asked for waits for that. */
export function mustBeRead(): boolean {
  const { notice } = useNotice.getState()
  return notice !== null && (notice.kind === 'problem' || notice.undoable || notice.offer !== null)
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
    const { problem } = error
    const kind = nothingHappened.has(problem.code) ? 'hint' : 'problem'
    tell({ text: sentenceOf(problem), kind })
    void offerRemedy(problem)
    return
  }
  void reportBug(error)
}

/** What can be had of a workbook that is damaged or gone: a state that this computer keeps, or what can be read of the file. */
async function offerRemedy(problem: Problem): Promise<void> {
  if (!isLoss(problem)) return
  const { notice } = useNotice.getState()
  const { file } = problem.details
  const canSalvage = isDamage(problem)
  const kept = await window.planvaerk.request('backup.of-file', { file })
  const states = kept.ok ? kept.value : []
  const offer = states.some(({ damaged }) => !damaged)
    ? {
        text: restoreTexts.earlier.offer,
        run: () => openDialog({ kind: 'earlier', file, states, canSalvage }),
      }
    : canSalvage
      ? { text: restoreTexts.salvage.offer, run: () => openDialog({ kind: 'salvage', file }) }
      : null
  if (offer && notice && useNotice.getState().notice === notice)
    useNotice.setState({ notice: { ...notice, offer } })
}

const losses = [
  'workbook.missing',
  'workbook.empty',
  'workbook.not-a-workbook',
  'workbook.truncated',
  'workbook.damaged',
  'workbook.foreign-content',
] as const

type Loss = Extract<Problem, { readonly code: (typeof losses)[number] }>

const isLoss = (problem: Problem): problem is Loss => losses.some((code) => code === problem.code)

/** What is a letter or another program's data was never a workbook; a file that looks like nothing may have been one. */
function isDamage(problem: Loss): boolean {
  if (problem.code === 'workbook.not-a-workbook') return problem.details.looksLike === 'unknown'
  return problem.code !== 'workbook.missing' && problem.code !== 'workbook.empty'
}

/** What happened, what is safe, what to do, where the workbook could not be saved. */
export function whyNotSaved(problem: Problem): string {
  const why = shellTexts.saveStates.why(sentenceOf(problem))
  return isSpoilt.has(problem.code) ? `${why} ${shellTexts.saveStates.elsewhere}` : why
}

/** The file is not hers any more, or not whole: hers must lie elsewhere. */
const isSpoilt: ReadonlySet<string> = new Set([
  'workbook.empty',
  'workbook.not-a-workbook',
  'workbook.truncated',
  'workbook.damaged',
  'workbook.foreign-content',
  'workbook.newer',
  'workbook.too-big',
  'merge.other-workbook',
  'merge.impossible',
])

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
