import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dialogTexts } from '../../../../db/model/texts/window/dialogs.ts'
import type { Stage } from './stage.ts'
import { small } from './stage.ts'
import type { Chapter } from './view.ts'
import { goTo, openPlan } from './ways.ts'

const close = ({ press }: Stage) => press('Escape')

const exportFolder = ({ folder }: Stage) => join(folder, 'Word')

const exampleFile = (folder: string) => join(folder, 'userData', dialogTexts.exampleName)

/** What lies over the plan, and the page beside it. */
export const overlays: Chapter = {
  enter: (stage) => openPlan(stage, 'Center for Børn & Læring'),
  views: [
    {
      name: 'search',
      show: async ({ press, page }) => {
        await press('Control+Shift+f')
        await page.keyboard.type('børn trivsel')
        await page.getByRole('option').first().waitFor()
      },
      leave: close,
    },
    {
      name: 'search-none',
      show: async ({ press, page }) => {
        await press('Control+Shift+f')
        await page.keyboard.type('xyzzy')
        await page.getByText('Intet sted i projektmappen').waitFor()
      },
      leave: close,
    },
    {
      name: 'jump',
      show: async ({ press, page }) => {
        await press('Control+j')
        await page.keyboard.type('skole')
        await page.getByRole('option').first().waitFor()
      },
      leave: close,
    },
    {
      name: 'palette',
      show: async ({ press, page }) => {
        await press('Control+k')
        await page.getByRole('option').first().waitFor()
      },
      leave: close,
    },
    {
      name: 'help',
      show: async ({ press, page }) => {
        await press('F1')
        await page.getByRole('dialog').waitFor()
      },
      leave: close,
    },
    {
      name: 'about',
      show: async ({ program, page }) => {
        await program.menu.choose('Hjælp', 'Om Planværk')
        await page.getByRole('dialog').waitFor()
      },
      leave: close,
    },
  ],
}

export const exports: Chapter = {
  enter: async (stage) => {
    mkdirSync(exportFolder(stage))
    await stage.press('Control+1')
    await stage.page.getByRole('table', { name: 'Planer' }).waitFor()
  },
  views: [
    {
      name: 'export-form',
      show: async (stage) => {
        await stage.press('Control+e')
        await stage.page.getByRole('dialog').waitFor()
        await stage.program.dialogs.answer({ open: [exportFolder(stage)] })
        await stage.button('Vælg …').click()
        await stage.page
          .getByRole('textbox', { name: 'Mappe' })
          .and(stage.page.locator('[value$=Word]'))
          .waitFor()
      },
    },
    {
      name: 'export-progress',
      show: async ({ button, page, program }) => {
        await button('Eksportér').last().click()
        await page.getByText('Skriver »').waitFor()
        // The picture is taken while it stands still.
        process.kill(program.pid, 'SIGSTOP')
      },
      leave: async ({ program, page }) => {
        process.kill(program.pid, 'SIGCONT')
        await page.getByText('dokumenter er skrevet').waitFor()
      },
    },
    {
      name: 'export-results',
      show: async () => {},
      leave: ({ button }) => button('Luk').click(),
    },
    {
      name: 'export-failures',
      show: async (stage) => {
        // What stands in the way of a document: a folder of its name.
        const folder = exportFolder(stage)
        for (const name of readdirSync(folder).slice(0, 2)) {
          rmSync(join(folder, name))
          mkdirSync(join(folder, name))
        }
        await stage.press('Control+e')
        await stage.button('Eksportér').last().click()
        await stage.page.getByText('blev ikke skrevet').first().waitFor()
      },
      leave: ({ button }) => button('Luk').click(),
    },
  ],
}

export const preview: Chapter = {
  enter: async (stage) => {
    await openPlan(stage, 'Center for Børn & Læring')
    await goTo(stage, 'Mellemformer i skolen')
  },
  views: [
    {
      name: 'preview-accessible',
      show: async ({ page }) => {
        await page.getByRole('tab', { name: 'Tilgængelig' }).click()
      },
      leave: ({ page }) => page.getByRole('tab', { name: 'Skabelon' }).click(),
    },
    {
      name: 'preview-word',
      show: async ({ page, press }) => {
        await press('Shift+F9')
        await page.getByRole('document', { name: 'Siden, som Word viser den' }).waitFor()
      },
    },
    {
      name: 'preview-word-old',
      show: async (stage) => {
        const { page, press } = stage
        await goTo(stage, 'Sprog fra start')
        await press('Control+Enter')
        await page.getByText('Planen er ændret, siden').waitFor()
      },
      leave: ({ press }) => press('Control+z', 'Shift+F9'),
    },
    { name: 'preview-folded', show: ({ press }) => press('F9'), leave: ({ press }) => press('F9') },
  ],
}

/** What goes wrong. */
export const problems: Chapter = {
  enter: (stage) => openPlan(stage, 'Center for Børn & Læring'),
  views: [
    {
      name: 'notice-problem',
      show: async ({ program, page, folder }) => {
        const file = join(folder, 'Plan fra Excel.json')
        writeFileSync(file, '{ "plan": ')
        await program.dialogs.answer({ open: [file] })
        await program.menu.choose('Filer', 'Importér planer …')
        await page.getByRole('button', { name: 'Luk beskeden' }).waitFor()
      },
      leave: ({ button }) => button('Luk beskeden').click(),
    },
    {
      name: 'save-failed',
      show: async (stage) => {
        const { press, page, folder } = stage
        // Where the file was stands a folder now.
        renameSync(exampleFile(folder), join(folder, 'away'))
        mkdirSync(exampleFile(folder))
        await goTo(stage, 'Sprog fra start')
        await press('Control+Enter', 'Control+s')
        await page.getByText('Kunne ikke gemmes').first().waitFor()
      },
      leave: async ({ folder, press, page }) => {
        rmdirSync(exampleFile(folder))
        renameSync(join(folder, 'away'), exampleFile(folder))
        await press('Control+s')
        await page.getByText(/^Gemt \d/).waitFor()
        await page.getByRole('button', { name: 'Luk beskeden' }).click()
      },
    },
  ],
}

/** Everything twice as large, in the smallest window. */
export const zoomed: Chapter = {
  size: small,
  enter: async (stage) => {
    await openPlan(stage, 'Center for Børn & Læring')
    for (let percent = 100; percent < 200; percent += 10) await stage.press('Control++')
  },
  views: [
    { name: 'zoom-200-outline', show: (stage) => goTo(stage, 'Mellemformer i skolen') },
    {
      name: 'zoom-200-palette',
      show: async ({ press, page }) => {
        await press('Control+k')
        await page.getByRole('option').first().waitFor()
      },
      leave: close,
    },
    {
      name: 'zoom-200-plans',
      show: async ({ press, page }) => {
        await press('Control+1')
        await page.getByRole('table', { name: 'Planer' }).waitFor()
      },
    },
    {
      name: 'zoom-200-export',
      show: async ({ press, page }) => {
        await press('Control+e')
        await page.getByRole('dialog').waitFor()
      },
      leave: ({ press }) => press('Escape', 'Control+0'),
    },
  ],
}
