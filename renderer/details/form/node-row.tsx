import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { useWorkbook, type WorkbookState } from '../../state/workbook.ts'
import { Coordinators } from '../links/coordinators.tsx'
import { IndicatorTable } from '../measures/indicator-table.tsx'
import { MilestoneTable } from '../measures/milestone-table.tsx'
import { partsOf, textOf } from '../select.ts'
import type { FormRow } from './form-of.ts'
import { NodeText } from './node-text.tsx'
import { Row } from './row.tsx'
import { TitleEcho } from './title.tsx'

interface NodeRowProps {
  readonly nodeId: string
  readonly row: FormRow
  /** Running text, without a label beside it. */
  readonly bare?: boolean
}

/** A row of a node's form: what fills it from elsewhere, and the row's own text. */
export function NodeRow({ nodeId, row, bare = false }: NodeRowProps) {
  const { key, label, guidance, composed, expected } = row
  const missing = useWorkbook((state) => expected && !isFilled(state, nodeId, row))
  const measures = composed === 'milestones' || composed === 'indicators'
  const shape = bare ? 'bare' : measures ? 'table' : 'beside'
  return (
    <Row label={label} guidance={guidance} missing={missing} shape={shape}>
      {(describedBy) => (
        <>
          <Composed nodeId={nodeId} row={row} describedBy={describedBy} />
          {key !== null && (
            <NodeText
              nodeId={nodeId}
              textKey={key}
              label={additions[composed ?? 'text'] ?? label}
              describedBy={describedBy}
              placeholder={additions[composed ?? 'text'] ?? guidance}
            />
          )}
        </>
      )}
    </Row>
  )
}

/** Of rows that hold something else first, the text is an addition. */
const additions: Readonly<Record<string, string>> = {
  coordinators: detailsTexts.coordinators.text,
  milestones: detailsTexts.milestones.text,
  indicators: detailsTexts.indicators.text,
}

interface ComposedProps {
  readonly nodeId: string
  readonly row: FormRow
  readonly describedBy: string
}

function Composed({ nodeId, row, describedBy }: ComposedProps) {
  const { label, guidance } = row
  switch (row.composed) {
    case 'title':
      return <TitleEcho nodeId={nodeId} />
    case 'coordinators':
      return <Coordinators nodeId={nodeId} label={label} describedBy={describedBy} />
    case 'milestones':
      return <MilestoneTable nodeId={nodeId} label={label} hint={guidance} />
    case 'indicators':
      return <IndicatorTable nodeId={nodeId} label={label} hint={guidance} />
    case null:
      return null
  }
}

function isFilled(state: WorkbookState, nodeId: string, { key, composed }: FormRow): boolean {
  if (key !== null && textOf(nodeId, key)(state).length > 0) return true
  switch (composed) {
    case 'coordinators':
      return (state.mirror?.coordinators.get(nodeId)?.length ?? 0) > 0
    case 'milestones':
      return partsOf(nodeId, 'milestone')(state).length > 0
    case 'indicators':
      return partsOf(nodeId, 'indicator')(state).length > 0
    default:
      return false
  }
}
