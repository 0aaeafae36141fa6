import type { ActionsFor } from '../actions/action.ts'
import { historyOfRow } from '../history/actions.ts'
import { clipboardActions } from './actions/clipboard.ts'
import { foldingActions } from './actions/folding.ts'
import { movingAboutActions } from './actions/moving-about.ts'
import { statusActions } from './actions/status.ts'
import { structureActions } from './actions/structure.ts'

/** Everything that can be done in the outline. */
export const outlineActions: ActionsFor<'row' | 'select' | 'outline' | 'focus' | 'status'> = {
  ...structureActions,
  ...movingAboutActions,
  ...foldingActions,
  ...clipboardActions,
  ...statusActions,
  'row.history': historyOfRow,
}
