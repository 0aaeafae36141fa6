import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Presence } from '../../../../db/file/presence.ts'
import { dialogTexts } from '../../../../db/model/texts/window/dialogs.ts'
import { readAll } from '../../../../db/queries/read.ts'
import { Workbook } from '../../../../db/workbook.ts'
import { paragraphs } from '../../../support/colleagues.ts'
import type { Stage } from './stage.ts'
import type { Chapter } from './view.ts'
import { goTo, openPlan } from './ways.ts'

const ROW = 'Mellemformer i skolen'
const OTHER = 'Sprog fra start'
const CENTER = 'Center for Børn & Læring'
const PLAN = 'boern-og-laering-2027'

const book = ({ folder }: Stage): string => join(folder, 'userData', dialogTexts.exampleName)
const copy = ({ folder }: Stage): string => join(folder, 'Annes kopi.sqlite')

/** Anne has a copy of the workbook as it was, and has written in two rows of it. */
function writeAsAnne(stage: Stage): void {
  copyFileSync(book(stage), copy(stage))
  const person = { who: 'Anne Holm', machine: 'PC-ANNE' }
  const workbook = Workbook.open({ file: copy(stage), workBase: join(stage.folder, 'anne'), person })
  // Views before these may have made copies of the plan, or of its rows.
  const plan = workbook.plans.find(({ ref }) => ref === PLAN)?.id
  const node = (title: string): string =>
    readAll(workbook.db, 'node', "WHERE title = ? AND type = 'indsats'", title).find(
      ({ planId }) => planId === plan,
    )?.id ?? ''
  const write = (title: string, key: string, ...texts: readonly string[]) =>
    workbook.execute({ type: 'field.write', nodeId: node(title), key, doc: [...paragraphs(...texts)] })
  write(ROW, 'ophav', 'Børne- og ungestrategien, som byrådet vedtog i juni 2026, og budgetaftalen for 2027.')
  write(OTHER, 'effekt', 'Flere børn taler et alderssvarende dansk, når de begynder i skole.')
  workbook.execute({ type: 'node.rename', id: node(OTHER), title: 'Sprog fra første dag' })
  workbook.save()
  workbook.close()
}

/** She writes in one of the same rows, and then merges Anne's copy. */
async function disagree(stage: Stage): Promise<void> {
  const { page, press, program } = stage
  await openPlan(stage, CENTER)
  await press('Control+s')
  await page.getByText(/^Gemt \d/).waitFor()
  writeAsAnne(stage)
  await goTo(stage, ROW)
  await press('Shift+Enter')
  await page.locator('[contenteditable=true]:focus').waitFor()
  await page.keyboard.type(' Indsatsen er drøftet i høringen i maj.')
  await press('Escape')
  await program.dialogs.answer({ open: [copy(stage)] })
  await press('Control+k')
  await page.keyboard.type('Flet med')
  await page.getByRole('option').first().waitFor()
  await press('Enter')
  await page.getByText('Flettet med Anne Holms ændringer').waitFor()
}

export const merges: Chapter = {
  enter: disagree,
  views: [
    { name: 'merge-told', show: async () => undefined },
    {
      name: 'merge-conflict',
      show: async ({ page }) => {
        await page.getByRole('button', { name: 'Vis', exact: true }).click()
        await page.getByRole('article').waitFor()
      },
    },
    {
      name: 'merge-texts',
      show: async ({ page, button }) => {
        await button('Vis teksterne').first().click()
        await page.getByRole('button', { name: /^Gendan denne tekst: Effekt/ }).waitFor()
        await button('Skjul teksterne').scrollIntoViewIfNeeded()
      },
    },
    {
      name: 'merge-decided',
      show: async ({ page, button }) => {
        await button(/^Tag Anne Holms/).click()
        await page.getByText('Afgjort: ').waitFor()
      },
      leave: async (stage) => rmSync(copy(stage)),
    },
  ],
}

/** Anne has the workbook open when it is opened here, and a copy of it lies beside it. */
async function openBesideAnne(stage: Stage): Promise<void> {
  const { page, press } = stage
  await press('Control+s', 'Control+w')
  await page.getByRole('button', { name: 'Åbn eksempel' }).waitFor()
  copyFileSync(book(stage), join(stage.folder, 'userData', 'Eksempel-PC-ANNE.sqlite'))
  await Presence.announce(book(stage), { who: 'Anne Holm', machine: 'PC-ANNE' })
  await page.getByRole('button', { name: 'Åbn eksempel' }).click()
  await page.getByText('Projektmappen er åben hos Anne Holm').waitFor()
}

export const sharing: Chapter = {
  enter: openBesideAnne,
  views: [
    {
      name: 'open-elsewhere',
      show: async ({ page }) => page.getByText('Der ligger en anden udgave').waitFor(),
    },
    {
      name: 'read-only',
      show: async (stage) => {
        await stage.button('Åbn skrivebeskyttet').click()
        await stage.page.getByText('Skrivebeskyttet').waitFor()
        await openPlan(stage, CENTER)
      },
      leave: async ({ page, button, folder }) => {
        await button('Redigér').click()
        await button('Ikke nu').click()
        await page.getByText(/^Gemt \d/).waitFor()
        // Anne is gone, and her copy with her.
        const userData = join(folder, 'userData')
        for (const name of readdirSync(userData)) if (name.includes('PC-ANNE')) rmSync(join(userData, name))
      },
    },
  ],
}
