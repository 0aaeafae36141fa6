import { newId } from '../../../db/model/ids.ts'
import type { NodeType } from '../../../db/model/template/template.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import type { Action } from '../../actions/action.ts'
import { flushDrafts } from '../../state/drafts.ts'
import { putFocus } from '../../state/focus.ts'
import { isToRead, tellToRead } from '../../state/locked.ts'
import { childrenOf } from '../../state/mirror.ts'
import { run, runAll, tellUndoable } from '../../state/run.ts'
import { look } from '../../state/view.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { labelOf } from '../labels.ts'
import { withoutFolded } from '../model/folding.ts'
import { indentOf, outdentOf } from '../model/indent.ts'
import { type NewPlace, newChildOf, newMeasureOf, newRowOf, newSiblingOf } from '../model/new-row.ts'
import type { Rearrangement } from '../model/rearranging.ts'
import { besideDeleted, indexOf } from '../model/selection.ts'
import { shiftOf } from '../model/shift.ts'
import { goToRow, titleInput } from '../row-focus.ts'
import { type Scene, scene } from '../scene.ts'
import { titleOf } from '../titles.ts'
import { hint, inPlan, onRow, rearrange, refuse } from './doing.ts'

/** Makes the row and begins to edit its title. */
function make(at: Scene, place: NewPlace): void {
  if (!place.ok) {
    refuse(at, place.why)
    return
  }
  if (isToRead(useWorkbook.getState(), { ...place.row, planId: at.mirror.planId })) {
    tellToRead()
    return
  }
  const { type, parentId, after } = place.row
  const id = newId()
  void run({ type: 'node.insert', id, planId: at.mirror.planId, parentId, after, nodeType: type, title: '' })
  look({ folded: withoutFolded(at.view.folded, [parentId]) })
  goToRow(id, 0)
}

/** Makes a row of a chosen type at the current one, or in an empty plan. */
export function makeRow(type: NodeType, where: 'below' | 'after'): void {
  const at = scene()
  if (at) make(at, newRowOf(at.outline, at.view.current, type, where))
}

const newSibling = inPlan(
  (at) => newSiblingOf(at.outline, at.view.current).ok,
  (at) => {
    const { current, editing } = at.view
    if (editing && current !== null && titleInput()?.value === '') goToRow(current)
    else make(at, newSiblingOf(at.outline, current))
  },
)

const newChild = onRow(
  (at, current) => {
    const place = newChildOf(at.outline, current)
    const type = at.mirror.nodes.get(current)?.type
    const mayHoldNothing = !place.ok && place.why.kind === 'not-here' && place.why.type === type
    if (mayHoldNothing) hint(outlineTexts.refused.nothingBelow(labelOf(at.template, type).singular))
    else make(at, place)
  },
  (at, current) => newChildOf(at.outline, current).ok,
)

const newMeasure = (type: 'milestone' | 'indicator') =>
  onRow(
    (at, current) => make(at, newMeasureOf(at.outline, current, type)),
    (at, current) => newMeasureOf(at.outline, current, type).ok,
  )

type Operation = (at: Scene) => Rearrangement

const moving = (operation: Operation, telling: 'new-parent' | 'never'): Action =>
  onRow(
    (at) => rearrange(at, operation(at), telling),
    (at) => operation(at).ok,
  )

/** The focus goes to `next`; with a caret, its title is edited. */
function deleteRows(at: Scene, next: string | null, caret: 'end' | null): void {
  const ids = at.operands
  if (at.outline.root !== null && ids.includes(at.outline.root)) {
    refuse(at, { kind: 'zoomed' })
    return
  }
  flushDrafts()
  const titles = ids.map(titleOf)
  void runAll(ids.map((id) => ({ type: 'node.delete', id })))
  if (next === null) look({ current: null, anchor: null, selected: new Set(), editing: false })
  else goToRow(next, caret)
  tellUndoable(outlineTexts.deleted(titles))
}

const deletion = onRow((at) =>
  deleteRows(at, besideDeleted(at.mirror, at.rows, at.operands), at.view.editing ? 'end' : null),
)

/** Backspace in an empty title: the row goes, the row above is edited. What has content is not deleted by a key held too long. */
export function deleteEmptyRow(): void {
  const at = scene()
  const current = at?.view.current
  if (!at || !current) return
  if (childrenOf(at.mirror, current).length > 0 || at.mirror.fields.has(current)) {
    hint(outlineTexts.refused.notEmpty)
    return
  }
  const above = at.rows[indexOf(at.rows, current) - 1]?.id
  deleteRows(at, above ?? besideDeleted(at.mirror, at.rows, [current]), 'end')
}

export const structureActions = {
  'row.new-sibling': newSibling,
  'row.new-child': newChild,
  'row.new-milestone': newMeasure('milestone'),
  'row.new-indicator': newMeasure('indicator'),
  'row.indent': moving((at) => indentOf(at.outline, at.operands), 'never'),
  'row.outdent': moving((at) => outdentOf(at.outline, at.operands), 'never'),
  'row.move-up': moving((at) => shiftOf(at.outline, at.operands, -1), 'new-parent'),
  'row.move-down': moving((at) => shiftOf(at.outline, at.operands, 1), 'new-parent'),
  'row.delete': deletion,
  'row.edit': onRow((_, current) => goToRow(current, 'end')),
  'row.leave': onRow(
    (_, current) => {
      flushDrafts()
      goToRow(current)
    },
    (at) => at.view.editing,
  ),
  // An empty key is the first text of the form.
  'row.body': onRow((_, current) => {
    flushDrafts()
    look({ editing: false })
    putFocus({ nodeId: current, place: 'field:' })
  }),
} satisfies Readonly<Record<string, Action>>
