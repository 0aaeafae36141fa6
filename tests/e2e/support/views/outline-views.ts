import type { Stage } from './stage.ts'
import type { Chapter } from './view.ts'
import { openPlan, pasteFromWord } from './ways.ts'

const escape = ({ press }: Stage) => press('Escape')

/** The outline of an agreement. */
export const outline: Chapter = {
  enter: async (stage) => {
    await openPlan(stage, 'Center for Børn & Læring')
  },
  views: [
    { name: 'plan-first-hint', show: async () => {}, leave: ({ button }) => button('Forstået').click() },
    {
      name: 'outline-editing',
      show: async ({ row, press }) => {
        await row('Mellemformer i skolen').click()
        await press('F2')
      },
      leave: escape,
    },
    {
      name: 'outline-new-row',
      show: async ({ row, press, page }) => {
        await row('Mellemformer i skolen').click()
        await press('F2', 'Enter')
        await page.keyboard.type('Skoleveje uden biler', { delay: 0 })
      },
      leave: async ({ press }) => press('Escape', 'Delete'),
    },
    {
      name: 'outline-several',
      show: async ({ row, press }) => {
        await row('Mellemformer i skolen').click()
        await press('Shift+ArrowDown', 'Shift+ArrowDown')
      },
      leave: escape,
    },
    {
      name: 'outline-filter',
      show: async ({ press, page }) => {
        await press('Control+f')
        await page.keyboard.type('børn')
      },
      leave: escape,
    },
    {
      name: 'outline-filter-none',
      show: async ({ press, page }) => {
        await press('Control+f')
        await page.keyboard.type('xyz')
      },
      leave: escape,
    },
    {
      name: 'outline-zoomed',
      show: async ({ row, press, page }) => {
        await row('Naturen som læringsrum').click()
        await press('Alt+ArrowRight')
        await page.getByRole('navigation', { name: 'Gren, der vises' }).waitFor()
      },
      leave: ({ press }) => press('Alt+ArrowLeft', 'Alt+ArrowLeft'),
    },
    {
      name: 'outline-context-menu',
      show: async ({ row, page }) => {
        await row('Mellemformer i skolen').click({ button: 'right' })
        await page.getByRole('menu').waitFor()
      },
      leave: escape,
    },
    {
      name: 'outline-new-row-menu',
      show: async ({ row, button, page }) => {
        await row('Mellemformer i skolen').click()
        await button('Ny række').click()
        await page.getByRole('menu').waitFor()
      },
      leave: escape,
    },
    {
      name: 'notice-undo',
      show: async ({ row, press, page }) => {
        await row('Sprog fra start').click()
        await press('Delete')
        await page.getByText('Slettet »Sprog fra start«').waitFor()
      },
      leave: async ({ row, press, page }) => {
        await press('Control+z')
        await row('Sprog fra start').and(page.locator(':focus')).waitFor()
      },
    },
    {
      name: 'notice-refused',
      show: async ({ row, press, page }) => {
        await row('Formål').first().click()
        await press('Alt+Shift+ArrowRight')
        await page.getByText('Der er ingen række ovenover').waitFor()
      },
    },
    {
      name: 'paste-preview',
      show: async (stage) => {
        await stage.row('Mellemformer i skolen').click()
        await pasteFromWord(stage)
        await stage.page.getByRole('dialog', { name: 'Indsæt fra Word' }).waitFor()
      },
      leave: escape,
    },
  ],
}
