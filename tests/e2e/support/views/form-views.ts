import type { Stage } from './stage.ts'
import type { Chapter, View } from './view.ts'
import { goTo, openPlan } from './ways.ts'

const close = ({ press }: Stage) => press('Escape')
const undo = ({ press }: Stage) => press('Control+z')

const selected = (name: string, title: string): View => ({
  name,
  show: (stage) => goTo(stage, title),
})

/** What the form of an agreement shows. */
export const agreement: Chapter = {
  enter: (stage) => openPlan(stage, 'Center for Børn & Læring'),
  views: [
    {
      name: 'form-cover',
      show: async ({ page, row, button }) => {
        await row('Formål').first().click()
        await button('Målaftale 2027-29').click()
        await page.getByText('Strategisk afsæt').first().waitFor()
      },
    },
    selected('form-section', 'Indledning'),
    selected('form-divider', 'Koordinerende rolle'),
    selected('form-indsats', 'Mellemformer'),
    selected('form-bidrag', 'Vilde legepladser'),
    {
      name: 'form-milestone',
      show: async (stage) => {
        const { press, page } = stage
        await goTo(stage, 'Mellemformer')
        await press('ArrowRight', 'ArrowDown')
        await page.getByRole('combobox', { name: /^Tid/ }).first().waitFor()
      },
      leave: ({ press }) => press('ArrowLeft'),
    },
    {
      name: 'form-rich-text',
      show: async (stage) => {
        const { page } = stage
        await goTo(stage, 'Mellemformer')
        await page.getByRole('textbox', { name: 'Beskrivelse' }).click()
        await page.getByRole('toolbar', { name: 'Formatering' }).waitFor()
      },
      leave: close,
    },
    {
      name: 'form-link',
      show: async (stage) => {
        const { page, press } = stage
        await goTo(stage, 'Mellemformer')
        await page.getByRole('textbox', { name: 'Beskrivelse' }).click()
        await press('Control+k')
        await page.getByRole('textbox', { name: 'Adresse' }).waitFor()
      },
      leave: ({ press }) => press('Escape', 'Escape'),
    },
    {
      name: 'form-guidance',
      show: async (stage) => {
        const { page, press } = stage
        await goTo(stage, 'Mellemformer')
        await page.getByRole('textbox', { name: 'Beskrivelse' }).click()
        await press('Shift+F1')
      },
      leave: ({ press }) => press('Escape', 'Escape'),
    },
    {
      name: 'form-milestones-edited',
      show: async (stage) => {
        const { page } = stage
        await goTo(stage, 'Mellemformer')
        await page.getByRole('textbox', { name: 'Milepæl, milepæl 2' }).click()
      },
      leave: close,
    },
    {
      name: 'form-time-suggestions',
      show: async (stage) => {
        const { page } = stage
        await goTo(stage, 'Mellemformer')
        await page.getByRole('combobox', { name: 'Tid, milepæl 2' }).fill('2. ')
        await page.getByRole('listbox').waitFor()
      },
      leave: async ({ press }) => press('Escape', 'Control+z'),
    },
    {
      name: 'form-time-not-understood',
      show: async (stage) => {
        const { page } = stage
        await goTo(stage, 'Mellemformer')
        await page.getByRole('combobox', { name: 'Tid, milepæl 2' }).fill('når alle er klar')
        await page.getByText('Ikke forstået som tid').waitFor()
      },
      leave: undo,
    },
    {
      name: 'form-link-picker',
      show: async (stage) => {
        const { page } = stage
        await goTo(stage, 'Vilde legepladser')
        await page.getByRole('combobox', { name: 'Bidrager til' }).fill('børn')
        await page.getByRole('listbox').waitFor()
      },
      leave: ({ press }) => press('Escape', 'Escape'),
    },
    {
      name: 'form-coordinators',
      show: async (stage) => {
        const { page } = stage
        await goTo(stage, 'Vilde legepladser')
        await page.getByRole('combobox', { name: 'Koordinator' }).fill('center')
        await page.getByRole('listbox').waitFor()
      },
      leave: ({ press }) => press('Escape', 'Escape'),
    },
    {
      name: 'form-figures',
      show: async (stage) => {
        const { button } = stage
        await goTo(stage, 'Mellemformer')
        await button('Ord og LIX').click()
      },
    },
  ],
}

/** Plans of other kinds. */
export const otherPlans: Chapter = {
  enter: (stage) => openPlan(stage, 'Handleplan'),
  views: [
    selected('handleplan-theme', 'Velfærd'),
    selected('handleplan-programme', 'Voksne og ældre'),
    selected('handleplan-indsats', 'Faste teams i hjemmeplejen'),
    {
      name: 'kommissorium',
      show: async (stage) => {
        await openPlan(stage, 'Kommissorium for En enklere hverdag')
        await stage.row('Ét nummer og ét svar').click()
      },
    },
    {
      name: 'strategiplan',
      show: async (stage) => {
        await openPlan(stage, 'Direktionens strategiplan')
        await stage.press('ArrowDown', 'ArrowDown')
      },
    },
    {
      name: 'plan-of-new-unit',
      show: async (stage) => {
        const { page, press, button } = stage
        await press('Control+n')
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('combobox', { name: 'Skabelon' }).selectOption({ label: 'Fokusaftale' })
        await dialog
          .getByRole('combobox', { name: 'Enhed' })
          .fill('Center for Beskæftigelse, Uddannelse og Integration – Ungeenheden i Nordhavnen')
        await button('Opret plan').click()
        await page.getByRole('heading', { name: 'Fokus 2027+', level: 1 }).waitFor()
      },
    },
  ],
}
