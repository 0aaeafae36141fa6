import {
  Badge,
  Button,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
} from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { plansTexts } from '../../db/model/texts/window/plans.ts'
import { act } from '../actions/registry.ts'
import { remember, usePreferences } from '../state/preferences.ts'
import { useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { EmptyPlans } from './empty-plans.tsx'
import { PlanFilters } from './plan-filters.tsx'
import { PlanListRow } from './plan-list-row.tsx'
import { usePlanListStyles } from './plan-list-styles.ts'
import { filterRows, noFilter, planRows, type SortColumn, sortRows } from './plan-rows.ts'
import { useSummaries } from './use-summaries.ts'

const columns: readonly { readonly key: SortColumn; readonly text: string }[] = [
  { key: 'title', text: plansTexts.name },
  { key: 'kind', text: plansTexts.kind },
  { key: 'unit', text: plansTexts.unit },
  { key: 'period', text: plansTexts.period },
  { key: 'status', text: plansTexts.status },
]

/** All plans of the workbook. */
export function PlanList() {
  const styles = usePlanListStyles()
  const { plans, units, templates } = useWorkbook()
  const { sort, descending } = usePreferences((preferences) => preferences.planList)
  const [filter, setFilter] = useState(() => ({ ...noFilter, unit: useView.getState().plansOf }))
  const summaries = useSummaries()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => focusChosen(list.current), [])
  const all = planRows(plans, units, templates, summaries)
  const by = sort === 'changed' ? 'title' : sort
  const shown = sortRows(filterRows(all, filter), by, descending)
  const sortBy = (key: SortColumn) =>
    remember({ planList: { sort: key, descending: key === by && !descending } })
  if (all.length === 0) return <EmptyPlans />
  return (
    <div className={styles.page} ref={list}>
      <div className={styles.head}>
        <Text as="h2" size={600} weight="semibold">
          {plansTexts.title}
        </Text>
        <Text className={styles.count} role="status">
          {plansTexts.count(shown.length, all.length)}
        </Text>
        <Button appearance="primary" icon={<AddRegular />} onClick={() => act('plan.new')}>
          {plansTexts.newPlan}
        </Button>
      </div>
      <PlanFilters rows={all} filter={filter} onChange={setFilter} />
      <Table className={styles.table} sortable aria-label={plansTexts.title}>
        <TableHeader>
          <TableRow>
            {columns.map(({ key, text }) => (
              <TableHeaderCell
                key={key}
                className={styles[key]}
                {...(key === by ? { sortDirection: descending ? 'descending' : 'ascending' } : {})}
                onClick={() => sortBy(key)}
              >
                {text}
              </TableHeaderCell>
            ))}
            <TableHeaderCell className={styles.content} sortable={false}>
              {plansTexts.content}
            </TableHeaderCell>
            <TableHeaderCell className={styles.more} sortable={false}>
              <span className={styles.unseen}>{plansTexts.actions}</span>
            </TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {shown.map((row) => (
            <PlanListRow key={row.id} row={row} />
          ))}
        </TableBody>
      </Table>
      {shown.length === 0 && (
        <div className={styles.none}>
          {plansTexts.noneMatch}
          <Button appearance="transparent" onClick={() => setFilter(noFilter)}>
            {plansTexts.clearFilter}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Whoever comes to the list is on the plan that she comes from, else on the first. */
function focusChosen(list: HTMLElement | null): void {
  const { chosenPlan } = useView.getState()
  const plans = [...(list?.querySelectorAll<HTMLElement>('[data-plan]') ?? [])]
  const chosen = plans.find(({ dataset }) => dataset.plan === chosenPlan) ?? plans[0]
  chosen?.focus()
}

/** How far a plan is; never by colour alone. */
export function StatusBadge({ status, name }: { readonly status: string; readonly name: string }) {
  const color = status === 'godkendt' ? 'success' : status === 'udkast' ? 'subtle' : 'brand'
  return (
    <Badge appearance="tint" color={color}>
      {name}
    </Badge>
  )
}
