import type { Stage } from './stage.ts'
import type { Chapter } from './view.ts'
import { goTo, openPlan } from './ways.ts'

const ROW = 'Mellemformer i skolen'

/** Gives the row a status, and writes other words in the place of some of its first text. */
async function writeSomething(stage: Stage): Promise<void> {
  const { page, press } = stage
  await openPlan(stage, 'Center for Børn & Læring')
  await goTo(stage, ROW)
  await press('Control+Enter', 'Shift+Enter')
  await page.locator('[contenteditable=true]:focus').waitFor()
  await press('Control+Home', 'Control+Shift+ArrowRight')
  await page.keyboard.type('Strategien ')
  await press('Escape')
}

/** Opens the newest entry. */
async function openNewest({ page, press }: Stage): Promise<void> {
  await page.locator('[data-entry]').first().focus()
  await press('Enter')
  await page.locator('ins').first().waitFor()
}

export const history: Chapter = {
  enter: writeSomething,
  views: [
    {
      name: 'history-row',
      show: async (stage) => {
        await stage.press('Alt+Shift+h')
        await stage.page.getByRole('heading', { name: 'Historik', level: 2 }).waitFor()
        await openNewest(stage)
      },
    },
    {
      name: 'history-plan',
      show: async ({ page, button }) => {
        await button(/^Planen Målaftale/).click()
        await page.getByRole('heading', { name: 'I dag', level: 3 }).waitFor()
      },
    },
    {
      name: 'history-workbook',
      show: async ({ page, button }) => {
        await button('Hele projektmappen').click()
        await page.getByText('oprettede projektmappen').waitFor()
      },
      leave: async ({ page, button, press }) => {
        await button('Tilbage til planen').click()
        await page.getByRole('tree').waitFor()
        await press('Control+z', 'Control+z')
      },
    },
  ],
}
