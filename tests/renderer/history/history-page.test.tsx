// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Command } from '../../../db/model/commands.ts'
import type { NodeRecord } from '../../../db/model/records.ts'
import { readAll } from '../../../db/queries/read.ts'
import { HistoryPage } from '../../../renderer/history/history-page.tsx'
import { useNotice } from '../../../renderer/state/notices.ts'
import { useView } from '../../../renderer/state/view.ts'
import { text } from '../../support/small-outline.ts'
import { type ShownPage, settled, showPage } from '../overview/show-page.tsx'

/** The page over an agreement, with words for what is done to it. */
async function shown() {
  const page = await showPage(HistoryPage, '03')
  const { workbook } = page.program
  const [planId = ''] = page.program.planIds
  const node = (title: string): NodeRecord => {
    const [found] = readAll(workbook.db, 'node', 'WHERE title = ?', title)
    if (!found) throw new Error(`no node ${title}`)
    return found
  }
  return { ...page, planId, node }
}

type Shown = Awaited<ReturnType<typeof shown>>

/** As the window gives a command, so that the page hears of it. */
async function execute({ program }: ShownPage, ...commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    await act(async () => {
      await program.api.request('command.execute', { command, focus: null })
    })
    await settled()
  }
}

async function look(history: ReturnType<typeof useView.getState>['history']): Promise<void> {
  act(() => useView.setState({ history }))
  await settled()
}

const entries = (): readonly string[] =>
  screen
    .getAllByRole('button', { expanded: false })
    .filter((button) => button.dataset.entry !== undefined)
    .map((button) => button.querySelector('span:nth-child(2)')?.textContent ?? '')

/** The texts before and after of the place with this heading, and its button. */
function placeOf(name: string): HTMLElement {
  const place = screen.getByRole('heading', { name }).parentElement
  if (!place) throw new Error(`no place ${name}`)
  return place
}

const effect = (page: Shown, words: string): Command => ({
  type: 'field.write',
  nodeId: page.node('Mellemformer i skolen').id,
  key: 'effekt',
  doc: text(words),
})

const open = (user: Shown['user'], name: RegExp) => user.click(screen.getByRole('button', { name }))

describe('the page', () => {
  test('tells who did what, the newest first, and hears of more', async () => {
    const page = await shown()
    await look({ shown: 'plan', planId: page.planId, node: null })
    expect(entries()).toEqual(['Maja importerede planen »Målaftale«'])
    await execute(page, effect(page, 'Flere trives'))
    await execute(page, { type: 'node.delete', id: page.node('Sprog fra start').id })
    expect(entries()).toEqual([
      'Maja slettede »Sprog fra start«',
      'Maja ændrede »Effekt« i »Mellemformer i skolen«',
      'Maja importerede planen »Målaftale«',
    ])
    expect(screen.getByRole('heading', { level: 3, name: 'I dag' })).toBeDefined()
  })

  test('is by day', async () => {
    const page = await shown()
    for (const [day, words] of [
      ['2027-06-16', 'To'],
      ['2027-06-17', 'Tre'],
      ['2027-06-29', 'Fire'],
    ] as const) {
      vi.setSystemTime(new Date(`${day}T12:00:00`))
      await execute(page, effect(page, words))
    }
    vi.setSystemTime(new Date('2027-06-30T12:00:00'))
    await look({ shown: 'plan', planId: page.planId, node: null })
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'I går',
      '17. juni 2027',
      '16. juni 2027',
      '15. juni 2027',
    ])
  })

  test('is of a row, of its plan, or of the whole workbook', async () => {
    const page = await shown()
    const { id, title } = page.node('Mellemformer i skolen')
    await execute(page, effect(page, 'Flere trives'))
    await execute(page, { type: 'node.rename', id: page.node('Sprog fra start').id, title: 'Sprog' })
    await execute(page, { type: 'organisation.rename', name: 'Nysted Kommune' })
    await look({ shown: 'node', planId: page.planId, node: { id, title } })
    const counts: number[] = [entries().length]
    await open(page.user, /^Planen Målaftale/)
    await settled()
    counts.push(entries().length)
    await open(page.user, /^Hele projektmappen/)
    await settled()
    counts.push(entries().length)
    expect(counts).toEqual([2, 3, 5])
    expect(entries()[0]).toBe('Maja ændrede organisationens navn')
    expect(entries()[1]).toBe('Maja rettede titlen til »Sprog«Målaftale 2027-29 · Center for Børn & Læring')
  })

  test('is gone through by keys', async () => {
    const page = await shown()
    await execute(page, effect(page, 'En'), effect(page, 'To'))
    await look({ shown: 'plan', planId: page.planId, node: null })
    act(() => document.querySelector<HTMLElement>('[data-entry]')?.focus())
    await page.user.keyboard('{ArrowDown}')
    expect(page.focus()).toContain('ændrede')
    await page.user.keyboard('{End}')
    expect(page.focus()).toContain('importerede')
    await page.user.keyboard('{Home}{Enter}')
    await settled()
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true')
    expect(placeOf('Effekt')).toBeDefined()
  })

  test('shows older entries when it is asked to', async () => {
    const page = await shown()
    for (let count = 0; count < 60; count++) {
      const command = effect(page, `Udgave ${count}`)
      page.program.workbook.execute(command)
    }
    await look({ shown: 'plan', planId: page.planId, node: null })
    expect(entries().length).toBe(50)
    await open(page.user, /^Vis ældre ændringer/)
    await settled()
    expect(entries().length).toBe(61)
    expect(page.focus()).toContain('ændrede')
    expect(entries().at(-1)).toContain('importerede')
    expect(screen.queryByRole('button', { name: 'Vis ældre ændringer' })).toBeNull()
  })

  test('says so where nothing was done', async () => {
    const page = await shown()
    await look({ shown: 'node', planId: null, node: { id: crypto.randomUUID(), title: 'Ingen' } })
    expect(screen.getByText('Der er ingen historik endnu')).toBeDefined()
    expect(page.focus()).toBeDefined()
  })
})

describe('an older text', () => {
  test('is shown as a difference, comes back with one click, and can be undone', async () => {
    const page = await shown()
    await execute(page, effect(page, 'Flere børn trives i skolen'), effect(page, 'Flere børn og unge trives'))
    await look({ shown: 'plan', planId: page.planId, node: null })
    const [newest] = screen.getAllByRole('button', { name: /ændrede »Effekt«/ })
    if (!newest) throw new Error('no entry')
    await page.user.click(newest)
    await settled()
    const place = placeOf('Effekt')
    expect(
      [...place.querySelectorAll('ins, del')].map(({ tagName, textContent }) => [tagName, textContent]),
    ).toEqual([
      ['INS', 'Tilføjet: og unge '],
      ['DEL', 'Slettet:  i skolen'],
    ])
    await page.user.click(within(place).getByRole('button', { name: /^Gendan denne tekst/ }))
    await settled()
    expect(page.program.commands.at(-1)).toMatchObject({
      type: 'history.restore',
      table: 'field',
      unit: 'doc',
    })
    expect(useNotice.getState().notice).toMatchObject({
      text: 'Gendannet: Effekt i »Mellemformer i skolen«',
      undoable: true,
    })
    expect(document.activeElement).toBe(newest)
    expect(entries()[0]).toBe('Maja gendannede »Effekt« i »Mellemformer i skolen«')
    expect(within(place).queryByRole('button', { name: /^Gendan/ })).toBeNull()
    await page.user.keyboard('{Control>}z{/Control}')
    await settled()
    expect(entries()[0]).toContain('fortrød: Gendan')
    expect(within(place).getByRole('button', { name: /^Gendan denne tekst/ })).toBeDefined()
  })

  test('of a row that was deleted is found in the plan, and the row comes back with its texts', async () => {
    const page = await shown()
    const { id } = page.node('Sprog fra start')
    await execute(page, { type: 'node.delete', id })
    await look({ shown: 'plan', planId: page.planId, node: null })
    await open(page.user, /slettede »Sprog fra start«/)
    await settled()
    expect(placeOf('Målgruppe').textContent).toContain('Forældre til børn under tre år')
    const labels = screen.getAllByRole('heading', { level: 5 }).map(({ textContent }) => textContent)
    expect(labels.slice(0, 5)).toEqual(['Ophav', 'Beskrivelse', 'Afsæt', 'Målgruppe', 'Effekt'])
    expect(screen.getAllByRole('button', { name: /^Gendan/ }).length).toBe(1)
    await open(page.user, /^Gendan rækken: »Sprog fra start«/)
    await settled()
    expect(page.node('Sprog fra start').id).toBe(id)
    expect(useNotice.getState().notice?.text).toBe('Gendannet: »Sprog fra start«')
  })

  test('that has no place any more is not restored, and she is told why', async () => {
    const page = await shown()
    await execute(page, effect(page, 'Ny effekt'))
    await look({ shown: 'plan', planId: page.planId, node: null })
    await open(page.user, /ændrede »Effekt«/)
    await settled()
    await execute(page, { type: 'node.delete', id: page.node('Mellemformer i skolen').id })
    await open(page.user, /^Gendan denne tekst/)
    await settled()
    expect(useNotice.getState().notice).toMatchObject({ kind: 'problem' })
    expect(useNotice.getState().notice?.text).toContain(
      '»Mellemformer i skolen«, som det hørte til, er slettet',
    )
  })
})
