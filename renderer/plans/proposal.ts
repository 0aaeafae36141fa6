import type { PlanRecord } from '../../db/model/records.ts'
import type { ReadPeriod } from './period-fields.tsx'

/** What most plans of the workbook are: the key of their template; null in an empty workbook. */
export const usualTemplate = (plans: Iterable<PlanRecord>): string | null =>
  mostFrequent(Array.from(plans, ({ template }) => template))

/** The period that plans of a template mostly have, from next year on: as many years, or without an end. */
export function usualPeriod(plans: Iterable<PlanRecord>, template: string, nextYear: number): ReadPeriod {
  const lengths = Array.from(plans)
    .filter((plan) => plan.template === template)
    .map(({ periodFrom, periodTo }) => (periodTo === null ? ROLLING : periodTo - periodFrom))
  const length = mostFrequent(lengths) ?? 0
  return { from: nextYear, to: length === ROLLING ? null : nextYear + length }
}

/** Of a plan without an end; no plan ends before it begins. */
const ROLLING = -1

/** Of several equally frequent ones the first. */
function mostFrequent<T>(values: readonly T[]): T | null {
  const [first] = [...Map.groupBy(values, (value) => value).values()].toSorted((a, b) => b.length - a.length)
  return first?.[0] ?? null
}
