import type { Action } from '../actions/action.ts'
import { showPage } from '../state/navigate.ts'
import { mergeWith } from '../state/sharing.ts'
import { useWorkbook } from '../state/workbook.ts'
import { setReadOnly } from './read-only.ts'

const hasWorkbook = () => useWorkbook.getState().file !== null

export type MergeAction = 'workbook.merge' | 'workbook.merges' | 'workbook.read-only'

export const mergeActions: Readonly<Record<MergeAction, Action>> = {
  'workbook.merge': { can: hasWorkbook, run: () => void mergeWith(null) },
  'workbook.merges': { can: hasWorkbook, run: () => showPage('merges') },
  'workbook.read-only': {
    can: hasWorkbook,
    checked: () => useWorkbook.getState().readOnly,
    run: () => void setReadOnly(!useWorkbook.getState().readOnly),
  },
}
