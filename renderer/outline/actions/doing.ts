import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import type { Action } from '../../actions/action.ts'
import { tell } from '../../state/notices.ts'
import { runAll, tellUndoable } from '../../state/run.ts'
import { look } from '../../state/view.ts'
import { sentenceOfRefusal } from '../labels.ts'
import { withoutFolded } from '../model/folding.ts'
import type { Refusal } from '../model/outline.ts'
import type { Rearrangement } from '../model/rearranging.ts'
import { keepShown } from '../row-focus.ts'
import { type Scene, scene } from '../scene.ts'
import { titleOf } from '../titles.ts'

/** What the actions of the outline have in common. */

/** One quiet line that says why something is not done. */
export const hint = (text: string): void => tell({ text, kind: 'hint' })

export function refuse(at: Scene, why: Refusal): void {
  hint(sentenceOfRefusal(at.template, why))
}

/** An action on the open plan; without one it can do nothing, and there is nothing to tell. */
export const inPlan = (can: (at: Scene) => boolean, run: (at: Scene) => void): Action => ({
  can: () => {
    const at = scene()
    return at !== null && can(at)
  },
  run: () => {
    const at = scene()
    if (at) run(at)
  },
})

/** An action that needs a row. */
export const onRow = (
  run: (at: Scene, current: string) => void,
  can: (at: Scene, current: string) => boolean = () => true,
): Action =>
  inPlan(
    (at) => at.view.current !== null && can(at, at.view.current),
    (at) => {
      if (at.view.current === null) hint(outlineTexts.refused.noRow)
      else run(at, at.view.current)
    },
  )

/**
 * Moves rows in one step of the history, keeps them in sight, and tells of it where they came to another parent out of sight
 * of the key that was pressed. Answers whether anything moved.
 */
export function rearrange(
  at: Scene,
  result: Rearrangement,
  telling: 'always' | 'new-parent' | 'never',
): boolean {
  if (!result.ok) {
    refuse(at, result.why)
    return false
  }
  const { moves } = result
  if (moves.length === 0) return false
  void runAll(moves.map((move) => ({ type: 'node.move', ...move })))
  const parents = moves.map(({ parentId }) => parentId)
  look({ folded: withoutFolded(at.view.folded, parents) })
  keepShown(moves.map(({ id }) => id))
  const [first] = moves
  const [id] = at.operands
  const changed = first && at.mirror.nodes.get(first.id)?.parentId !== first.parentId
  if (first && id !== undefined && (telling === 'always' || (telling === 'new-parent' && changed))) {
    tellMoved(at, first.parentId)
  }
  return true
}

function tellMoved(at: Scene, parentId: string | null): void {
  const titles = at.operands.map(titleOf)
  tellUndoable(outlineTexts.moved(titles, parentId === null ? null : titleOf(parentId)))
}
