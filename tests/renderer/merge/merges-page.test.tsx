// @vitest-environment happy-dom
import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { act, screen, within } from '@testing-library/react'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { SingleCommand } from '../../../db/model/commands.ts'
import type { NodeRecord } from '../../../db/model/records.ts'
import { readAll } from '../../../db/queries/read.ts'
import { Workbook } from '../../../db/workbook.ts'
import { MergesPage } from '../../../renderer/merge/merges-page.tsx'
import { useNotice } from '../../../renderer/state/notices.ts'
import { mergeWith } from '../../../renderer/state/sharing.ts'
import { useView } from '../../../renderer/state/view.ts'
import { useWorkbook } from '../../../renderer/state/workbook.ts'
import { paragraphs } from '../../support/colleagues.ts'
import { settled, showPage } from '../overview/show-page.tsx'

const ROW = 'Mellemformer i skolen'
const OTHER = 'Sprog fra start'

/** Maja's window shows the page; Anne has a copy of her workbook, and sends it back. */
async function shown() {
  const page = await showPage(MergesPage, '03')
  const { workbook } = page.program
  workbook.save()
  const file = join(dirname(workbook.file), 'Annes kopi.sqlite')
  copyFileSync(workbook.file, file)
  const workBase = join(dirname(file), 'anne')
  const anne = Workbook.open({ file, workBase, person: { who: 'Anne', machine: 'pc-2' } })
  onTestFinished(() => anne.close())
  const node = (title: string): NodeRecord => {
    const [found] = readAll(workbook.db, 'node', 'WHERE title = ?', title)
    if (!found) throw new Error(`no node ${title}`)
    return found
  }
  const maja = async (...commands: readonly SingleCommand[]) => {
    for (const command of commands) {
      await act(async () => {
        await page.program.api.request('command.execute', { command, focus: null })
      })
    }
    await settled()
  }
  const merge = async () => {
    anne.save()
    await act(() => mergeWith(file))
    await settled()
  }
  const write = (title: string, ...texts: readonly string[]): SingleCommand => ({
    type: 'field.write',
    nodeId: node(title).id,
    key: 'effekt',
    doc: [...paragraphs(...texts)],
  })
  const effect = (title: string): string =>
    JSON.stringify(
      readAll(workbook.db, 'field', "WHERE nodeId = ? AND key = 'effekt'", node(title).id)[0]?.doc,
    )
  return { ...page, workbook, anne, file, node, maja, merge, write, effect }
}

/** Both have written another effect in the same row, or in as many rows as are named. */
async function disagreeing(...titles: readonly string[]) {
  const page = await shown()
  for (const title of titles) page.anne.execute(page.write(title, 'Flere børn trives hele dagen'))
  for (const title of titles) await page.maja(page.write(title, 'Alle børn trives'))
  await page.merge()
  return page
}

const notice = () => useNotice.getState().notice
const cards = (): readonly HTMLElement[] => screen.queryAllByRole('article')
const press = (page: Awaited<ReturnType<typeof shown>>, name: RegExp | string) =>
  page.user.click(screen.getByRole('button', { name })).then(settled)

describe('before anything was merged', () => {
  test('the page says what it is for', async () => {
    await shown()
    expect(screen.getByText('Der er ikke flettet noget endnu')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Flet med …' })).toBeDefined()
  })

  test('a copy that holds nothing new is said to', async () => {
    const page = await shown()
    await page.merge()
    expect(notice()).toMatchObject({
      kind: 'hint',
      text: 'Der er intet nyt i »Annes kopi«. Alt i den er med her allerede.',
    })
  })
})

describe('what came in', () => {
  test('is told in one quiet line that leads to the page, and there by plan and row', async () => {
    const page = await shown()
    page.anne.execute(page.write(ROW, 'Flere trives'))
    page.anne.execute({ type: 'node.rename', id: page.node(OTHER).id, title: 'Sprog' })
    await page.maja({ type: 'node.rename', id: page.node(ROW).id, title: 'Mellemformer' })
    useView.setState({ page: 'plans' })
    await page.merge()
    expect(notice()).toMatchObject({ kind: 'done', text: 'Flettet med Annes ændringer: 2 rækker' })
    act(() => notice()?.offer?.run())
    expect(useView.getState().page).toBe('merges')
    expect(document.querySelector('h4')?.textContent).toBe('Annes ændringer kl. 12.00 · 2 rækker')
    expect(document.querySelector('h5')?.textContent).toMatch(/^Målaftale 2027-29/)
    expect(screen.getByText('»Mellemformer«: Effekt')).toBeDefined()
    expect(screen.getByText('»Sprog«: Titel')).toBeDefined()
  })

  test('shows the texts before and after when it is asked to', async () => {
    const page = await shown()
    page.anne.execute(page.write(ROW, 'Flere trives'))
    await page.maja({ type: 'node.rename', id: page.node(OTHER).id, title: 'Sprog' })
    await page.merge()
    await press(page, 'Vis teksterne')
    expect([...document.querySelectorAll('ins')].map(({ textContent }) => textContent).join(' ')).toContain(
      'Flere trives',
    )
    await press(page, 'Skjul teksterne')
    expect(document.querySelectorAll('ins').length).toBe(0)
  })

  test('without anything of one’s own is told too, and its texts are in the history', async () => {
    const page = await shown()
    page.anne.execute(page.write(ROW, 'Flere trives'))
    await page.merge()
    expect(screen.getByText(`»${ROW}«: Effekt`)).toBeDefined()
    await press(page, 'Se teksterne i historikken')
    expect(useView.getState().page).toBe('history')
  })

  test('says what was decided without asking', async () => {
    const page = await shown()
    page.anne.execute({ type: 'node.delete', id: page.node(OTHER).id })
    await page.maja(page.write(OTHER, 'Ny effekt'))
    await page.merge()
    expect(screen.getByRole('heading', { level: 5, name: 'Afgjort uden at spørge' })).toBeDefined()
    expect(
      screen.getByText(`»${OTHER}« var slettet i den anden udgave, men ændret her. Det er beholdt.`),
    ).toBeDefined()
  })
})

describe('a place that two wrote in', () => {
  test('stands with what was there before, mine and theirs, and who wrote them', async () => {
    const page = await disagreeing(ROW)
    expect(notice()?.text).toBe('Flettet med Annes ændringer · 1 sted skal afgøres')
    expect(useWorkbook.getState().conflicts.size).toBe(1)
    const [card] = cards()
    if (!card) throw new Error('no card')
    const headings = within(card)
      .getAllByRole('heading')
      .map(({ textContent }) => textContent)
    expect(headings[0]).toMatch(
      new RegExp(`^Målaftale 2027-29 · Center for Børn & Læring › .*Effekt i »${ROW}«$`),
    )
    expect(headings.slice(1)).toEqual([
      'Før',
      expect.stringMatching(/^Din, kl\. .* · står der nu$/),
      expect.stringMatching(/^Annes, kl\. /),
    ])
    expect([...card.querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Alle børn trives'),
      expect.stringContaining('Flere børn trives hele dagen'),
    ])
    expect(
      within(card)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Behold min', 'Tag Annes', 'Behold begge', 'Gå til rækken'])
    expect(page.effect(ROW)).toContain('Alle børn')
  })

  test.each([
    ['Behold min', /Alle børn trives/, /hele dagen/],
    ['Tag Annes', /hele dagen/, /Alle børn/],
    ['Behold begge', /Alle børn trives.*hele dagen/, null],
  ] as const)('»%s« decides it, and can be undone', async (button, holds, lacks) => {
    const page = await disagreeing(ROW)
    await press(page, `${button}: Effekt i »${ROW}«`)
    expect(page.effect(ROW)).toMatch(holds)
    if (lacks) expect(page.effect(ROW)).not.toMatch(lacks)
    expect(cards()).toEqual([])
    expect(useWorkbook.getState().conflicts.size).toBe(0)
    expect(notice()).toMatchObject({ text: `Afgjort: Effekt i »${ROW}«`, undoable: true })
    await page.user.keyboard('{Control>}z{/Control}')
    await settled()
    expect(cards().length).toBe(1)
    expect(useWorkbook.getState().conflicts.size).toBe(1)
  })

  test('leads to the next one when it is decided', async () => {
    const page = await disagreeing(ROW, OTHER)
    const [first, second] = cards()
    const [button] = first ? within(first).getAllByRole('button') : []
    button?.focus()
    await page.user.keyboard('{Enter}')
    await settled()
    expect(cards()).toEqual([second])
    expect(document.activeElement).toBe(second)
  })

  test('»Behold mine for resten« decides all that are left in one step', async () => {
    const page = await disagreeing(ROW, OTHER)
    await press(page, 'Behold mine for resten')
    expect(cards()).toEqual([])
    expect([page.effect(ROW), page.effect(OTHER)].every((text) => text.includes('Alle børn'))).toBe(true)
    expect(notice()).toMatchObject({ text: 'Afgjort: 2 steder', undoable: true })
    await page.user.keyboard('{Control>}z{/Control}')
    await settled()
    expect(cards().length).toBe(2)
  })

  test('and was written anew since also shows what stands there now', async () => {
    const page = await disagreeing(ROW)
    await page.maja(page.write(ROW, 'De fleste trives'))
    const [card] = cards()
    if (!card) throw new Error('no card')
    expect(within(card).getByRole('heading', { name: 'Står der nu, skrevet siden' })).toBeDefined()
    await press(page, /^Behold det, der står nu/)
    expect(page.effect(ROW)).toContain('De fleste trives')
    expect(cards()).toEqual([])
  })

  test('is only to be read where the workbook is read only', async () => {
    const page = await disagreeing(ROW, OTHER)
    act(() => useWorkbook.setState({ readOnly: true }))
    await settled()
    expect(
      cards().flatMap((card) =>
        within(card)
          .getAllByRole('button')
          .map(({ textContent }) => textContent),
      ),
    ).toEqual(['Gå til rækken', 'Gå til rækken'])
    expect(screen.queryByRole('button', { name: 'Behold mine for resten' })).toBeNull()
    expect(page.effect(ROW)).toContain('Alle børn')
  })
})
