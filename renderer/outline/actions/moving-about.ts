import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import type { Action } from '../../actions/action.ts'
import { childrenOf } from '../../state/mirror.ts'
import { look, useView } from '../../state/view.ts'
import { nothingIsCut, somethingIsCut } from '../clipboard/carried.ts'
import { indexOf, rangeOf, widened } from '../model/selection.ts'
import { focusRow, goToRow, reveal, titleInput } from '../row-focus.ts'
import type { Scene } from '../scene.ts'
import { rowsOnPage } from '../viewport.ts'
import { hint, inPlan, onRow } from './doing.ts'

/** The row so many rows away, or the last one on the way there. */
function rowAt(at: Scene, step: number): string | null {
  const index = indexOf(at.rows, at.view.current)
  const wanted = index < 0 ? 0 : index + step
  return at.rows[Math.min(Math.max(wanted, 0), at.rows.length - 1)]?.id ?? null
}

/** Who edits goes on editing, the caret after as many characters. */
const go = (step: (at: Scene) => number): Action =>
  inPlan(
    (at) => at.rows.length > 0,
    (at) => {
      const target = rowAt(at, step(at))
      if (target === null) return
      const caret = at.view.editing ? (titleInput()?.selectionStart ?? 'end') : null
      if (target !== at.view.current || caret === null) goToRow(target, caret)
    },
  )

/** Moves the other end of the range; the row where it began stays. */
const extend = (step: -1 | 1): Action =>
  onRow((at, current) => {
    const target = rowAt(at, step)
    if (target !== null) selectTo(at, target, at.view.selected.size === 0 ? current : undefined)
  })

/** Selects all rows from where a range began to this one. */
export function selectTo(
  at: Scene,
  target: string,
  from = at.view.anchor ?? at.view.current ?? target,
): void {
  const anchor = indexOf(at.rows, from) < 0 ? target : from
  look({ current: target, anchor, editing: false, selected: rangeOf(at.rows, anchor, target) })
  focusRow(target)
}

/** Takes a row into the selection, or out of it. */
export function toggleSelected(at: Scene, id: string): void {
  const selected = new Set(at.view.selected)
  if (selected.size === 0 && at.view.current !== null && at.view.current !== id) selected.add(at.view.current)
  if (!selected.delete(id)) selected.add(id)
  look({ current: id, anchor: id, editing: false, selected })
  focusRow(id)
}

/** All of the text, then the siblings, then all rows. */
const widen = inPlan(
  (at) => at.rows.length > 0,
  (at) => {
    const input = titleInput()
    if (input && input.value !== '' && input.value.length > selectedIn(input)) {
      input.select()
      return
    }
    const { current } = at.view
    look({ editing: false, selected: widened(at.mirror, at.rows, at.view) })
    if (current !== null) focusRow(current)
  },
)

const selectedIn = ({ selectionStart, selectionEnd }: HTMLInputElement): number =>
  (selectionEnd ?? 0) - (selectionStart ?? 0)

/** First what was cut, then the selection, then the filter. */
const selectNone = inPlan(
  (at) => at.view.selected.size > 0 || at.view.filter !== '' || somethingIsCut(),
  (at) => {
    if (somethingIsCut()) nothingIsCut()
    else if (at.view.selected.size > 0) look({ selected: new Set(), anchor: at.view.current })
    else if (at.view.filter !== '') clearFilter()
  },
)

/** The current row stays in sight when the others come back. */
export function clearFilter(): void {
  look({ filter: '', kept: new Set() })
  const { current } = useView.getState().outline
  if (current !== null) reveal(current)
}

const hasChildren = (at: Scene, id: string): boolean => childrenOf(at.mirror, id).length > 0

export const movingAboutActions = {
  'focus.previous': go(() => -1),
  'focus.next': go(() => 1),
  'focus.page-up': go(() => -rowsOnPage()),
  'focus.page-down': go(() => rowsOnPage()),
  'focus.first': go((at) => -at.rows.length),
  'focus.last': go((at) => at.rows.length),
  'select.previous': extend(-1),
  'select.next': extend(1),
  'select.toggle': onRow((at, current) => toggleSelected(at, current)),
  'select.none': selectNone,
  'select.widen': widen,
  'outline.zoom-in': onRow(
    (at, current) => {
      if (hasChildren(at, current)) look({ root: current, filter: '', kept: new Set() })
      else hint(outlineTexts.refused.nothingToUnfold)
      focusRow(current, at.view.editing ? (titleInput()?.selectionStart ?? 'end') : null)
    },
    (at, current) => hasChildren(at, current) && at.outline.root !== current,
  ),
  'outline.zoom-out': inPlan(
    (at) => at.outline.root !== null,
    (at) => {
      const { root } = at.outline
      if (root === null) hint(outlineTexts.refused.notZoomed)
      else zoomTo(at, at.mirror.nodes.get(root)?.parentId ?? null)
    },
  ),
} satisfies Readonly<Record<string, Action>>

/** Shows the branch below a node, or the whole plan for null; the row that was current stays so. */
export function zoomTo(at: Scene, root: string | null): void {
  look({ root })
  if (at.view.current === null) return
  reveal(at.view.current)
  goToRow(at.view.current)
}
