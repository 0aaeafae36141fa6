import { newId } from '../../../db/model/ids.ts'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { childrenOf } from '../../state/mirror.ts'
import { run, tellUndoable } from '../../state/run.ts'
import { useView } from '../../state/view.ts'
import { useWorkbook } from '../../state/workbook.ts'
import { cellKey, wishFocus } from '../places.ts'
import { partsOf } from '../select.ts'

/** What hangs below a node and is written in a table of its form. */
export type PartType = 'milestone' | 'indicator'

/** Adds one after the last of its kind and puts the caret in its title. */
export function addPart(nodeId: string, type: PartType): void {
  const state = useWorkbook.getState()
  if (!state.mirror) return
  const id = newId()
  const last = (each: PartType) => partsOf(nodeId, each)(state).at(-1)
  const after = last(type) ?? last('indicator') ?? null
  void run({
    type: 'node.insert',
    id,
    planId: state.mirror.planId,
    parentId: nodeId,
    after,
    nodeType: type,
    title: '',
  })
  wishCell(id, 'title')
}

/** Moves it among those of its kind. What stands between them in the outline counts as part of the way. */
export async function movePart(partId: string, by: 1 | -1, column: string): Promise<void> {
  const place = placeOf(partId)
  const neighbour = place?.parts[place.index + by]
  if (!place || neighbour === undefined) return
  const { siblings, parentId } = place
  const after = by === 1 ? neighbour : (siblings[siblings.indexOf(neighbour) - 1] ?? null)
  await run({ type: 'node.move', id: partId, parentId, after })
  wishCell(partId, column)
}

/** Deletes it and goes to the same column of the row that takes its place. Answers with the id of that row, if any. */
export async function removePart(partId: string, column: string): Promise<string | null> {
  const place = placeOf(partId)
  if (!place) return null
  const next = place.parts[place.index + 1] ?? place.parts[place.index - 1] ?? null
  const done = await run({ type: 'node.delete', id: partId })
  if (done) tellUndoable(detailsTexts.parts.removed(place.title))
  if (next !== null) wishCell(next, column)
  return next
}

/** Puts the caret into a cell; the table may stand in another node's form. */
export const wishCell = (partId: string, column: string): void =>
  wishFocus({ nodeId: useView.getState().outline.current, key: cellKey(partId, column), at: 'end' })

function placeOf(partId: string) {
  const state = useWorkbook.getState()
  const node = state.mirror?.nodes.get(partId)
  if (!state.mirror || !node?.parentId) return null
  const { parentId, type, title } = node
  const parts = partsOf(parentId, type)(state)
  const siblings = childrenOf(state.mirror, parentId)
  return { parentId, title, parts, siblings, index: parts.indexOf(partId) }
}
