import { formatPeriod } from '../../db/model/period.ts'
import type { PlanRecord, Records } from '../../db/model/records.ts'
import { plansTexts } from '../../db/model/texts/window/plans.ts'

/** A plan so that it cannot be taken for another: »Målaftale 2027-29 · Center for Børn & Læring«. */
export function planName(
  { title, periodFrom, periodTo, unitId }: PlanRecord,
  units: ReadonlyMap<string, Records['unit']>,
): string {
  const name = title === '' ? plansTexts.untitled : title
  const period = formatPeriod({ from: periodFrom, to: periodTo })
  return [`${name} ${period}`, units.get(unitId)?.name ?? ''].filter((part) => part !== '').join(' · ')
}
