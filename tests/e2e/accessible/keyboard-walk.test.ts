import { expect, onTestFinished, test } from 'vitest'
import { chapters } from '../support/views/chapters.ts'
import { large, openStage, type Stage } from '../support/views/stage.ts'
import { walk } from '../support/views/view.ts'
import { goTo, openPlan } from '../support/views/ways.ts'
import { type Walk, walkByTab } from './focus-walk.ts'

/**
 * Where Tab means something else: it indents a row, it leaves a text with its list, arrows go through a menu; and the
 * plan's own form, which another takes the place of when the focus comes to a row.
 */
const otherwise: ReadonlySet<string> = new Set([
  'outline-editing',
  'outline-new-row',
  'outline-context-menu',
  'outline-new-row-menu',
  'plans-menu',
  'plans-rename',
  'form-rich-text',
  'form-time-suggestions',
  'form-link-picker',
  'form-coordinators',
  'form-guidance',
  'form-cover',
])

/** Clicked by the mouse alone, because a key does the same where one is: Shift+F1, Ctrl+Shift+Backspace. */
const byOtherKeys = /^button (Vejledning til|Slet (milepæl|parameter)) /

/** What is wrong with how Tab goes through a view. */
function faults({ controls, stops, comesRound }: Walk): readonly string[] {
  const reached = new Set(stops.flatMap(({ id, key }) => [String(id), key]))
  const widgets = new Set(stops.map(({ widget }) => widget).filter((widget) => widget >= 0))
  const missed = controls.filter(
    ({ id, key, widget }) =>
      !reached.has(String(id)) && !reached.has(key) && !widgets.has(widget) && !byOtherKeys.test(key),
  )
  // A date has three parts and its calendar. Where nothing else is, the focus comes round to the same.
  const stuck = stops.filter(
    ({ id }, index) => !comesRound && [1, 2, 3, 4].every((more) => stops[index + more]?.id === id),
  )
  return [
    ...missed.map(({ key }) => `never comes to ${key}`),
    ...stuck.map(({ key }) => `does not leave ${key}`),
    ...stops.filter(({ isSeen }) => isSeen === false).map(({ key }) => `shows no focus on ${key}`),
    ...(comesRound ? [] : [`does not come round: ${stops.slice(-5).map(({ key }) => key)}`]),
  ]
}

test('Tab comes to every control of every view, leaves it again, shows where it is and comes round', {
  timeout: 600_000,
}, async () => {
  const stage = await openStage('light', large)
  onTestFinished(() => stage.end())
  const found: { readonly fault: string; readonly view: string }[] = []
  await walk(stage, chapters, async ({ name }) => {
    if (otherwise.has(name)) return
    found.push(...faults(await walkByTab(stage.page)).map((fault) => ({ fault, view: name })))
  })
  const views = Map.groupBy(found, ({ fault }) => fault)
  expect(Array.from(views, ([fault, where]) => `${fault}, in ${where.map(({ view }) => view)}`)).toEqual([])
})

/** The program with a plan open and the focus on a row. */
async function onRow(): Promise<Stage> {
  const stage = await openStage('light', large)
  onTestFinished(() => stage.end())
  await stage.button('Åbn eksempel').click()
  await openPlan(stage, 'Center for Børn & Læring')
  await goTo(stage, 'Mellemformer i skolen')
  return stage
}

test('every dialog gives the focus back to where it was', async () => {
  const { page, press, row } = await onRow()
  const focused = row('Mellemformer i skolen').and(page.locator(':focus'))
  for (const keys of [
    'F1',
    'Control+k',
    'Control+j',
    'Control+Shift+f',
    'Control+e',
    'Alt+Enter',
    'Control+n',
  ]) {
    await press(keys)
    await page.getByRole('dialog').waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('[role=dialog]') !== null)
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await focused.waitFor()
  }
})

test('F6 goes from pane to pane and round, Shift+F6 the other way', async () => {
  const { page, press } = await onRow()
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? 'none')
  const visited: string[] = []
  for (const key of ['F6', 'F6', 'F6', 'Shift+F6', 'Shift+F6', 'Shift+F6']) {
    await press(key)
    visited.push(await pane())
  }
  expect(visited).toEqual(['details', 'preview', 'outline', 'preview', 'details', 'outline'])
})

test('in a menu the arrows go through every item and round, and Escape gives the focus back', async () => {
  const { page, press, row } = await onRow()
  await row('Mellemformer i skolen').click({ button: 'right' })
  const items = page.getByRole('menuitem')
  await items.first().waitFor()
  const names = await items.allTextContents()
  const visited: string[] = []
  for (const _ of names) {
    visited.push((await page.locator(':focus').textContent()) ?? '')
    await press('ArrowDown')
  }
  expect(visited).toEqual(names)
  await items.first().and(page.locator(':focus')).waitFor()
  await press('Escape')
  await row('Mellemformer i skolen').and(page.locator(':focus')).waitFor()
})
