import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dialogTexts } from '../../../../db/model/texts/window/dialogs.ts'
import type { Stage } from './stage.ts'
import type { Chapter } from './view.ts'
import { goTo, openPlan } from './ways.ts'

const close = ({ press }: Stage) => press('Escape')

const choose = ({ program }: Stage, item: string) => program.menu.choose('Filer', item)

const DELETED = 'Mellemformer i skolen'

/** Changes two rows and saves. */
async function changeSomething(stage: Stage): Promise<void> {
  const { press, page } = stage
  await openPlan(stage, 'Center for Børn & Læring')
  await goTo(stage, 'Vilde legepladser')
  await press('Control+Enter')
  await goTo(stage, DELETED)
  await press('Delete', 'Control+s')
  await page.getByText(/^Gemt \d/).waitFor()
}

/** A copy of the workbook with scratches. */
function damaged({ folder }: Stage): string {
  const file = join(folder, 'Sundkøbing fra mailen.sqlite')
  const bytes = readFileSync(join(folder, 'userData', dialogTexts.exampleName))
  for (let at = 8 * 4096; at < bytes.length; at += 9 * 4096) bytes.fill(255, at, at + 2000)
  writeFileSync(file, bytes)
  return file
}

/** Earlier states of the workbook, a copy for others, and what is left of a damaged one. */
export const restoring: Chapter = {
  enter: changeSomething,
  views: [
    {
      name: 'restore',
      show: async (stage) => {
        await choose(stage, 'Gendan …')
        await stage.page.getByRole('radio').last().click()
        await stage.page.getByRole('heading', { name: /^Siden da/ }).waitFor()
        await stage.page.getByRole('checkbox').first().click()
      },
      leave: close,
    },
    {
      name: 'clean-copy',
      show: async (stage) => {
        await choose(stage, 'Send ud af huset …')
        await stage.page.getByRole('dialog').waitFor()
      },
      leave: close,
    },
    {
      name: 'notice-clean-copy',
      show: async (stage) => {
        await stage.program.dialogs.answer({ save: join(stage.folder, 'Sundkøbing – ren kopi.sqlite') })
        await choose(stage, 'Send ud af huset …')
        await stage.button('Vælg fil …').click()
        await stage.button('Vis i mappe').waitFor()
      },
      leave: ({ button }) => button('Luk beskeden').click(),
    },
    {
      name: 'notice-damaged',
      show: async (stage) => {
        await stage.program.dialogs.answer({ open: [damaged(stage)] })
        await stage.press('Control+o')
        await stage.button('Red, hvad der kan reddes …').waitFor()
      },
    },
    {
      name: 'salvage',
      show: async ({ button, page }) => {
        await button('Red, hvad der kan reddes …').click()
        await page.getByRole('dialog').waitFor()
      },
    },
    {
      name: 'salvage-done',
      show: async ({ folder, program, button }) => {
        await program.dialogs.answer({ save: join(folder, 'Sundkøbing – reddet.sqlite') })
        await button('Vælg fil …').click()
        await button('Åbn den nye projektmappe').waitFor()
      },
      leave: async ({ press, page, row }) => {
        // An undo goes to the row that it is about, and the next view elsewhere.
        await press('Escape', 'Control+z')
        await row(DELETED).and(page.locator(':focus')).waitFor()
      },
    },
    {
      name: 'earlier',
      show: async (stage) => {
        const { program, press, page, button } = stage
        const file = join(stage.folder, 'Sundkøbing på drevet.sqlite')
        // What was undone is in the file that later views open again.
        await press('Control+s')
        await page.getByText(/^Gemt \d/).waitFor()
        await program.dialogs.answer({ save: file })
        await choose(stage, 'Gem som …')
        await page.getByText('Sundkøbing på drevet.sqlite').first().waitFor()
        await press('Control+w')
        await page.getByRole('heading', { name: 'Planværk' }).waitFor()
        truncateSync(file, 40_960)
        await program.dialogs.answer({ open: [file] })
        await press('Control+o')
        await button('Hent en tidligere udgave …').click()
        await page.getByRole('dialog').waitFor()
      },
      leave: async ({ press, page, button }) => {
        await press('Escape')
        await button('Åbn eksempel').click()
        await page.getByRole('tree').waitFor()
      },
    },
  ],
}
