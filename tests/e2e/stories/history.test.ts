import { expect, test } from 'vitest'
import { type Scene, story } from '../support/story.ts'

const ROW = 'Mellemformer i skolen'

/** The titles of the entries, without the name of whoever runs the test and the time of day. */
const entries = ({ page }: Scene): Promise<readonly string[]> =>
  page
    .locator('[data-entry]')
    .evaluateAll((all) => all.map((entry) => (entry.children[1]?.textContent ?? '').replace(/^\S+ /, '')))

const texts = ({ page }: Scene, tag: 'ins' | 'del'): Promise<readonly string[]> =>
  page.locator(tag).evaluateAll((all) => all.map((each) => each.textContent ?? ''))

/** Writes at the beginning of the first text of the row. */
async function writeBefore(scene: Scene, words: string): Promise<void> {
  const { page, press, type } = scene
  await scene.goTo(ROW)
  await press('Shift+Enter')
  await page.locator('[contenteditable=true]:focus').waitFor()
  await press('Control+Home')
  await type(words)
  await press('Escape')
}

const origin = (plan: ReturnType<ReturnType<typeof story>['plans']>[number] | undefined): unknown =>
  plan?.plan.outline.flatMap(({ children }) => children ?? []).find(({ title }) => title === ROW)?.fields
    ?.ophav

test('she finds out what was changed in a row, and gets the older text back by the keyboard', async () => {
  const { start, plans } = story({ plans: ['03'] })
  const before = origin(plans()[0])
  const scene = await start()
  const { page, press } = scene
  await scene.open('Målaftale')
  await writeBefore(scene, 'Efter høringen: ')
  await press('Alt+Shift+h')
  await page.getByRole('heading', { level: 2, name: 'Historik' }).waitFor()
  await scene.focused(page.locator('[data-entry]').first())
  await expect
    .poll(() => entries(scene))
    .toEqual([`ændrede »Ophav« i »${ROW}«`, 'importerede planen »Målaftale«'])

  await press('Enter')
  await page.locator('ins').waitFor()
  expect([await texts(scene, 'ins'), await texts(scene, 'del')]).toEqual([['Tilføjet: Efter høringen: '], []])
  await press('Tab')
  await scene.focused(page.getByRole('button', { name: `Gendan denne tekst: Ophav i »${ROW}«` }))
  await press('Enter')
  await scene
    .notice()
    .filter({ hasText: `Gendannet: Ophav i »${ROW}«` })
    .waitFor()
  await expect.poll(async () => (await entries(scene))[0]).toBe(`gendannede »Ophav« i »${ROW}«`)
  await scene.focused(page.locator('[data-entry]').nth(1))
  await scene.saved()
  expect(origin(plans()[0])).toBe(before)

  await press('Control+z')
  await expect.poll(async () => (await entries(scene))[0]).toMatch(/^fortrød: /)
  await scene.saved()
  expect(origin(plans()[0])).toBe(`Efter høringen: ${before}`)
})

test('a row that she deleted yesterday stands in the history of the plan, and comes back with all that was in it', async () => {
  const { start, plans } = story({ plans: ['03'] })
  const before = plans()
  const first = await start()
  await first.open('Målaftale')
  await first.goTo(ROW)
  await first.press('Delete')
  await first.notice().filter({ hasText: 'Slettet' }).waitFor()
  await first.saved()
  expect(plans()).not.toEqual(before)
  await first.program.close()

  const scene = await start()
  const { page, press } = scene
  await page.getByRole('tree').waitFor()
  await press('Control+8')
  await expect.poll(async () => (await entries(scene))[0]).toBe(`slettede »${ROW}«`)
  await page.locator('[data-entry]').first().click()
  await page.getByRole('heading', { level: 5, name: 'Effekt' }).waitFor()
  await page.getByRole('button', { name: `Gendan rækken: »${ROW}«` }).click()
  await scene
    .notice()
    .filter({ hasText: `Gendannet: »${ROW}«` })
    .waitFor()
  await scene.saved()
  expect(plans()).toEqual(before)

  await page.getByRole('button', { name: 'Tilbage til planen' }).click()
  await scene.row(ROW).waitFor()
})
