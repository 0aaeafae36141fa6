import type { ActionId } from '../../preload/actions.ts'
import { exportActions } from '../export/actions.ts'
import { mergeActions } from '../merge/actions.ts'
import { outlineActions } from '../outline/actions.ts'
import { packetActions } from '../packet/actions.ts'
import { refusalInPacket } from '../packet/refused-actions.ts'
import { restoreActions } from '../restore/actions.ts'
import { searchActions } from '../search/actions.ts'
import { shellActions } from '../shell/actions.ts'
import { tell } from '../state/notices.ts'
import { tellReadOnly } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'
import type { Action } from './action.ts'

/** Every action of the program; one that nobody does would not compile. */
const registry: Readonly<Record<ActionId, Action>> = {
  ...shellActions,
  ...mergeActions,
  ...outlineActions,
  ...searchActions,
  ...exportActions,
  ...restoreActions,
  ...packetActions,
}

/** What changes the workbook or its file, and so cannot be done while it is read only. */
const editing: ReadonlySet<ActionId> = new Set<ActionId>([
  'plan.new',
  'plan.properties',
  'workbook.import',
  'workbook.save',
  'workbook.save-as',
  'backup.restore',
  'workbook.merge',
  'packet.send',
  'history.undo',
  'history.redo',
  'row.cut',
  'row.paste',
  'row.duplicate',
  'row.delete',
  'row.new-sibling',
  'row.new-child',
  'row.new-milestone',
  'row.new-indicator',
  'row.edit',
  'row.indent',
  'row.outdent',
  'row.move-up',
  'row.move-down',
  'status.next',
])

const isRefused = (id: ActionId): boolean => editing.has(id) && useWorkbook.getState().readOnly

export const canAct = (id: ActionId): boolean =>
  !isRefused(id) && refusalInPacket(id) === null && registry[id].can()

export const isChecked = (id: ActionId): boolean => registry[id].checked?.() ?? false

/** Does it, whether or not it makes sense: what makes no sense says so, and silence would not. */
export function act(id: ActionId): void {
  const refusal = refusalInPacket(id)
  if (isRefused(id)) tellReadOnly()
  else if (refusal !== null) tell({ text: refusal, kind: 'hint' })
  else registry[id].run()
}
