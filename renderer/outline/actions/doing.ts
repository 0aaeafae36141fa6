import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import type { Action } from '../../actions/action.ts'
import { isNodeToRead, tellToRead } from '../../state/locked.ts'
import { tell } from '../../state/notices.ts'
import { runAll, tellUndoable } from '../../state/run.ts'
import { look } from '../../state/view.ts'
import { useWorkbook } from '../../state/workbook.ts'
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

/** A promise that it answers with is waited for. */
type Work = (at: Scene) => unknown

const waiting: Work[] = []
let isBusy = false

/** Does it at once, or when what was asked before is done: a key that is held down must see what the press before it did. */
export function inTurn(work: Work): void {
  waiting.push(work)
  if (!isBusy) void workOff()
}

async function workOff(): Promise<void> {
  isBusy = true
  try {
    for (let work = waiting.shift(); work; work = waiting.shift()) {
      const at = scene()
      if (at) await work(at)
    }
  } finally {
    isBusy = false
  }
}

/**
 * Moves rows in one step of the history and keeps them in sight. Tells of it where the user cannot see it: `new-parent` = only
 * when they came to another parent.
 */
export function rearrange(
  at: Scene,
  result: Rearrangement,
  telling: 'always' | 'new-parent' | 'never',
): void {
  if (!result.ok) {
    refuse(at, result.why)
    return
  }
  const state = useWorkbook.getState()
  if (result.moves.some(({ id }) => isNodeToRead(state, id))) {
    tellToRead()
    return
  }
  const { moves } = result
  const [first] = moves
  if (!first) return
  void runAll(moves.map((move) => ({ type: 'node.move', ...move })))
  look({
    folded: withoutFolded(
      at.view.folded,
      moves.map(({ parentId }) => parentId),
    ),
  })
  keepShown(moves.map(({ id }) => id))
  const changed = at.mirror.nodes.get(first.id)?.parentId !== first.parentId
  if (telling === 'always' || (telling === 'new-parent' && changed)) tellMoved(at, first.parentId)
}

function tellMoved(at: Scene, parentId: string | null): void {
  const titles = at.operands.map(titleOf)
  tellUndoable(outlineTexts.moved(titles, parentId === null ? null : titleOf(parentId)))
}
