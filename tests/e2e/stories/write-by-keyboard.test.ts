import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { parseExchange } from '../../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { openDocx } from '../../../main/ooxml/docx-package.ts'
import { missingTexts, textsOf } from '../../support/docx/plan-texts.ts'
import { type Scene, story } from '../support/story.ts'
import { written } from '../support/written-plan.ts'

/** No key waits for the one before it: whoever types fast loses nothing. */
test('she writes a målaftale by the keyboard alone, saves it and gets it as a Word document', async () => {
  const { folder, start, plans } = story()
  const file = join(folder, 'Skoler.sqlite')
  const documents = join(folder, 'til udvalget')
  mkdirSync(documents)
  const scene = await start({ args: [], answers: [{ save: file }, { open: [documents] }] })

  await makeWorkbook(scene)
  await makePlan(scene)
  await writeIndsats(scene)
  await writeMoreIndsatser(scene)
  await writeBidrag(scene)
  await scene.saved()
  expect(plans(file)).toEqual([written])

  await exportPlan(scene)
  const [name = ''] = readdirSync(documents)
  const docx = openDocx(readFileSync(join(documents, name)))
  const texts = plans(file).flatMap((plan) => textsOf(parseExchange(plan, builtInTemplates), maalaftale))
  expect(missingTexts(docx, texts)).toEqual([])
})

async function makeWorkbook({ page, press, type }: Scene): Promise<void> {
  await page.getByRole('button', { name: 'Ny projektmappe' }).waitFor()
  await press('Tab', 'Enter')
  await page.getByRole('dialog', { name: 'Ny projektmappe' }).waitFor()
  await type('Sundkøbing Kommune')
  await press('Enter')
  await page.getByText('Projektmappen har ingen planer endnu.').waitFor()
}

async function makePlan({ page, press, type, row, focused }: Scene): Promise<void> {
  await press('Control+n')
  await page.getByRole('dialog', { name: 'Ny plan' }).waitFor()
  await type('må')
  await press('Tab')
  await type('c')
  await press('Tab')
  await type('Center for Børn & Læring')
  await press('Tab')
  await type('Målaftale for skolerne')
  await press('Tab')
  await type('2027')
  await press('Tab')
  await type('2029')
  await press('Enter')
  await focused(row('Formål'))
}

/** The first indsats with all its fields, parameters and milestones. */
async function writeIndsats({ page, press, type }: Scene): Promise<void> {
  await press('End', 'ArrowUp', 'Control+Shift+Enter')
  await type('Flere børn læser med glæde')
  await press('Shift+Enter')
  await type('Udvalgsstrategien 2026')
  await press('Tab')
  await type('Alle skoler gør ')
  await press('Control+b')
  await type('tre ting')
  await press('Control+b')
  await type(' på samme tid:')
  await press('Enter')
  await type('- læsebånd hver dag')
  await press('Enter')
  await type('makkerlæsning på tværs')
  await press('Enter', 'Tab')
  await type('i 0. og 5. klasse')
  await press('Enter', 'Enter', 'Enter')
  await type('1. først de yngste')
  await press('Enter')
  await type('så alle')
  await press('Enter', 'Enter')
  await type('Forældrene er med.')
  for (const text of [
    'Læseprøverne fra 2025.',
    'Elever i 0.-6. klasse',
    'Flere børn læser i deres fritid.',
  ]) {
    await press('Tab')
    await type(text)
  }
  await press('Tab', 'Enter')
  for (const text of ['Elever, der læser ugentligt', '%', '41', '60', 'ultimo 2029']) {
    await type(text)
    await press('Tab')
  }
  await page.getByText('→ december 2029').waitFor()
  await press('Tab', 'Tab', 'Enter')
  await type('Læsebåndet er i gang')
  await press('Tab')
  await type('efteråret 2027')
  await page.getByText('→ 1. september – 30. november 2027').waitFor()
  await press('Tab')
  await type('Skolechefen')
  // Another one, whose year she leaves to the plan's period.
  await press('Enter')
  await type('Alle er med')
  await press('Tab')
  await type('3. kvartal')
  await page.getByRole('option', { name: '3. kvartal 2028' }).waitFor()
  await press('ArrowDown', 'ArrowDown', 'Enter')
  await press('Tab', 'Tab', 'Tab', 'Tab')
  await type('Skolechefen leder.')
  await press('Tab')
  await type('Inden for rammen.')
  await press('Escape', 'Escape')
}

/** Rows below each other in one go, and signs that a Danish keyboard writes with AltGr. */
async function writeMoreIndsatser(scene: Scene): Promise<void> {
  const { press, type, row, focused } = scene
  await focused(row('Flere børn'))
  await press('Enter', 'Enter')
  await type('Stærke overgange')
  await press('Enter')
  await type('Fra dagtilbud til skole')
  await press('Tab', 'Enter')
  await type('Fra skole til uddannelse')
  await press('Enter')
  await typeWithAltGr(scene)
  await press('Shift+Tab', 'Shift+Enter')
  await typeWithAltGr(scene)
  await press('Escape', 'Escape')
  await focused(row('æøå ÆØÅ'))
}

async function writeBidrag(scene: Scene): Promise<void> {
  const { page, press, type, row, focused } = scene
  await press('End', 'Control+Shift+Enter')
  await type('Læsning i fritiden')
  await press('Shift+Enter')
  await type('Egen indsats')
  await press('Tab')
  await type('center for b')
  await page.getByRole('option', { name: 'Center for Børn & Læring' }).waitFor()
  await press('Enter')
  await type('Biblioteket')
  await page.getByRole('option', { name: 'Tilføj »Biblioteket« som ny enhed' }).waitFor()
  await press('Enter', 'Tab', 'Tab')
  await type('Vi åbner skolebiblioteket om eftermiddagen.')
  await tabTo(scene, page.getByRole('combobox', { name: 'Bidrager til' }))
  await type('læser')
  await page.getByRole('option', { name: 'Flere børn læser med glæde' }).waitFor()
  await press('Enter', 'Escape')
  await focused(row('Læsning i fritiden'))
}

/** Goes from field to field as far as there. */
async function tabTo({ page, press, focused }: Scene, target: Locator): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return
    await press('Tab')
  }
  await focused(target)
}

async function exportPlan({ page, press, row, focused }: Scene): Promise<void> {
  await press('Control+e')
  await page.getByRole('dialog', { name: 'Eksportér til Word' }).waitFor()
  await press('Enter')
  await page.getByText('1 dokument er skrevet.').waitFor()
  await press('Escape')
  await focused(row('Læsning i fritiden'))
}

/** What AltGr writes on a Danish keyboard, and with which key. */
const altGr = [
  ['@', 'Digit2'],
  ['£', 'Digit3'],
  ['$', 'Digit4'],
  ['€', 'KeyE'],
  ['{', 'Digit7'],
  ['[', 'Digit8'],
  [']', 'Digit9'],
  ['}', 'Digit0'],
] as const

const CTRL_ALT = 3

/** AltGr as Windows tells of it at worst: Ctrl and Alt are held, the key is down, and the sign comes as text. */
async function typeWithAltGr({ page, type }: Scene): Promise<void> {
  await type('æøå ÆØÅ ')
  const session = await page.context().newCDPSession(page)
  for (const [key, code] of altGr) {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', modifiers: CTRL_ALT, key, code })
    await session.send('Input.insertText', { text: key })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', modifiers: CTRL_ALT, key, code })
  }
  await session.detach()
}
