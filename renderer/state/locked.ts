import { isToFillIn, type OutlineRow } from '../../db/model/packet.ts'
import { packetTexts } from '../../db/model/texts/window/packet.ts'
import { tell } from './notices.ts'
import { useView } from './view.ts'
import { useWorkbook, type WorkbookState } from './workbook.ts'

/** Whether a row of the open plan, or for null the plan itself, is in a contribution packet to be read alone. */
export function isToRead({ packet, plans, mirror }: WorkbookState, row: OutlineRow | null): boolean {
  if (!packet) return false
  if (!row) return true
  return !isToFillIn(packet, row, {
    unitOf: (planId) => plans.get(planId)?.unitId,
    node: (id) => mirror?.nodes.get(id),
  })
}

/** As `isToRead`, for the row with this id. One that is gone is as the plan itself. */
export const isNodeToRead = (state: WorkbookState, id: string | null): boolean =>
  isToRead(state, id === null ? null : (state.mirror?.nodes.get(id) ?? null))

export const useIsToRead = (id: string | null): boolean => useWorkbook((state) => isNodeToRead(state, id))

/** Whether what the form shows cannot be written in. */
export function useIsFormLocked(): boolean {
  const current = useView(({ outline }) => outline.current)
  return useWorkbook((state) => state.readOnly || isNodeToRead(state, current))
}

/** One quiet line that says why it is not done. */
export const tellToRead = (): void => tell({ text: packetTexts.lockedHint, kind: 'hint' })
