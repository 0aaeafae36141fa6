import { useSyncExternalStore } from 'react'
import type { PlanRecord } from '../../db/model/records.ts'
import type { Template } from '../../db/model/template/template.ts'
import type { Mirror } from '../state/mirror.ts'
import { type OutlineView, useView } from '../state/view.ts'
import { openPlan, openTemplate, useWorkbook, type WorkbookState } from '../state/workbook.ts'
import type { Outline } from './model/outline.ts'
import { type RowContent, RowContents } from './model/row-content.ts'
import { operandsOf } from './model/selection.ts'
import { type VisibleRow, visibleRows, wordsOfFilter } from './model/visible-rows.ts'
import { today } from './today.ts'

/** The open plan and how it is looked at, as an action finds it. */
export interface Scene {
  readonly mirror: Mirror
  readonly template: Template
  readonly plan: PlanRecord
  readonly view: OutlineView
  readonly rows: readonly VisibleRow[]
  readonly outline: Outline
  /** The rows that an action is about, in order, none below another. */
  readonly operands: readonly string[]
}

let lastScene: Scene | null = null

/** null where no plan is open. The same value as long as neither the plan nor the view changes. */
export function scene(): Scene | null {
  const state = useWorkbook.getState()
  const { mirror } = state
  const [plan, template] = [openPlan(state), openTemplate(state)]
  const { outline: view } = useView.getState()
  if (!mirror || !plan || !template) return null
  const last = lastScene
  if (last?.mirror === mirror && last.view === view && last.plan === plan && last.template === template) {
    return last
  }
  const rows = rowsOf(mirror, view)
  lastScene = {
    mirror,
    template,
    plan,
    view,
    rows,
    outline: { mirror, template, root: rootOf(mirror, view), isShown: shownAmong(rows, view) },
    operands: operandsOf(mirror, rows, view),
  }
  return lastScene
}

const rootOf = (mirror: Mirror, { root }: OutlineView): string | null =>
  root !== null && mirror.nodes.has(root) ? root : null

/** Folded rows count as shown: only a filter hides rows from the operations. */
function shownAmong(rows: readonly VisibleRow[], { filter }: OutlineView): (id: string) => boolean {
  if (wordsOfFilter(filter).length === 0) return () => true
  const shown = new Set(rows.map(({ id }) => id))
  return (id) => shown.has(id)
}

interface ShownRows {
  readonly mirror: Mirror
  readonly view: OutlineView
  readonly rows: readonly VisibleRow[]
}

let lastRows: ShownRows | null = null

/** Worked out again only when something changes that they are made of: not when a title is typed, or the focus moves. */
function rowsOf(mirror: Mirror, view: OutlineView): readonly VisibleRow[] {
  const last = lastRows
  const isSame =
    last !== null &&
    last.mirror.children === mirror.children &&
    last.view.folded === view.folded &&
    last.view.root === view.root &&
    last.view.filter === view.filter &&
    last.view.kept === view.kept &&
    (wordsOfFilter(view.filter).length === 0 || last.mirror.nodes === mirror.nodes)
  const rows = isSame ? last.rows : visibleRows(mirror, view)
  lastRows = { mirror, view, rows }
  return rows
}

const noRows: readonly VisibleRow[] = []

export function shownRows(): readonly VisibleRow[] {
  const { mirror } = useWorkbook.getState()
  return mirror ? rowsOf(mirror, useView.getState().outline) : noRows
}

export const useShownRows = (): readonly VisibleRow[] => useSyncExternalStore(onAnyChange, shownRows)

function onAnyChange(listen: () => void): () => void {
  const stops = [useWorkbook.subscribe(listen), useView.subscribe(listen)]
  return () => {
    for (const stop of stops) stop()
  }
}

const contents = new RowContents()

function contentOf(state: WorkbookState, id: string): RowContent | undefined {
  const { mirror } = state
  const [plan, template] = [openPlan(state), openTemplate(state)]
  return mirror && plan && template ? contents.of({ mirror, plan, template, today: today() }, id) : undefined
}

/** What a row shows; draws its row again only when that changes. */
export const useRowContent = (id: string): RowContent | undefined =>
  useWorkbook((state) => contentOf(state, id))
