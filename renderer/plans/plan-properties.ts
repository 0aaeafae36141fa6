import type { Command, CommandOf } from '../../db/model/commands.ts'
import type { PlanStatus } from '../../db/model/plan/plan-document.ts'
import type { PlanRecord } from '../../db/model/records.ts'
import { readPeriod, type TypedPeriod } from './period-fields.tsx'

/** The properties of a plan as they stand in the dialog's fields; '' = none. */
export interface PlanProperties {
  readonly title: string
  readonly unit: string
  readonly status: PlanStatus
  readonly variant: string | null
  readonly period: TypedPeriod
  readonly caseNumber: string
  readonly documentNumber: string
  readonly committee: string
  readonly meetingDate: string
  readonly item: string
  readonly annex: string
}

const lines = ['caseNumber', 'documentNumber', 'committee', 'meetingDate', 'item', 'annex'] as const

export const propertiesOf = (plan: PlanRecord, unit: string): PlanProperties => ({
  title: plan.title,
  unit,
  status: plan.status,
  variant: plan.variant,
  period: { from: String(plan.periodFrom), to: plan.periodTo === null ? '' : String(plan.periodTo) },
  caseNumber: plan.caseNumber ?? '',
  documentNumber: plan.documentNumber ?? '',
  committee: plan.committee ?? '',
  meetingDate: plan.meetingDate ?? '',
  item: plan.item ?? '',
  annex: plan.annex ?? '',
})

/** The commands that bring the plan there; none where nothing differs. */
export function propertyCommands(plan: PlanRecord, unit: string, wanted: PlanProperties): readonly Command[] {
  const changes = changesOf(plan, wanted)
  const name = wanted.unit.trim()
  return [
    ...(Object.keys(changes).length === 0 ? [] : [{ type: 'plan.update' as const, id: plan.id, changes }]),
    ...(name === unit || name === '' ? [] : [{ type: 'plan.set-unit' as const, id: plan.id, unit: name }]),
  ]
}

type Changes = CommandOf<'plan.update'>['changes']

function changesOf(plan: PlanRecord, wanted: PlanProperties): Changes {
  const period = readPeriod(wanted.period)
  const next: Changes = {
    title: wanted.title.trim() === '' ? plan.title : wanted.title.trim(),
    variant: wanted.variant,
    status: wanted.status,
    ...('wrong' in period ? {} : { periodFrom: period.from, periodTo: period.to }),
    ...Object.fromEntries(lines.map((key) => [key, wanted[key].trim() === '' ? null : wanted[key].trim()])),
  }
  const differing = Object.entries(next).filter(([key, value]) => plan[key as keyof PlanRecord] !== value)
  return Object.fromEntries(differing)
}
