import type { Stage } from './stage.ts'
import type { Chapter } from './view.ts'

const close = ({ press }: Stage) => press('Escape')

/** The list of plans of the example. */
export const plans: Chapter = {
  enter: async ({ page, program }) => {
    await program.menu.choose('Filer', 'Luk projektmappe')
    await page.getByRole('button', { name: 'Åbn eksempel' }).click()
    await page.getByRole('table', { name: 'Planer' }).waitFor()
    await page.getByText('indsatser').first().waitFor({ state: 'attached' })
  },
  views: [
    { name: 'plans', show: async () => {} },
    {
      name: 'plans-filter',
      show: ({ page }) => page.getByRole('textbox', { name: 'Filtrér planer' }).fill('målaftale center'),
      leave: ({ page }) => page.getByRole('textbox', { name: 'Filtrér planer' }).fill(''),
    },
    {
      name: 'plans-none',
      show: ({ page }) => page.getByRole('textbox', { name: 'Filtrér planer' }).fill('xyz'),
      leave: ({ page }) => page.getByRole('textbox', { name: 'Filtrér planer' }).fill(''),
    },
    {
      name: 'plans-menu',
      show: async ({ page, button }) => {
        await button('Mere om »Handleplan«').click()
        await page.getByRole('menu').waitFor()
      },
      leave: close,
    },
    {
      name: 'plans-rename',
      show: async ({ page, button, press }) => {
        await button('Handleplan').first().focus()
        await press('F2')
        await page.getByRole('textbox', { name: 'Nyt navn til »Handleplan«' }).waitFor()
      },
      leave: close,
    },
    {
      name: 'plan-properties',
      show: async ({ page, press, button }) => {
        await button('Handleplan').first().focus()
        await press('Alt+Enter')
        await page.getByRole('dialog').waitFor()
      },
      leave: close,
    },
  ],
}
