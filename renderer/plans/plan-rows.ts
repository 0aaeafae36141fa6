import { inDanishOrder } from '../../db/model/danish.ts'
import { formatPeriod } from '../../db/model/period.ts'
import type { PlanStatus } from '../../db/model/plan/plan-document.ts'
import type { PlanRecord, Records } from '../../db/model/records.ts'
import { fold } from '../../db/model/search/fold.ts'
import type { Template } from '../../db/model/template/template.ts'
import { statusNames } from '../../db/model/texts/documents.ts'
import type { PlanSummary } from '../../preload/contract.ts'

/** A plan as the list shows it. */
export interface PlanRow {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly unit: string
  readonly period: string
  readonly status: PlanStatus
  readonly statusName: string
  readonly periodFrom: number
  readonly summary: PlanSummary | undefined
}

export type SortColumn = 'title' | 'kind' | 'unit' | 'period' | 'status'

export interface PlanFilter {
  readonly text: string
  /** '' = all */
  readonly kind: string
  readonly unit: string
  readonly period: string
  readonly status: string
}

export const noFilter: PlanFilter = { text: '', kind: '', unit: '', period: '', status: '' }

export function planRows(
  plans: ReadonlyMap<string, PlanRecord>,
  units: ReadonlyMap<string, Records['unit']>,
  templates: ReadonlyMap<string, Template>,
  summaries: ReadonlyMap<string, PlanSummary>,
): readonly PlanRow[] {
  return [...plans.values()].map((plan) => ({
    id: plan.id,
    title: plan.title,
    kind: templates.get(plan.template)?.name ?? plan.template,
    unit: units.get(plan.unitId)?.name ?? '',
    period: formatPeriod({ from: plan.periodFrom, to: plan.periodTo }),
    periodFrom: plan.periodFrom,
    status: plan.status,
    statusName: statusNames[plan.status],
    summary: summaries.get(plan.id),
  }))
}

/** Rows that pass every part of the filter; each word of the text must stand somewhere in the row. */
export function filterRows(rows: readonly PlanRow[], filter: PlanFilter): readonly PlanRow[] {
  const words = fold(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows.filter((row) => {
    const text = fold(`${row.title} ${row.kind} ${row.unit} ${row.period} ${row.statusName}`)
    return (
      (filter.kind === '' || row.kind === filter.kind) &&
      (filter.unit === '' || row.unit === filter.unit) &&
      (filter.period === '' || row.period === filter.period) &&
      (filter.status === '' || row.status === filter.status) &&
      words.every((word) => text.includes(word))
    )
  })
}

const statusOrder = Object.keys(statusNames)

const compare: Readonly<Record<SortColumn, (a: PlanRow, b: PlanRow) => number>> = {
  title: (a, b) => inDanishOrder(a.title, b.title),
  kind: (a, b) => inDanishOrder(a.kind, b.kind),
  unit: (a, b) => inDanishOrder(a.unit, b.unit),
  period: (a, b) => a.periodFrom - b.periodFrom || inDanishOrder(a.period, b.period),
  status: (a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status),
}

/** Sorted as Danish sorts; what is equal stands by title and unit. */
export function sortRows(rows: readonly PlanRow[], by: SortColumn, descending: boolean): readonly PlanRow[] {
  const direction = descending ? -1 : 1
  return rows.toSorted((a, b) => direction * compare[by](a, b) || compare.title(a, b) || compare.unit(a, b))
}

/** The different values of a column, sorted, for its filter. */
export const valuesOf = (rows: readonly PlanRow[], column: 'kind' | 'unit' | 'period'): readonly string[] =>
  [...new Set(rows.map((row) => row[column]))].toSorted(inDanishOrder)
