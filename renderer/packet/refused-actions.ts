import { packetTexts } from '../../db/model/texts/window/packet.ts'
import type { ActionId } from '../../preload/actions.ts'
import { type NewPlace, newChildOf, newMeasureOf, newSiblingOf } from '../outline/model/new-row.ts'
import { type Scene, scene } from '../outline/scene.ts'
import { isNodeToRead, isToRead } from '../state/locked.ts'
import { useWorkbook, type WorkbookState } from '../state/workbook.ts'

/** What is of the whole workbook, and so never done in a packet. */
const ofTheWhole: ReadonlySet<ActionId> = new Set<ActionId>([
  'plan.new',
  'plan.properties',
  'workbook.import',
  'packet.send',
  // Without its history it could not tell what was answered.
  'clean.write',
])

/** What changes the selected rows. */
const ofRows: ReadonlySet<ActionId> = new Set<ActionId>([
  'row.cut',
  'row.duplicate',
  'row.delete',
  'row.edit',
  'row.indent',
  'row.outdent',
  'row.move-up',
  'row.move-down',
  'status.next',
])

/** What makes a row, and where that would stand. */
const ofNewRows: Readonly<Partial<Record<ActionId, (at: Scene, current: string) => NewPlace>>> = {
  'row.new-sibling': ({ outline }, current) => newSiblingOf(outline, current),
  'row.new-child': ({ outline }, current) => newChildOf(outline, current),
  'row.new-milestone': ({ outline }, current) => newMeasureOf(outline, current, 'milestone'),
  'row.new-indicator': ({ outline }, current) => newMeasureOf(outline, current, 'indicator'),
}

/** Why the action cannot be done, in words, where the open workbook is a packet and it would change what is there to be read. */
export function refusalInPacket(id: ActionId): string | null {
  const state = useWorkbook.getState()
  if (!state.packet) return null
  if (ofTheWhole.has(id)) return packetTexts.onlyInTheWhole
  return changesWhatIsToRead(state, id) ? packetTexts.lockedHint : null
}

function changesWhatIsToRead(state: WorkbookState, id: ActionId): boolean {
  const at = scene()
  if (!at) return false
  if (ofRows.has(id)) return at.operands.some((row) => isNodeToRead(state, row))
  const { current } = at.view
  const place = current === null ? undefined : ofNewRows[id]?.(at, current)
  return place?.ok === true && isToRead(state, { ...place.row, planId: at.mirror.planId })
}
