import { expect, test } from 'vitest'
import { type Scene, story } from '../support/story.ts'

const whole = ['01', '02', '03', '06', '08'] as const

const heading = ({ page }: Scene, name: string) => page.getByRole('heading', { level: 2, name })

/** The program with the workbook before her. */
async function opened(plans: readonly string[]): Promise<Scene> {
  const scene = await story({ plans }).start()
  await heading(scene, plans.length === 0 ? 'Projektmappen har ingen planer endnu.' : 'Planer').waitFor()
  return scene
}

/** What the row or line that has the focus is called. */
const focused = ({ page }: Scene) =>
  page.evaluate(() => {
    const { activeElement } = document
    const title = activeElement?.querySelector('[data-part="title"]') ?? activeElement
    return title?.textContent ?? ''
  })

test('the rail shows each page, and its key does', async () => {
  const scene = await opened(whole)
  const pages = ['Planer', 'Målbillede', 'Tidsplan', 'Opfølgning', 'Kvalitet', 'Organisation', 'Skabeloner']
  const rail = scene.page.getByRole('navigation', { name: 'Sider' })
  for (const [index, name] of pages.entries()) {
    await rail.getByRole('button', { name }).click()
    await heading(scene, name).waitFor()
    expect(await rail.locator('[aria-current=page]').textContent()).toBe(name)
    await scene.press(`Control+${(index % pages.length) + 1}`)
    await heading(scene, name).waitFor()
  }
})

test('she follows a goal to a bidrag in another plan, and comes back to where she was', async () => {
  const scene = await opened(whole)
  const { page, press } = scene
  await press('Control+2')
  await page.getByRole('tree').waitFor()
  await expect.poll(() => focused(scene)).toBe('Politisk grundlag 2026-29 · Byrådet')
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight')
  await expect.poll(() => focused(scene)).toBe('Én indgang for familier med sammensatte behov')
  await press('Enter')
  await scene.row('Én indgang for familier').and(page.locator(':focus')).waitFor()
  await press('Control+2')
  await expect.poll(() => focused(scene)).toBe('Én indgang for familier med sammensatte behov')
})

test('the timeline begins today, and goes to a milestone', async () => {
  const scene = await opened(whole)
  const { page, press } = scene
  await press('Control+3')
  await page.getByRole('table', { name: 'Tidsplan' }).waitFor()
  await page.getByRole('row', { name: /^I dag, / }).waitFor()
  const milestone = await focused(scene)
  await press('Enter')
  await scene.row(milestone).and(page.locator(':focus')).waitFor()
})

test('she follows up from the list: the first light begins the round, and Ctrl+Z takes it back', async () => {
  const scene = await opened(['03'])
  const { page, press } = scene
  await press('Control+4')
  await page.getByText('Giv den første status, så begynder').waitFor()
  const light = page.getByRole('combobox', { name: 'Status for »Mellemformer i skolen«' })
  await light.selectOption({ label: 'Kræver opmærksomhed' })
  await page.getByRole('button', { name: 'Kræver opmærksomhed 1' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: /^Opfølgning (maj|september) \d+ · 1 af 57 rækker$/ })
    .waitFor()
  await page.getByRole('button', { name: 'Mellemformer i skolen', exact: true }).click()
  await page.getByRole('treeitem', { name: /Status: Kræver opmærksomhed/ }).waitFor()
  await press('Control+4', 'Control+z')
  await page.getByText('Giv den første status, så begynder').waitFor()
})

test('a unit gets a new name everywhere, and its plans are found from it', async () => {
  const scene = await opened(whole)
  const { page, press, type } = scene
  await press('Control+6')
  await page.getByRole('button', { name: 'Strandvejens Skole', exact: true }).focus()
  await press('F2')
  await type('Strandskolen')
  await press('Enter')
  await page.getByRole('button', { name: 'Strandskolen', exact: true }).and(page.locator(':focus')).waitFor()
  await press('Enter')
  await page.getByRole('table', { name: 'Planer' }).waitFor()
  expect(await page.getByRole('combobox', { name: 'Enhed' }).inputValue()).toBe('Strandskolen')
  await expect.poll(() => page.getByRole('status').first().textContent()).toBe('1 af 5 planer')
})

test('she begins a plan from a template, is shown what is missing, and writes it', async () => {
  const scene = await opened([])
  const { page, press, type } = scene
  await press('Control+5')
  await heading(scene, 'Kvalitet').waitFor()
  await page.getByText('Der er ingen planer at se efter endnu').waitFor()
  await press('Control+7')
  await page.getByRole('navigation', { name: 'Skabeloner i projektmappen' }).getByText('Kommissorium').click()
  await page.getByRole('button', { name: 'Ny plan fra skabelonen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ny plan' })
  expect(await dialog.getByRole('combobox', { name: 'Skabelon' }).inputValue()).toBe('kommissorium')
  await dialog.getByRole('combobox', { name: 'Enhed' }).fill('Direktionen')
  await dialog.getByRole('button', { name: 'Opret plan' }).click()
  await scene.row('Indledning og baggrund').waitFor()
  await press('Control+5')
  const empty = page.getByRole('row', { name: /Afsnittet er tomt/ })
  await expect.poll(() => empty.count()).toBe(5)
  await expect.poll(() => focused(scene)).toBe('Indledning og baggrund')
  await press('Enter')
  await page.locator('[contenteditable=true]:focus').waitFor()
  await type('Byrådet har bestilt kommissoriet.')
  await press('Control+5')
  await expect.poll(() => empty.count()).toBe(4)
})
