import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { useParts } from '../select.ts'
import { IndicatorField, PartTitle } from './part-fields.tsx'
import { type Column, PartTable } from './part-table.tsx'
import { useIndicatorTableStyles } from './part-table-styles.ts'

const { columns: names, whole } = detailsTexts.indicators

const columns = [
  { key: 'title', label: names.title, share: 8 },
  { key: 'unit', label: names.unit, isLabelled: true, share: 3 },
  { key: 'baseline', label: names.baseline, isLabelled: true, name: whole.baseline, share: 3 },
  { key: 'target', label: names.target, isLabelled: true, name: whole.target, share: 3 },
  { key: 'whenText', label: names.when, isLabelled: true, share: 6 },
] as const satisfies readonly Column[]

interface IndicatorTableProps {
  readonly nodeId: string
  readonly label: string
  readonly hint: string
}

/** The indicators of a node, to write in. */
export function IndicatorTable({ nodeId, label, hint }: IndicatorTableProps) {
  const styles = useIndicatorTableStyles()
  const parts = useParts(nodeId, 'indicator')
  return (
    <PartTable
      nodeId={nodeId}
      type="indicator"
      styles={styles}
      columns={columns}
      parts={parts}
      label={label}
      hint={hint}
      drawCell={(partId, { key }, cell) =>
        key === 'title' ? (
          <PartTitle partId={partId} {...cell} />
        ) : (
          <IndicatorField partId={partId} column={key} {...cell} />
        )
      }
    />
  )
}
