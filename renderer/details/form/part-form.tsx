import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import {
  type IndicatorColumn,
  IndicatorField,
  type MilestoneColumn,
  MilestoneField,
} from '../measures/part-fields.tsx'
import type { FormNode } from '../select.ts'
import { Card } from './card.tsx'
import { Row } from './row.tsx'
import { TitleField } from './title.tsx'

const milestone = detailsTexts.milestones.columns
const indicator = { ...detailsTexts.indicators.columns, ...detailsTexts.indicators.whole }

const milestoneRows: readonly { readonly column: MilestoneColumn; readonly label: string }[] = [
  { column: 'whenText', label: milestone.when },
  { column: 'responsible', label: milestone.responsible },
]

const indicatorRows: readonly { readonly column: IndicatorColumn; readonly label: string }[] = [
  { column: 'unit', label: indicator.unit },
  { column: 'baseline', label: indicator.baseline },
  { column: 'target', label: indicator.target },
  { column: 'whenText', label: indicator.when },
]

/** The form of a milestone that stands alone: its title, time and who answers for it. */
export function MilestoneForm({ node }: { readonly node: FormNode }) {
  return (
    <>
      <TitleField nodeId={node.id} kind={milestone.title} />
      <Card label={milestone.title}>
        {milestoneRows.map(({ column, label }) => (
          <Row key={column} label={label} guidance="">
            {() => <MilestoneField partId={node.id} column={column} label={label} />}
          </Row>
        ))}
      </Card>
    </>
  )
}

/** The form of an indicator that stands alone: what is measured, from where to where, and when. */
export function IndicatorForm({ node }: { readonly node: FormNode }) {
  return (
    <>
      <TitleField nodeId={node.id} kind={indicator.title} />
      <Card label={indicator.title}>
        {indicatorRows.map(({ column, label }) => (
          <Row key={column} label={label} guidance="">
            {() => <IndicatorField partId={node.id} column={column} label={label} />}
          </Row>
        ))}
      </Card>
    </>
  )
}
