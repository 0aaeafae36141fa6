// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { FollowUpPage } from '../../../renderer/overview/follow-up/follow-up-page.tsx'
import { QualityPage } from '../../../renderer/overview/quality/quality-page.tsx'
import { TimelinePage } from '../../../renderer/overview/timeline/timeline-page.tsx'
import { settled, showPage } from './show-page.tsx'

const summary = () => screen.getByRole('status').textContent
const lightOf = (title: string) => screen.getByRole('combobox', { name: `Status for »${title}«` })

describe('the timeline', () => {
  test('stands with the first milestone that is not over, and arrows pass over headings', async () => {
    const { focus, user, rows } = await showPage(TimelinePage, '03')
    const shown = rows()
    const today = shown.indexOf('I dag, 15. juni 2027')
    expect(shown[0]).toBe('1. kvartal 2027')
    expect(shown[today + 1]).toContain(focus())
    const first = shown.findIndex((row) => row.includes('3. kvartal 2027'))
    expect(first).toBeGreaterThan(today)
    for (let step = today + 1; step < first; step++) await user.keyboard('{ArrowDown}')
    expect(shown[first + 1]).toContain(focus())
    await user.keyboard('{Home}')
    expect(shown[1]).toContain(focus())
    await user.keyboard('{End}')
    expect(shown.at(-1)).toContain(focus())
  })

  test('Enter goes to the milestone in its plan', async () => {
    const { focus, user, gone } = await showPage(TimelinePage, '03')
    const milestone = focus()
    await user.keyboard('{Enter}')
    expect(await gone()).toBe(milestone)
  })

  test('what is over can be hidden', async () => {
    const { user, rows } = await showPage(TimelinePage, '03')
    expect(summary()).toBe('43 milepæle')
    await user.click(screen.getByRole('switch', { name: 'Skjul passerede' }))
    expect(rows()[0]).toBe('I dag, 15. juni 2027')
    expect(summary()).toMatch(/^\d+ af 43 milepæle$/)
    await user.click(screen.getByRole('switch', { name: 'Skjul passerede' }))
  })

  test('filters leave their rows, or say how to get them back', async () => {
    const { user, rows } = await showPage(TimelinePage, '03', '06')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Enhed' }), 'Strandvejens Skole')
    expect(rows().filter((row) => row.includes('Center for Børn & Læring'))).toEqual([])
    const plan = screen.getByRole('combobox', { name: 'Plan' })
    await user.selectOptions(plan, within(plan).getByRole('option', { name: /Børn & Læring/ }))
    expect(screen.getByText('Intet passer til filtrene.')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Ryd filtrene' }))
    expect(rows().filter((row) => row.includes('Center for Børn & Læring')).length).toBeGreaterThan(0)
  })

  test('an empty one says how the first milestone is made', async () => {
    await showPage(TimelinePage, '01')
    expect(screen.getByRole('heading', { name: 'Der er ingen milepæle endnu' })).toBeDefined()
  })
})

describe('follow-up', () => {
  const title = 'Mellemformer i skolen'

  test('without a round says how one begins; the first light begins it, and undo takes it back', async () => {
    const { user, program } = await showPage(FollowUpPage, '03')
    expect(document.body.textContent).toContain('så begynder »Opfølgning september 2027«')
    await user.selectOptions(lightOf(title), 'Kræver opmærksomhed')
    await settled()
    expect(program.commands).toMatchObject([{ type: 'status.set', light: 'yellow', today: '2027-06-15' }])
    expect(summary()).toBe('Opfølgning september 2027 · 57 rækker')
    expect(screen.getByRole('button', { name: 'Kræver opmærksomhed 1' })).toBeDefined()
    await user.keyboard('{Control>}z{/Control}')
    await new Promise((resolve) => setTimeout(resolve, 500))
    await settled()
    expect(summary()).toBe('57 rækker')
    expect(lightOf(title)).toHaveProperty('value', '')
  })

  test('a row stays where it is when it gets another light than the one that is shown', async () => {
    const { user, rows } = await showPage(FollowUpPage, '03')
    await user.selectOptions(lightOf(title), 'På sporet')
    await settled()
    await user.click(screen.getByRole('button', { name: 'På sporet 1' }))
    expect(rows().map((row) => row.split(' | ')[0])).toEqual([
      'Målaftale 2027-29 · Center for Børn & Læring',
      title,
    ])
    await user.selectOptions(lightOf(title), 'Gennemført')
    await new Promise((resolve) => setTimeout(resolve, 500))
    await settled()
    expect(rows()).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'Gennemført 1' }))
    expect(rows()).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: 'På sporet 0' }))
    expect(screen.getByText('Intet passer til filtrene.')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Ryd filtrene' }))
  })

  test('Tab goes from the row to its light, arrows to the next row', async () => {
    const { user, focus, rows } = await showPage(FollowUpPage, '03')
    await user.click(lightOf(title))
    await user.keyboard('{Shift>}{Tab}{/Shift}')
    expect(focus()).toBe(title)
    await user.keyboard('{Tab}')
    expect(focus()).toBe(`Status for »${title}«`)
    await user.keyboard('{Shift>}{Tab}{/Shift}{ArrowDown}')
    const next = rows().findIndex((row) => row.startsWith(title)) + 1
    expect(rows()[next]).toContain(focus())
  })
})

describe('quality', () => {
  test('finds what is missing, plan by plan, and a rule alone', async () => {
    const { rows, user } = await showPage(QualityPage, '03', '07')
    const [heading = ''] = rows()
    expect(heading).toMatch(/^Målaftale 2027-29 · Center for Børn & Læring · \d+ fund$/)
    const rule = screen.getByRole('combobox', { name: 'Regel' })
    await user.selectOptions(rule, within(rule).getByRole('option', { name: /^Indsats uden bidrag/ }))
    expect(
      new Set(
        rows()
          .slice(1)
          .map((row) => row.split(' | ')[1]),
      ),
    ).toEqual(new Set(['Ingen enhed bidrager til indsatsen']))
    await user.selectOptions(rule, within(rule).getByRole('option', { name: /^Alle regler/ }))
  })

  test('Enter goes to where it is mended', async () => {
    const { focus, user, gone } = await showPage(QualityPage, '03')
    const row = focus()
    await user.keyboard('{Enter}')
    expect(await gone()).toBe(row)
  })

  test('a workbook that has nothing to mend says so', async () => {
    await showPage(QualityPage, '01')
    expect(screen.getByRole('heading', { name: 'Ingen fund' })).toBeDefined()
  })
})
