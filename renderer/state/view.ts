import { create } from 'zustand'
import type { Backup } from '../../db/model/backup.ts'
import type { HistoryScope } from '../../db/model/history/entry.ts'
import type { MergeReport } from '../../db/model/merge/report.ts'

/** How the workbook is looked at: nothing here is content, so undo and reload cannot mix with it. */
export interface ViewState {
  readonly page: Page
  readonly outline: OutlineView
  readonly dialog: Dialog | null
  /** The plan that is chosen in the list of plans. */
  readonly chosenPlan: string | null
  /** The name of the unit whose plans the list of plans begins with; '' = all. */
  readonly plansOf: string
  /** Whose history the page »history« shows. */
  readonly history: HistoryView
  /** Whether she has read that others have the workbook open. */
  readonly othersRead: boolean
  /** Whether the preview shows the true Word document. */
  readonly wordView: boolean
}

/** The pages of the navigation rail, and those that are reached from them. */
export type Page =
  | 'plans'
  | 'plan'
  | 'goals'
  | 'timeline'
  | 'follow-up'
  | 'quality'
  | 'organisation'
  | 'templates'
  | 'history'
  | 'merges'

/** What the history can be seen of, from the whole workbook down to a row, and what it is seen of. */
export interface HistoryView {
  readonly shown: HistoryScope['of']
  /** null = no plan was open. */
  readonly planId: string | null
  readonly node: { readonly id: string; readonly title: string } | null
}

export interface OutlineView {
  /** The row that has the focus, or had it last. */
  readonly current: string | null
  /** Whether the title of the current row is being edited. */
  readonly editing: boolean
  /** Selected rows; the current one is among them when there are several. */
  readonly selected: ReadonlySet<string>
  /** Where a range of rows began. */
  readonly anchor: string | null
  readonly folded: ReadonlySet<string>
  /** The node that is zoomed in on; null = the whole plan. */
  readonly root: string | null
  readonly filter: string
  /** Rows that stay in spite of the filter: those that were made or edited since it was typed. */
  readonly kept: ReadonlySet<string>
}

export type Dialog =
  | { readonly kind: 'new-workbook' }
  | { readonly kind: 'export'; readonly plans: readonly string[] }
  /** `template` is the key of the one to begin with; the first where it is not given. */
  | { readonly kind: 'new-plan'; readonly template?: string }
  /** `merge` is the last one; `since` = how many commands were given since. */
  | { readonly kind: 'undo-merge'; readonly merge: MergeReport; readonly since: number }
  | { readonly kind: 'plan-properties'; readonly planId: string }
  | { readonly kind: 'restore' }
  | { readonly kind: 'clean-copy' }
  /** `file` is a damaged workbook. */
  | { readonly kind: 'salvage'; readonly file: string }
  /** `file` is damaged or gone, `states` are what is kept of it. */
  | {
      readonly kind: 'earlier'
      readonly file: string
      readonly states: readonly Backup[]
      readonly canSalvage: boolean
    }
  | { readonly kind: 'palette' }
  | { readonly kind: 'jump' }
  | { readonly kind: 'search' }
  | { readonly kind: 'packet' }
  | { readonly kind: 'help' }
  | { readonly kind: 'about' }

export const freshOutline: OutlineView = {
  current: null,
  editing: false,
  selected: new Set(),
  anchor: null,
  folded: new Set(),
  root: null,
  filter: '',
  kept: new Set(),
}

export const useView = create<ViewState>(() => ({
  page: 'plans',
  outline: freshOutline,
  dialog: null,
  chosenPlan: null,
  plansOf: '',
  history: { shown: 'workbook', planId: null, node: null },
  othersRead: false,
  wordView: false,
}))

export const look = (patch: Partial<OutlineView>): void =>
  useView.setState(({ outline }) => ({ outline: { ...outline, ...patch } }))

export const openDialog = (dialog: Dialog): void => useView.setState({ dialog })
export const closeDialog = (): void => useView.setState({ dialog: null })
