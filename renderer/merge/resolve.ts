import type { CommandOf } from '../../db/model/commands.ts'
import type { OpenConflict } from '../../db/model/merge/report.ts'
import { mergeTexts } from '../../db/model/texts/window/merge.ts'
import { run, runAll, tellUndoable } from '../state/run.ts'

type Choice = CommandOf<'conflict.resolve'>['choice']

/** Decides one conflict; `place` is what it is about, for the quiet line. */
export async function resolve(conflict: OpenConflict, choice: Choice, place: string): Promise<void> {
  if (await run({ type: 'conflict.resolve', id: conflict.id, choice })) {
    tellUndoable(mergeTexts.conflicts.resolved(place))
  }
}

/** Decides all of them for what was written here, or where that is not known for what stands there; one step of the history. */
export async function keepMine(conflicts: readonly OpenConflict[]): Promise<void> {
  const commands = conflicts.map(
    (conflict) => ({ type: 'conflict.resolve', id: conflict.id, choice: mineIn(conflict) }) as const,
  )
  if (await runAll(commands)) tellUndoable(mergeTexts.conflicts.resolvedRest(conflicts.length))
}

/** What was written since the two met goes on from what was kept. */
const mineIn = ({ left, stands }: OpenConflict): Choice =>
  left.isMine && stands === 'right' ? left.choice : 'kept'
