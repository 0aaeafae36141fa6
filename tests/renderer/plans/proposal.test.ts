import { expect, test } from 'vitest'
import type { PlanRecord } from '../../../db/model/records.ts'
import { usualPeriod, usualTemplate } from '../../../renderer/plans/proposal.ts'

const plan = (template: string, periodFrom: number, periodTo: number | null): PlanRecord => ({
  id: crypto.randomUUID(),
  ref: null,
  pos: 'a0',
  template,
  variant: null,
  title: 'Plan',
  periodFrom,
  periodTo,
  unitId: crypto.randomUUID(),
  status: 'udkast',
  caseNumber: null,
  documentNumber: null,
  committee: null,
  meetingDate: null,
  item: null,
  annex: null,
})

const plans = [
  plan('handleplan', 2026, 2026),
  plan('maalaftale', 2024, 2026),
  plan('maalaftale', 2025, 2025),
  plan('maalaftale', 2026, 2028),
  plan('strategiplan', 2026, null),
]

test('a new plan is of the template that most plans are of', () => {
  expect(usualTemplate(plans)).toBe('maalaftale')
  expect(usualTemplate([])).toBeNull()
})

test.each([
  ['maalaftale', { from: 2027, to: 2029 }],
  ['handleplan', { from: 2027, to: 2027 }],
  ['strategiplan', { from: 2027, to: null }],
  ['kommissorium', { from: 2027, to: 2027 }],
])('%s: the period of a new plan is as long as it mostly is', (template, period) => {
  expect(usualPeriod(plans, template, 2027)).toEqual(period)
})
