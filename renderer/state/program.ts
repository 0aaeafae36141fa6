import { create } from 'zustand'
import { startTexts } from '../../db/model/texts/window/start.ts'
import type {
  Leftover,
  LeftoverMet,
  OpenWorkbook,
  PlanRows,
  Recent,
  Started,
  WorkbookChanged,
} from '../../preload/contract.ts'
import { writtenTime } from '../ui/dates.ts'
import { answerOf, onEvent, RequestFailed, request } from './client.ts'
import { flushDrafts } from './drafts.ts'
import { expectReturn, hasStayed } from './journeys.ts'
import { goToFocus, keepCurrent, openPlan, rememberOpenPlan, rememberPlan, showPage } from './navigate.ts'
import { tell, tellProblem, withdrawUndo } from './notices.ts'
import { sendPreferences, usePreferences } from './preferences.ts'
import { telling } from './run.ts'
import { hearSharing, tellMerged } from './sharing.ts'
import { freshOutline, useView } from './view.ts'
import { forgetWorkbook, hearChanges, showFile, showWorkbook, useWorkbook } from './workbook.ts'

/** What the start page shows, and what the program is. */
export interface ProgramState {
  /** False until main has answered for the first time. */
  readonly started: boolean
  readonly version: string
  readonly platform: string
  readonly nativeMenu: boolean
  readonly recents: readonly Recent[]
  readonly leftovers: readonly Leftover[]
}

export const useProgram = create<ProgramState>(() => ({
  started: false,
  version: '',
  platform: '',
  nativeMenu: true,
  recents: [],
  leftovers: [],
}))

/** Asks how things stand, unless it was asked before, and listens to main; called once, when the page is there. */
export async function startProgram(asked = window.planvaerk.request('program.start', null)): Promise<void> {
  try {
    const started = await telling(() => answerOf(asked))
    if (started) await begin(started)
  } finally {
    listen()
  }
}

/** What main has told since it answered is newer than the answer, and heard after it; the preload has kept it. */
function listen(): void {
  onEvent('workbook.changed', inTurn(hear))
  onEvent(
    'workbook.save-state',
    inTurn((saveState) => useWorkbook.setState({ saveState })),
  )
  onEvent('workbook.merged', inTurn(tellMerged))
  onEvent('sharing.changed', inTurn(hearSharing))
  onEvent('workbook.opened', (opened) => void enter(opened))
  onEvent('leftover.met', tellLeftover)
  onEvent('problem.occurred', (problem) => tellProblem(new RequestFailed(problem)))
  onEvent('window.closing', () => void leave())
}

async function begin(started: Started): Promise<void> {
  const { version, platform, nativeMenu, recents, leftovers } = started
  usePreferences.setState(started.preferences)
  if (started.workbook) await enter(started.workbook, started.plan)
  useProgram.setState({ started: true, version, platform, nativeMenu, recents, leftovers })
  if (started.problem) tellProblem(new RequestFailed(started.problem))
}

/** News of the workbook that is being entered, which would be lost when it is shown as main first told of it. */
let waiting: (() => void)[] | null = null

const inTurn =
  <P>(listen: (payload: P) => unknown) =>
  (payload: P): void => {
    if (waiting) waiting.push(() => listen(payload))
    else listen(payload)
  }

/** Shows a workbook as it was left; `rows` are those of its open plan, where main has given them already. */
export async function enter(opened: OpenWorkbook, rows: PlanRows | null = null): Promise<void> {
  waiting ??= []
  try {
    await show(opened, rows)
  } finally {
    const heard = waiting ?? []
    waiting = null
    for (const listen of heard) listen()
  }
}

async function show(opened: OpenWorkbook, rows: PlanRows | null): Promise<void> {
  const last = usePreferences.getState().openPlans[opened.file]
  const plan = opened.plans.find(({ id }) => id === last)
  // Read before anything is shown, so that the list of plans does not come and go.
  const known = plan && (rows ?? (await telling(() => request('plan.load', { planId: plan.id }))))
  withdrawUndo()
  useView.setState({ page: 'plans', outline: freshOutline, dialog: null, othersRead: false })
  showWorkbook(opened)
  if (plan && known) await openPlan(plan.id, known)
}

/** Opens what a request answers with; null = the user gave it up. */
export async function enterWith(ask: () => Promise<OpenWorkbook | null>): Promise<void> {
  flushDrafts()
  const opened = await telling(ask)
  if (opened) await enter(opened)
}

/** Goes on in another file, where she is. */
export async function saveAs(): Promise<void> {
  flushDrafts()
  const opened = await telling(() => request('workbook.save-as', null))
  if (!opened) return
  showFile(opened)
  rememberOpenPlan()
}

export async function leaveWorkbook(): Promise<void> {
  flushDrafts()
  rememberPlan()
  sendPreferences()
  const closed = await telling(async () => {
    await request('workbook.close', null)
    return true
  })
  if (!closed) return
  withdrawUndo()
  forgetWorkbook()
  useView.setState({ page: 'plans', outline: freshOutline, dialog: null })
  const started = await telling(() => request('program.start', null))
  if (started) useProgram.setState({ recents: started.recents, leftovers: started.leftovers })
}

/** What is there again is a quiet line; what is not stays until it is read. */
function tellLeftover({ outcome, edits, changedAt }: LeftoverMet): void {
  const text = startTexts[outcome](edits, writtenTime(changedAt))
  tell({ text, kind: outcome === 'recovered' ? 'done' : 'problem' })
}

async function hear(news: WorkbookChanged): Promise<void> {
  const before = useWorkbook.getState().mirror
  hearChanges(news)
  const after = useWorkbook.getState().mirror
  keepCurrent(before, after)
  if (before && !after) showPage('plans')
  if (news.focus) await returnTo(news.focus)
}

/** Undo and redo go to where the user was, unless that is gone too, or she has gone elsewhere or into a dialog by now. */
async function returnTo(focus: NonNullable<WorkbookChanged['focus']>): Promise<void> {
  if (useView.getState().dialog !== null || !hasStayed()) return
  if (!useWorkbook.getState().plans.has(focus.planId)) return
  const isThere = goToFocus(focus)
  // Of several undos, each goes on from where the one before it has led.
  expectReturn()
  await isThere
}

/** Everything typed is sent before the window may go. */
async function leave(): Promise<void> {
  flushDrafts()
  rememberPlan()
  sendPreferences()
  await telling(() => request('window.ready-to-close', null))
}
