import type { Action } from '../../actions/action.ts'
import { childrenOf } from '../../state/mirror.ts'
import { look, useView } from '../../state/view.ts'
import { focusFilter } from '../filter-focus.ts'
import { foldedBelow, seenFor, withFolded, withoutFolded } from '../model/folding.ts'
import { indexOf } from '../model/selection.ts'
import { wordsOfFilter } from '../model/visible-rows.ts'
import { focusRow, goToRow, titleInput } from '../row-focus.ts'
import { type Scene, scene, shownRows } from '../scene.ts'
import { inPlan, onRow } from './doing.ts'

/** Folds and unfolds; a row that comes to be hidden hands the focus to the one that hides it. */
function showFolded(at: Scene, folded: ReadonlySet<string>): void {
  look({ folded })
  const { current, selected, editing } = at.view
  const shown = new Set(shownRows().map(({ id }) => id))
  look({ selected: new Set([...selected].filter((id) => shown.has(id))) })
  if (current === null || shown.has(current) || !at.mirror.nodes.has(current)) return
  const seen = seenFor(at.mirror, folded, at.outline.root, current)
  look({ current: seen, anchor: seen, editing: false })
  if (editing || document.activeElement?.closest('[data-keys]')) focusRow(seen)
}

/** A click on the mark beside a row. */
export function toggleFold(id: string): void {
  const at = scene()
  if (!at) return
  const { folded } = at.view
  showFolded(at, folded.has(id) ? withoutFolded(folded, [id]) : withFolded(folded, [id]))
}

/** Where the title is edited, the next one is, with the caret at the same place. */
const caretHere = (at: Scene): number | 'end' | null =>
  at.view.editing ? (titleInput()?.selectionStart ?? 'end') : null

/** Folds what is open; a row that is folded already, or has nothing to fold, leads to its parent. */
const fold = onRow((at, current) => {
  const open = at.rows.filter(
    ({ id, hasChildren, folded }) => hasChildren && !folded && at.operands.includes(id),
  )
  const foldable = open.filter(({ id }) => id !== at.outline.root)
  if (foldable.length > 0 && !isFiltered(at)) {
    const ids = foldable.map(({ id }) => id)
    showFolded(at, withFolded(at.view.folded, ids))
    return
  }
  const parent = at.mirror.nodes.get(current)?.parentId ?? null
  if (parent !== null && indexOf(at.rows, parent) >= 0) goToRow(parent, caretHere(at))
})

/** Opens what is folded; a row that is open leads to its first child. */
const unfold = onRow((at, current) => {
  const folded = at.rows.filter((row) => row.folded && at.operands.includes(row.id)).map(({ id }) => id)
  if (folded.length > 0) {
    showFolded(at, withoutFolded(at.view.folded, folded))
    return
  }
  const index = indexOf(at.rows, current)
  const [row, next] = [at.rows[index], at.rows[index + 1]]
  if (row && next && next.level > row.level) goToRow(next.id, caretHere(at))
})

const isFiltered = (at: Scene): boolean => wordsOfFilter(at.view.filter).length > 0

const hasRows = (at: Scene): boolean => childrenOf(at.mirror, null).length > 0

const level = (number: number): Action =>
  inPlan(hasRows, (at) => showFolded(at, foldedBelow(at.mirror, at.outline.root, number)))

export const foldingActions = {
  'row.fold': fold,
  'row.unfold': unfold,
  'outline.level-1': level(1),
  'outline.level-2': level(2),
  'outline.level-3': level(3),
  'outline.level-4': level(4),
  'outline.level-5': level(5),
  'outline.level-6': level(6),
  'outline.level-7': level(7),
  'outline.level-8': level(8),
  'outline.level-9': level(9),
  'outline.show-all': inPlan(hasRows, (at) => showFolded(at, new Set())),
  'outline.filter': inPlan(hasRows, () => {
    look({ editing: false, selected: new Set(), anchor: useView.getState().outline.current })
    focusFilter()
  }),
} satisfies Readonly<Record<string, Action>>
