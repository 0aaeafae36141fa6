import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ReactNode, useMemo } from 'react'
import { inDanishOrder } from '../../db/model/danish.ts'
import type { PlanRecord, Records } from '../../db/model/records.ts'
import { overviewTexts } from '../../db/model/texts/window/overview.ts'
import { useWorkbook } from '../state/workbook.ts'
import { Choice } from '../ui/choice.tsx'
import { planName } from '../ui/plan-name.ts'

const useStyles = makeStyles({
  filters: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
    '& > *': { maxWidth: '220px' },
  },
  none: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
})

/** Ids; '' = all. */
export interface PlaceFilter {
  readonly plan: string
  readonly unit: string
}

interface FiltersProps {
  readonly children: ReactNode
}

export function Filters({ children }: FiltersProps) {
  const styles = useStyles()
  return (
    <search className={styles.filters} aria-label={overviewTexts.filters}>
      {children}
    </search>
  )
}

type Option = readonly [value: string, text: string]

const sorted = (options: readonly Option[]): readonly Option[] =>
  options.toSorted(([, a], [, b]) => inDanishOrder(a, b))

interface PlaceChoicesProps {
  readonly filter: PlaceFilter
  readonly onChange: (filter: PlaceFilter) => void
}

/** Which unit's rows are shown, and which plan's. */
export function PlaceChoices({ filter, onChange }: PlaceChoicesProps) {
  const { plans, units } = useWorkbook()
  const choices = useMemo(() => choicesOf([...plans.values()], units), [plans, units])
  return (
    <>
      <Choice
        label={overviewTexts.unit}
        all={overviewTexts.allUnits}
        value={filter.unit}
        options={choices.units}
        onChange={(unit) => onChange({ plan: filter.plan, unit })}
      />
      <Choice
        label={overviewTexts.plan}
        all={overviewTexts.allPlans}
        value={filter.plan}
        options={choices.plans}
        onChange={(plan) => onChange({ plan, unit: filter.unit })}
      />
    </>
  )
}

const choicesOf = (plans: readonly PlanRecord[], units: ReadonlyMap<string, Records['unit']>) => ({
  plans: sorted(plans.map((plan) => [plan.id, planName(plan, units)])),
  units: sorted([...new Set(plans.map(({ unitId }) => unitId))].map((id) => [id, units.get(id)?.name ?? ''])),
})

/** The filter without what is no longer there: it outlives plans, units and the workbook. */
export function useKnownPlaces({ plan, unit }: PlaceFilter): PlaceFilter {
  const plans = useWorkbook((workbook) => workbook.plans)
  return useMemo(
    () => ({
      plan: plans.has(plan) ? plan : '',
      unit: [...plans.values()].some(({ unitId }) => unitId === unit) ? unit : '',
    }),
    [plans, plan, unit],
  )
}

/** Whether rows of the plan are shown. */
export const passes = ({ plan, unit }: PlaceFilter, { id, unitId }: PlanRecord): boolean =>
  (plan === '' || plan === id) && (unit === '' || unit === unitId)

/** Said where the filters leave nothing. */
export function NoneMatch({ onClear }: { readonly onClear: () => void }) {
  const styles = useStyles()
  return (
    <div className={styles.none}>
      {overviewTexts.noneMatch}
      <Button appearance="transparent" onClick={onClear}>
        {overviewTexts.clearFilters}
      </Button>
    </div>
  )
}
