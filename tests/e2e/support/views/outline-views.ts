import type { Stage } from './stage.ts'
import type { Chapter } from './view.ts'
import { goTo, openPlan, pasteFromWord } from './ways.ts'

const close = ({ press }: Stage) => press('Escape')

/** The outline of an agreement. */
export const outline: Chapter = {
  enter: async (stage) => {
    await openPlan(stage, 'Center for Børn & Læring')
  },
  views: [
    {
      name: 'plan-first-hint',
      show: async () => {},
      leave: ({ button }) => button('Forstået, vis det ikke igen').click(),
    },
    {
      name: 'outline-editing',
      show: async (stage) => {
        const { press } = stage
        await goTo(stage, 'Mellemformer i skolen')
        await press('F2')
      },
      leave: close,
    },
    {
      name: 'outline-new-row',
      show: async (stage) => {
        const { press, page } = stage
        await goTo(stage, 'Mellemformer i skolen')
        await press('F2', 'Enter')
        await page.keyboard.type('Skoleveje uden biler', { delay: 0 })
      },
      leave: async ({ press }) => press('Escape', 'Delete'),
    },
    {
      name: 'outline-several',
      show: async (stage) => {
        const { press } = stage
        await goTo(stage, 'Mellemformer i skolen')
        await press('Shift+ArrowDown', 'Shift+ArrowDown')
      },
      leave: close,
    },
    {
      name: 'outline-filter',
      show: async ({ press, page }) => {
        await press('Control+f')
        await page.keyboard.type('børn')
      },
      leave: close,
    },
    {
      name: 'outline-filter-none',
      show: async ({ press, page }) => {
        await press('Control+f')
        await page.keyboard.type('xyz')
      },
      leave: close,
    },
    {
      name: 'outline-zoomed',
      show: async (stage) => {
        const { press, page } = stage
        await goTo(stage, 'Naturen som læringsrum')
        await press('Alt+ArrowRight')
        await page.getByRole('navigation', { name: 'Gren, der vises' }).waitFor()
      },
      leave: ({ press }) => press('Alt+ArrowLeft', 'Alt+ArrowLeft'),
    },
    {
      name: 'outline-context-menu',
      show: async (stage) => {
        const { row, page } = stage
        await goTo(stage, 'Mellemformer i skolen')
        await row('Mellemformer i skolen').click({ button: 'right' })
        await page.getByRole('menu').waitFor()
      },
      leave: close,
    },
    {
      name: 'outline-new-row-menu',
      show: async (stage) => {
        const { button, page } = stage
        await goTo(stage, 'Mellemformer i skolen')
        await button('Ny række').click()
        await page.getByRole('menu').waitFor()
      },
      leave: close,
    },
    {
      name: 'notice-undo',
      show: async (stage) => {
        const { press, page } = stage
        await goTo(stage, 'Sprog fra start')
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
      show: async (stage) => {
        const { press, page } = stage
        await goTo(stage, 'Formål')
        await press('Alt+Shift+ArrowRight')
        await page.getByText('Der er ingen række ovenover').waitFor()
      },
      leave: ({ button }) => button('Luk beskeden').click(),
    },
    {
      name: 'paste-preview',
      show: async (stage) => {
        await goTo(stage, 'Mellemformer i skolen')
        await pasteFromWord(stage)
        await stage.page.getByRole('dialog', { name: 'Indsæt fra Word' }).waitFor()
      },
      leave: close,
    },
  ],
}
