import { join } from 'node:path'
import type { Stage } from './stage.ts'
import type { Chapter } from './view.ts'
import { goTo, openPlan } from './ways.ts'

const close = ({ press }: Stage) => press('Escape')

/** The program on a computer where it never ran. */
export const firstStart: Chapter = {
  enter: ({ page }) => page.getByRole('heading', { name: 'Planværk' }).waitFor(),
  views: [
    { name: 'start-first', show: async () => {} },
    {
      name: 'start-new-workbook',
      show: async ({ page, button }) => {
        await button('Ny projektmappe').click()
        await page.getByRole('textbox').fill('Sundkøbing Kommune')
      },
      leave: close,
    },
    {
      name: 'start-commands',
      show: async ({ page, press }) => {
        await press('Control+k')
        await page.getByRole('option').first().waitFor()
      },
      leave: close,
    },
  ],
}

/** A workbook that was just made. */
export const newWorkbook: Chapter = {
  enter: async (stage) => {
    const { page, program, button, folder } = stage
    await program.dialogs.answer({ save: join(folder, 'Sundkøbing 2027.sqlite') })
    await button('Ny projektmappe').click()
    await page.getByRole('textbox').fill('Sundkøbing Kommune')
    await button('Vælg fil …').click()
    await page.getByText('Projektmappen har ingen planer endnu.').waitFor()
  },
  views: [
    { name: 'workbook-empty', show: async () => {} },
    {
      name: 'plan-new',
      show: async ({ page, button }) => {
        await button('Ny plan').click()
        await page.getByRole('dialog').getByRole('combobox', { name: 'Enhed' }).fill('Center for Børn')
      },
      leave: close,
    },
  ],
}

/** The start page of somebody whose computer lost its power. */
export const afterCrash: Chapter = {
  enter: async (stage) => {
    await openPlan(stage, 'Center for Børn & Læring')
    await goTo(stage, 'Sprog fra start')
    await stage.press('Control+d')
    await stage.page.getByText('Dubleret').waitFor()
    await stage.crash()
    await stage.page.getByRole('heading', { name: 'Ikke gemt sidst' }).waitFor()
  },
  views: [
    { name: 'start-recents-and-leftover', show: async () => {} },
    {
      name: 'start-discard',
      show: async ({ button }) => {
        await button('Kassér').click()
        await button('Behold').waitFor()
      },
      leave: ({ button }) => button('Behold').click(),
    },
  ],
}
