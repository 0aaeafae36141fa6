import { isFollowedUp, lights } from '../../../db/model/follow-up.ts'
import { outlineTexts } from '../../../db/model/texts/window/outline.ts'
import type { Action } from '../../actions/action.ts'
import { tell } from '../../state/notices.ts'
import { runAll } from '../../state/run.ts'
import type { Light } from '../model/badges.ts'
import type { Scene } from '../scene.ts'
import { today } from '../today.ts'
import { hint, inTurn, onRow } from './doing.ts'

/** After the last comes none. */
const after = (light: Light | null): Light | null =>
  light === null ? (lights[0] ?? null) : (lights[lights.indexOf(light) + 1] ?? null)

const followedUp = (at: Scene): readonly string[] =>
  at.operands.filter((id) => {
    const type = at.mirror.nodes.get(id)?.type
    return type !== undefined && isFollowedUp(type)
  })

/** All selected rows get the light that comes after that of the first. */
const next = onRow(
  () =>
    inTurn((at) => {
      const ids = followedUp(at)
      const [first] = ids
      if (first === undefined) {
        hint(outlineTexts.refused.noStatus)
        return undefined
      }
      const light = after(at.mirror.statuses.get(first)?.[0]?.light ?? null)
      tell({ text: outlineTexts.light(light === null ? outlineTexts.noLight : outlineTexts.lights[light]) })
      return runAll(ids.map((nodeId) => ({ type: 'status.set', nodeId, light, today: today() })))
    }),
  (at) => followedUp(at).length > 0,
)

export const statusActions = { 'status.next': next } satisfies Readonly<Record<string, Action>>
