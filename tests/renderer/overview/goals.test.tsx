// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { GoalsPage } from '../../../renderer/overview/goals/goals-page.tsx'
import { useView } from '../../../renderer/state/view.ts'
import { showPage } from './show-page.tsx'

const lines = (): readonly string[] =>
  screen.getAllByRole('treeitem').map((item) => {
    const title = item.querySelector('[data-part="title"]')?.textContent ?? ''
    return `${'  '.repeat(Number(item.getAttribute('aria-level')) - 1)}${title}`
  })

const focused = (): string => document.activeElement?.querySelector('[data-part="title"]')?.textContent ?? ''

describe('the goals', () => {
  test('stand with the indsatser that realise them, and arrows fold and unfold', async () => {
    const { user } = await showPage(GoalsPage, '01', '02', '03')
    expect(lines().slice(0, 4)).toEqual([
      'Politisk grundlag 2026-29 · Byrådet',
      '  Vision Sundkøbing 2034',
      '    Tæt på hinanden',
      '      Sammenhæng for borgeren',
    ])
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}')
    expect(lines()[4]).toBe('        Én indgang for familier med sammensatte behov')
    expect(focused()).toBe('Én indgang for familier med sammensatte behov')
    await user.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}')
    expect(focused()).toBe('Tæt på hinanden')
    await user.keyboard('{ArrowLeft}')
    expect(lines()[3]).toBe('    Tæt på vandet')
    await user.keyboard(' ')
    expect(lines()[3]).toBe('      Sammenhæng for borgeren')
  })

  test('are told with their place, their kind, and what stands under them', async () => {
    await showPage(GoalsPage, '01', '02', '03')
    const goal = screen.getByRole('treeitem', { name: /^Tæt på hinanden/ })
    expect(goal.getAttribute('aria-label') ?? goal.textContent).toMatch(
      /^Tæt på hinanden, Politisk mål\d+ indsatser · \d+ bidrag$/,
    )
    expect([goal.getAttribute('aria-posinset'), goal.getAttribute('aria-setsize')]).toEqual(['1', '4'])
  })

  test('Enter goes to the indsats', async () => {
    const { user, gone } = await showPage(GoalsPage, '01', '02')
    await user.click(screen.getAllByRole('treeitem')[3] ?? document.body)
    await user.keyboard('{Enter}')
    expect(await gone()).toBe('Sammenhæng for borgeren')
  })

  test('a click on a title goes there, one beside it does not', async () => {
    const { user, gone } = await showPage(GoalsPage, '01', '02')
    const line = screen.getAllByRole('treeitem')[3]
    await user.click(line ?? document.body)
    expect(useView.getState().page).not.toBe('plan')
    await user.click(line?.querySelector('[data-part="title"]') ?? document.body)
    expect(await gone()).toBe('Sammenhæng for borgeren')
  })

  test('gaps are told plainly, and can be seen alone', async () => {
    const { user } = await showPage(GoalsPage, '01', '06')
    expect(screen.getByRole('status').textContent).toMatch(/^31 politiske mål · \d+ uden indsats$/)
    await user.click(screen.getByRole('switch', { name: 'Kun huller' }))
    const shown = screen.getAllByRole('treeitem')
    expect(shown.filter((line) => line.textContent?.includes('Ingen indsats endnu')).length).toBeGreaterThan(
      0,
    )
    expect(lines().join('\n')).not.toContain('Skolen')
    await user.click(screen.getByRole('switch', { name: 'Kun huller' }))
  })

  test('how far the tree is unfolded is one choice', async () => {
    const { user } = await showPage(GoalsPage, '01', '02', '03')
    await user.click(screen.getByRole('button', { name: 'Mål' }))
    const goals = lines().length
    await user.click(screen.getByRole('button', { name: 'Bidrag' }))
    const bidrag = lines().length
    await user.click(screen.getByRole('button', { name: 'Indsatser' }))
    expect([goals < lines().length, lines().length < bidrag]).toEqual([true, true])
  })

  test('a workbook without goals offers to begin a plan of them', async () => {
    const { user } = await showPage(GoalsPage, '03')
    await user.click(screen.getByRole('button', { name: 'Ny plan: Politisk grundlag' }))
    expect(useView.getState().dialog).toEqual({ kind: 'new-plan', template: 'politisk-grundlag' })
  })
})
