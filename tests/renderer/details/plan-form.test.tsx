// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useView } from '../../../renderer/state/view.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { planOf, settled, showDetails, text } from './show-details.tsx'

const agreement = planOf({
  variant: 'center',
  cover: {
    center: { plain: 'Center for Børn' },
    'aftale-indgaaet': { plain: '17.06.2026' },
    'strategisk-afsaet': { rich: text('Centret bidrager til byrådets mål.') },
    direktion: { plain: 'Velfærd' },
  },
})

const coverOf = (key: string) => useWorkbook.getState().mirror?.cover.get(key)?.plain

test('with no row chosen the form is the cover of the plan', async () => {
  const { choose, field } = await showDetails(agreement)
  await choose(null)
  screen.getByRole('heading', { level: 2, name: 'Målaftale 2027-29' })
  const cover = screen.getByRole('group', { name: 'Forside' })
  expect(within(cover).getByRole('combobox', { name: 'Center' })).toHaveProperty('value', 'Center for Børn')
  expect(field('Strategisk afsæt').textContent).toBe('Centret bidrager til byrådets mål.')
})

test('a value of the cover is written as it is typed, and an empty one taken away', async () => {
  const { choose, field, user, press } = await showDetails(agreement)
  await choose(null)
  await user.click(field('Ansvarlig chef'))
  await press('Karen Elmholt')
  expect(coverOf('ansvarlig-chef')).toBe('Karen Elmholt')
  await user.clear(field('Ansvarlig chef'))
  await settled()
  expect(coverOf('ansvarlig-chef')).toBeUndefined()
})

test('a date says how it is understood', async () => {
  const { choose } = await showDetails(agreement)
  await choose(null)
  const date = screen.getByRole('combobox', { name: 'Aftale indgået' })
  const ids = date.getAttribute('aria-describedby')?.split(' ') ?? []
  expect(document.getElementById(ids.at(-1) ?? '')?.textContent).toBe('→ 17. juni 2026')
})

test('what the cover of another level held is kept and shown', async () => {
  const { choose } = await showDetails(agreement)
  await choose(null)
  const others = screen.getByRole('group', { name: 'Øvrige oplysninger' })
  expect(others.textContent).toContain('Velfærd')
})

test('what the plan is called and whom it is for is changed in its properties', async () => {
  const { choose, user, program } = await showDetails(agreement)
  await choose(null)
  await user.click(screen.getByRole('button', { name: 'Planens egenskaber' }))
  expect(useView.getState().dialog).toEqual({ kind: 'plan-properties', planId: program.planIds[0] })
})

test('a kind of plan without rows on its cover says what to do instead', async () => {
  const { choose } = await showDetails(planOf({ template: 'fokusaftale', title: 'Fokus' }))
  await choose(null)
  expect(document.body.textContent).toContain('Vælg en række i dispositionen for at skrive i den.')
})
