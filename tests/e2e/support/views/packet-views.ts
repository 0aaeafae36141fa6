import { join } from 'node:path'
import type { Stage } from './stage.ts'
import type { Chapter } from './view.ts'
import { goTo } from './ways.ts'

const UNIT = 'Strandvejens Skole'

const packetFile = ({ folder }: Stage): string => join(folder, `Bidragspakke – ${UNIT} – 2027.sqlite`)

async function openDialog({ page, press }: Stage): Promise<void> {
  await press('Control+k')
  await page.keyboard.type('Bidragspakke')
  await page.getByRole('option', { name: 'Bidragspakke …' }).waitFor()
  await press('Enter')
  await page.getByRole('dialog', { name: 'Bidragspakke' }).waitFor()
}

/** In the place of the workbook that is open. */
async function openInstead({ page, press }: Stage, open: () => Promise<void>): Promise<void> {
  await press('Control+w')
  await page.getByRole('heading', { name: 'Planværk' }).waitFor()
  await open()
  // A workbook opens with the plan that was open in it.
  await page.getByRole('table', { name: 'Planer' }).or(page.getByRole('tree')).first().waitFor()
  await press('Control+1')
  await page.getByRole('table', { name: 'Planer' }).waitFor()
}

/** A packet for a unit, as the sender makes it and as its leader has it before him. */
export const packets: Chapter = {
  enter: async ({ press, page }) => {
    await press('Control+1')
    await page.getByRole('table', { name: 'Planer' }).waitFor()
  },
  views: [
    {
      name: 'packet-send',
      show: async (stage) => {
        await openDialog(stage)
        const { page } = stage
        await page
          .getByRole('dialog')
          .getByLabel('Enhed')
          .selectOption({ label: `${UNIT} · 9 bidrag` })
        await page.getByRole('checkbox').first().waitFor()
      },
    },
    {
      name: 'packet-send-more',
      show: async ({ page }) => {
        await page.getByRole('textbox', { name: 'Find flere indsatser' }).fill('dialog')
        await page.getByText('Intet bidrag endnu').first().waitFor()
      },
    },
    {
      name: 'packet-sent',
      show: async (stage) => {
        await stage.program.dialogs.answer({ save: packetFile(stage) })
        await stage.button('Gem bidragspakke …').click()
        await stage.button('Vis i mappe').waitFor()
        await stage.page.getByText('Intet svar endnu').waitFor()
      },
      leave: ({ button }) => button('Luk').click(),
    },
    {
      name: 'packet-own',
      show: async (stage) => {
        await openInstead(stage, async () => {
          await stage.program.dialogs.answer({ open: [packetFile(stage)] })
          await stage.press('Control+o')
        })
        await stage.button('Gå til jeres bidrag').click()
        await stage.page.getByRole('tree').waitFor()
        await goTo(stage, 'Trivselsmøder hver fjerde uge')
      },
    },
    {
      name: 'packet-to-read',
      show: async (stage) => {
        await goTo(stage, 'Egne bidrag')
        await stage.press('Control+j')
        await stage.page.getByRole('combobox', { name: 'Skriv en del af titlen' }).fill('Tidlig opsporing')
        await stage.page.getByRole('option').first().waitFor()
        await stage.press('Enter')
        await stage.page.getByText('Kun til læsning: ').waitFor()
      },
      leave: (stage) => openInstead(stage, () => stage.button('Åbn eksempel').click()),
    },
  ],
}
