import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { useParts } from '../select.ts'
import { MilestoneField, PartTitle } from './part-fields.tsx'
import { type Column, PartTable } from './part-table.tsx'
import { useMilestoneTableStyles } from './part-table-styles.ts'

const { title, when, responsible } = detailsTexts.milestones.columns

const columns = [
  { key: 'title', label: title, share: 5 },
  { key: 'whenText', label: when, share: 4 },
  { key: 'responsible', label: responsible, share: 4 },
] as const satisfies readonly Column[]

interface MilestoneTableProps {
  readonly nodeId: string
  readonly label: string
  readonly hint: string
}

/** The milestones of a node, to write in. */
export function MilestoneTable({ nodeId, label, hint }: MilestoneTableProps) {
  const styles = useMilestoneTableStyles()
  const parts = useParts(nodeId, 'milestone')
  return (
    <PartTable
      nodeId={nodeId}
      type="milestone"
      styles={styles}
      columns={columns}
      parts={parts}
      label={label}
      hint={hint}
      drawCell={(partId, { key }, cell) =>
        key === 'title' ? (
          <PartTitle partId={partId} {...cell} />
        ) : (
          <MilestoneField partId={partId} column={key} {...cell} />
        )
      }
    />
  )
}
