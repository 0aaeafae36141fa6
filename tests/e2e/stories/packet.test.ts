import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { formatExchange } from '../../../db/model/exchange/format.ts'
import { Workbook } from '../../../db/workbook.ts'
import { launchProgram } from '../host/launch.ts'
import { type Scene, sceneOf, story } from '../support/story.ts'

const SCHOOL = 'Strandvejens Skole'
const BIDRAG = 'Trivselsmøder hver fjerde uge'
const INDSATS = 'Tidlig opsporing af børn i mistrivsel'

async function choose({ page, press, type }: Scene, action: string): Promise<void> {
  await press('Control+k')
  await type(action)
  await page.getByRole('option', { name: action }).first().waitFor()
  await press('Enter')
}

async function openDialog(scene: Scene): Promise<void> {
  await choose(scene, 'Bidragspakke …')
  await scene.page.getByRole('dialog', { name: 'Bidragspakke' }).waitFor()
}

/** A text of the bidrag in a file, read as another program would. */
function effectIn(file: string, folder: string): string | undefined {
  const workbook = Workbook.open({ file, workBase: join(folder, 'reading') })
  try {
    const plans = workbook.plans.map(({ id }) => formatExchange(workbook.plan(id)).plan)
    const nodes = plans.flatMap(({ outline }) => outline.flatMap((node) => [node, ...(node.children ?? [])]))
    return nodes.find(({ title }) => title === BIDRAG)?.fields?.effekt
  } finally {
    workbook.close()
  }
}

test('she asks a unit for its bidrag, its leader fills them in, and she sees who has answered', async () => {
  const { start, folder, book, userData } = story({ plans: ['03', '06'] })
  const file = join(folder, `Bidragspakke – ${SCHOOL} – 2027.sqlite`)
  const sender = await start({ answers: [{ save: file }] })
  await openDialog(sender)
  const { page } = sender
  await page
    .getByRole('dialog')
    .getByLabel('Enhed')
    .selectOption({ label: `${SCHOOL} · 9 bidrag` })
  await page.getByRole('checkbox', { name: INDSATS }).waitFor()
  await page.getByRole('button', { name: 'Gem bidragspakke …' }).click()
  await page.getByRole('button', { name: 'Vis i mappe' }).waitFor()
  await page.getByText('Intet svar endnu').waitFor()
  const [asked] = await sender.program.dialogs.asked()
  expect(asked?.defaultPath).toBe(file)
  await page.getByRole('button', { name: 'Luk', exact: true }).click()

  // The leader has the program on a computer of his own.
  const program = await launchProgram({ userData: `${userData}-leder`, args: [file] })
  onTestFinished(() => program.kill())
  const leader = sceneOf(program)
  await leader.page.getByText(`Bidragspakke til ${SCHOOL}`).waitFor()
  await leader.page.getByRole('button', { name: 'Gå til jeres bidrag' }).click()
  await leader.page.getByRole('tree').waitFor()
  await leader.goTo(BIDRAG)
  await leader.page.getByRole('textbox', { name: 'Effekt', exact: true }).click()
  await leader.page.locator('[contenteditable=true]:focus').waitFor()
  await leader.type('Færre børn mistrives. ')
  await leader.press('Escape')
  // What the others coordinate is there to be read.
  await leader.press('Control+1')
  await leader.page.getByRole('button', { name: 'Målaftale', exact: true }).first().click()
  await leader.page.getByRole('tree').waitFor()
  await leader.goTo(INDSATS)
  await leader.page.getByText('Kun til læsning: ').waitFor()
  await leader.press('F2')
  expect(await leader.page.locator('input[data-keys="editing"]').count()).toBe(0)
  await leader.saved()
  await program.kill()

  await sender.program.dialogs.answer({ open: [file] })
  await choose(sender, 'Flet med …')
  await sender.page
    .getByText(/Flettet/)
    .first()
    .waitFor()
  await openDialog(sender)
  await sender.page.getByText(/^Svar .*\(1 ændring\)$/).waitFor()
  await sender.press('Escape')
  await sender.saved()
  expect(effectIn(book, folder)).toContain('Færre børn mistrives.')
})
