import type { Action, ActionsFor } from '../actions/action.ts'
import { historyOfPlan } from '../history/actions.ts'
import type { MergeAction } from '../merge/actions.ts'
import { request } from '../state/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { showPage } from '../state/navigate.ts'
import { tell, whyNotSaved } from '../state/notices.ts'
import { remember, usePreferences } from '../state/preferences.ts'
import { enterWith, leaveWorkbook, saveAs } from '../state/program.ts'
import { redo, telling, undo } from '../state/run.ts'
import { openDialog, useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { focusPane } from './pane-focus.ts'
import { shownPlan } from './shown-plan.ts'

const always = () => true
const hasWorkbook = () => useWorkbook.getState().file !== null
const hasPlan = () => useWorkbook.getState().mirror !== null

/** Asks for a plan to be open, or does nothing. */
const withPlan = (work: (planId: string) => void) => () => {
  const planId = shownPlan()
  if (planId !== null) work(planId)
}

export const shellActions: Omit<
  ActionsFor<'workbook' | 'plan' | 'history' | 'view' | 'help'>,
  MergeAction
> = {
  'workbook.new': { can: always, run: () => openDialog({ kind: 'new-workbook' }) },
  'workbook.open': {
    can: always,
    run: () => void enterWith(() => request('workbook.open', { file: null })),
  },
  'workbook.open-example': {
    can: always,
    run: () => void enterWith(() => request('workbook.open-example', null)),
  },
  'workbook.import': {
    can: hasWorkbook,
    run: () => {
      flushDrafts()
      void telling(() => request('workbook.import', null))
    },
  },
  'workbook.save': { can: hasWorkbook, run: () => void save() },
  'workbook.save-as': {
    can: hasWorkbook,
    run: () => void saveAs(),
  },
  'workbook.close': { can: hasWorkbook, run: () => void leaveWorkbook() },
  'plan.new': { can: hasWorkbook, run: () => openDialog({ kind: 'new-plan' }) },
  'plan.properties': {
    can: () => shownPlan() !== null,
    run: withPlan((planId) => openDialog({ kind: 'plan-properties', planId })),
  },
  'history.undo': { can: () => useWorkbook.getState().history.undo !== null, run: () => void undo() },
  'history.redo': { can: () => useWorkbook.getState().history.redo !== null, run: () => void redo() },
  'view.plans': { can: hasWorkbook, run: () => showPage('plans') },
  'view.goals': { can: hasWorkbook, run: () => showPage('goals') },
  'view.timeline': { can: hasWorkbook, run: () => showPage('timeline') },
  'view.follow-up': { can: hasWorkbook, run: () => showPage('follow-up') },
  'view.quality': { can: hasWorkbook, run: () => showPage('quality') },
  'view.organisation': { can: hasWorkbook, run: () => showPage('organisation') },
  'view.templates': { can: hasWorkbook, run: () => showPage('templates') },
  'view.history': historyOfPlan,
  'view.next-pane': { can: hasPlan, run: () => focusPane(1) },
  'view.previous-pane': { can: hasPlan, run: () => focusPane(-1) },
  'view.preview': {
    can: hasPlan,
    checked: () => usePreferences.getState().panes.previewOpen,
    run: () => {
      const { panes } = usePreferences.getState()
      remember({ panes: { ...panes, previewOpen: !panes.previewOpen } })
    },
  },
  'view.word': {
    can: hasPlan,
    checked: () => useView.getState().wordView,
    run: () => useView.setState(({ wordView }) => ({ wordView: !wordView })),
  },
  'view.zoom-in': { can: always, run: () => zoom(10) },
  'view.zoom-out': { can: always, run: () => zoom(-10) },
  'view.zoom-reset': { can: always, run: () => remember({ zoom: 100 }) },
  'view.theme-system': theme('system'),
  'view.theme-light': theme('light'),
  'view.theme-dark': theme('dark'),
  'view.theme-contrast': theme('contrast'),
  'help.keys': { can: always, run: () => openDialog({ kind: 'help' }) },
  'help.about': { can: always, run: () => openDialog({ kind: 'about' }) },
}

function theme(name: 'system' | 'light' | 'dark' | 'contrast'): Action {
  return {
    can: always,
    checked: () => usePreferences.getState().theme === name,
    run: () => remember({ theme: name }),
  }
}

function zoom(step: number): void {
  const wanted = usePreferences.getState().zoom + step
  remember({ zoom: Math.min(200, Math.max(80, wanted)) })
}

async function save(): Promise<void> {
  flushDrafts()
  const saveState = await telling(() => request('workbook.save', null))
  if (!saveState) return
  useWorkbook.setState({ saveState })
  // Whoever asks for it is told; saving by itself fails in silence, but for the title bar.
  if (saveState.kind === 'failed') tell({ text: whyNotSaved(saveState.problem), kind: 'problem' })
}
