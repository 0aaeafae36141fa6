import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseExchange } from '../../../db/model/exchange/parse.ts'
import { builtInTemplates } from '../../../db/model/template/built-in/index.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { openDocx } from '../../../main/ooxml/docx-package.ts'
import { missingTexts, textsOf } from '../../support/docx/plan-texts.ts'
import { type Scene, story } from '../support/story.ts'

/** What a Danish keyboard writes with AltGr, which browsers call Ctrl+Alt, and the key that it lies on. */
const altGr = {
  '@': 'Digit2',
  '£': 'Digit3',
  $: 'Digit4',
  '€': 'KeyE',
  '{': 'Digit7',
  '[': 'Digit8',
  ']': 'Digit9',
  '}': 'Digit0',
} as const

test('she writes a målaftale by the keyboard alone, saves it and gets it as a Word document', async () => {
  const { folder, start, plans } = story()
  const file = join(folder, 'Skoler.sqlite')
  const documents = join(folder, 'til udvalget')
  mkdirSync(documents)
  const scene = await start({ args: [], answers: [{ save: file }, { open: [documents] }] })

  await makeWorkbook(scene)
  await makePlan(scene)
  await writeIndsatser(scene)
  await writeBidrag(scene)
  await scene.saved()
  expect(plans(file)).toEqual([written])

  await scene.press('Control+e')
  await scene.page.getByRole('dialog', { name: 'Eksportér til Word' }).waitFor()
  await scene.press('Enter')
  await scene.page.getByText('1 dokument er skrevet.').waitFor()
  const [name = ''] = readdirSync(documents)
  const docx = openDocx(readFileSync(join(documents, name)))
  expect(missingTexts(docx, textsOf(parseExchange(written, builtInTemplates), maalaftale))).toEqual([])
  await scene.press('Escape')
  expect(await scene.focus()).toContain('Læsning i fritiden')
})
