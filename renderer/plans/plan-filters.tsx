import { Input, makeStyles, tokens } from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons'
import { planStatuses } from '../../db/model/plan/plan-document.ts'
import { statusNames } from '../../db/model/texts/documents.ts'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import { Choice } from '../ui/choice.tsx'
import { type PlanFilter, type PlanRow, valuesOf } from './plan-rows.ts'

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
    '& > *': { maxWidth: '180px' },
  },
  text: { minWidth: '220px', flex: 1, '&&': { maxWidth: '360px' } },
})

interface PlanFiltersProps {
  readonly rows: readonly PlanRow[]
  readonly filter: PlanFilter
  readonly onChange: (filter: PlanFilter) => void
}

/** Which plans the list shows: by words, kind, unit, period and status. */
export function PlanFilters({ rows, filter, onChange }: PlanFiltersProps) {
  const styles = useStyles()
  const set = (patch: Partial<PlanFilter>) => onChange({ ...filter, ...patch })
  const same = (values: readonly string[]) => values.map((value) => [value, value] as const)
  return (
    <search className={styles.filters}>
      <Input
        className={styles.text}
        contentBefore={<FilterRegular />}
        placeholder={plansTexts.filter}
        aria-label={plansTexts.filter}
        value={filter.text}
        onChange={(_, { value }) => set({ text: value })}
        data-filter="plans"
      />
      <Choice
        label={plansTexts.kind}
        all={plansTexts.allKinds}
        value={filter.kind}
        options={same(valuesOf(rows, 'kind'))}
        onChange={(kind) => set({ kind })}
      />
      <Choice
        label={plansTexts.unit}
        all={plansTexts.allUnits}
        value={filter.unit}
        options={same(valuesOf(rows, 'unit'))}
        onChange={(unit) => set({ unit })}
      />
      <Choice
        label={plansTexts.period}
        all={plansTexts.allPeriods}
        value={filter.period}
        options={same(valuesOf(rows, 'period'))}
        onChange={(period) => set({ period })}
      />
      <Choice
        label={plansTexts.status}
        all={plansTexts.allStatuses}
        value={filter.status}
        options={planStatuses.map((status) => [status, statusNames[status]] as const)}
        onChange={(status) => set({ status })}
      />
    </search>
  )
}
