import { writtenChord } from '../../db/model/texts/window/actions.ts'
import { type ActionId, actions } from '../../preload/actions.ts'

/** The first key of an action as it is written on a Danish keyboard, or '' where it has none. */
export function writtenKey(id: ActionId): string {
  const [key] = actions[id].keys
  return key === undefined ? '' : writtenChord(key.chord)
}
