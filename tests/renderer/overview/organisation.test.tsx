// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { OrganisationPage } from '../../../renderer/organisation/organisation-page.tsx'
import { useNotice } from '../../../renderer/state/notices.ts'
import { useView } from '../../../renderer/state/view.ts'
import { TemplatesPage } from '../../../renderer/templates/templates-page.tsx'
import { settled, showPage } from './show-page.tsx'

describe('the organisation', () => {
  test('lists its units with their plans, what they coordinate and what they give', async () => {
    const { rows } = await showPage(OrganisationPage, '02', '03', '06')
    expect(rows()).toEqual([
      'Center for By, Plan & Klima |  |  | ',
      'Center for Børn & Læring | 1 plan | 5 indsatser | 9 bidrag',
      'Center for Sundhed & Omsorg |  |  | ',
      'Direktionen | 1 plan | 8 indsatser | ',
      'Strandvejens Skole | 1 plan | 2 indsatser | 9 bidrag',
    ])
  })

  test('F2 renames a unit, and the focus stays on it', async () => {
    const { user, program, focus } = await showPage(OrganisationPage, '03')
    const before = focus()
    await user.keyboard('{F2}')
    await user.keyboard(`${before} og Unge{Enter}`)
    await settled()
    expect(program.commands).toMatchObject([{ type: 'unit.rename', name: `${before} og Unge` }])
    expect(focus()).toBe(`${before} og Unge`)
  })

  test('Escape keeps the name', async () => {
    const { user, program } = await showPage(OrganisationPage, '03')
    await user.keyboard('{F2}Noget andet{Escape}')
    expect(program.commands).toEqual([])
  })

  test('a name that another unit has is refused', async () => {
    const { user, program } = await showPage(OrganisationPage, '03', '06')
    await user.keyboard('{F2}STRANDVEJENS skole{Enter}')
    expect(program.commands).toEqual([])
    expect(useNotice.getState().notice?.text).toBe('Enheden »Strandvejens Skole« findes allerede')
  })

  test('Enter shows the plans of the unit', async () => {
    const { user, focus } = await showPage(OrganisationPage, '03')
    await user.keyboard('{Enter}')
    expect(useNotice.getState().notice?.text).toBe(`${focus()} har ingen planer endnu`)
    await user.keyboard('{ArrowDown}')
    const unit = focus()
    await user.keyboard('{Enter}')
    expect(useView.getState()).toMatchObject({ page: 'plans', plansOf: unit })
  })

  test('its own name is changed where it stands', async () => {
    const { user, program } = await showPage(OrganisationPage, '03')
    await user.click(screen.getByRole('button', { name: 'Omdøb »Sundkøbing Kommune«' }))
    await user.keyboard('Nysted Kommune{Enter}')
    await settled()
    expect(program.commands).toEqual([{ type: 'organisation.rename', name: 'Nysted Kommune' }])
    expect(screen.getByText('Nysted Kommune')).toBeDefined()
  })
})

describe('the templates', () => {
  test('are read as the forms that plans are filled in by', async () => {
    const { user } = await showPage(TemplatesPage, '03')
    await user.click(screen.getByRole('button', { name: /^Målaftale/ }))
    const form = screen.getByRole('region', { name: 'Målaftale' })
    for (const group of ['Indsats', 'Effekt', 'Andet']) {
      expect(form.textContent).toContain(group)
    }
    const labels = [...form.querySelectorAll('dt')].map((label) => label.textContent)
    const sheet = ['Titel', 'Ophav', 'Koordinator', 'Beskrivelse', 'Afsæt', 'Problem', 'Målgruppe', 'Effekt']
    expect(labels.join(' ')).toContain(sheet.join(' '))
    expect(labels.slice(0, 5)).toEqual([
      'Center',
      'Ansvarlig chef',
      'Aftale indgået',
      'Aftalepart',
      'Strategisk afsæt',
    ])
  })

  test('a plan is begun from the one that is shown', async () => {
    const { user } = await showPage(TemplatesPage, '03')
    await user.click(screen.getByRole('button', { name: /^Kommissorium/ }))
    await user.click(screen.getByRole('button', { name: 'Ny plan fra skabelonen' }))
    expect(useView.getState().dialog).toEqual({ kind: 'new-plan', template: 'kommissorium' })
  })
})
