import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readAll } from '../../../db/queries/read.ts'
import { Workbook } from '../../../db/workbook.ts'
import { temporaryFolder } from '../../support/workbooks.ts'
import { launchProgram } from '../host/launch.ts'
import { type Scene, sceneOf } from '../support/story.ts'
import { editTitle, isSavedAs, openPlan, patience, savedTitles, troubled } from '../support/trouble.ts'

/** A colleague with her own program opens the workbook. */
async function colleague(file: string): Promise<Scene> {
  const program = await launchProgram({ userData: join(temporaryFolder(), 'data'), args: [file] })
  onTestFinished(() => program.kill())
  const scene = sceneOf(program)
  await openPlan(scene)
  return scene
}

/** Two who have the same plan open. */
async function two() {
  const story = troubled()
  const maja = await story.start()
  await openPlan(maja)
  const anne = await colleague(story.book)
  return { story, maja, anne }
}

const sees = ({ outline }: Scene, title: string) => expect.poll(outline, patience).toContain(title)
const isOpenElsewhere = ({ page }: Scene) =>
  page.getByText(/^Projektmappen er åben hos .+ siden kl\. \d\d\.\d\d på .+\./)

describe('two programs on one file', () => {
  test('both write in the same plan, and each sees the other’s after her own save', async () => {
    const { story, maja, anne } = await two()
    await editTitle(maja, 'Flere børn læser')
    await maja.type(' højt')
    await editTitle(anne, 'Natur hver dag')
    await anne.type(' hele året')
    await isSavedAs(story, 'Flere børn læser højt')
    await isSavedAs(story, 'Natur hver dag hele året')
    await maja.type(' sammen')
    await sees(maja, 'Natur hver dag hele året')
    await anne.type(' igennem')
    await sees(anne, 'Flere børn læser højt')
    await expect
      .poll(() => savedTitles(story), patience)
      .toEqual(expect.arrayContaining(['Flere børn læser højt sammen', 'Natur hver dag hele året igennem']))
    expect(await maja.page.getByText('Kunne ikke gemmes').count()).toBe(0)
  })

  test('a colleague’s paragraph comes in while she types in another one, and not a letter is lost', async () => {
    const story = troubled()
    const maja = await story.start()
    await openPlan(maja)
    const write = async (scene: Scene, ...keys: readonly string[]) => {
      await scene.goTo('Flere børn læser')
      await scene.press('Shift+Enter')
      await scene.page.locator('[contenteditable=true]:focus').waitFor()
      await scene.press(...keys)
    }
    await write(maja)
    await maja.type('Første afsnit')
    await maja.press('Enter')
    await maja.type('Andet afsnit')
    await maja.saved()
    const anne = await colleague(story.book)
    await write(anne, 'Control+End', 'Enter')
    await anne.type('Annes afsnit')
    await anne.saved()

    await maja.press('Control+Home', 'End')
    for (const word of ' og her skriver Maja videre uden at holde inde mens der gemmes'.split(/(?= )/)) {
      await maja.type(word)
      if (word === ' Maja') await maja.press('Control+s')
    }
    const written = 'Første afsnit og her skriver Maja videre uden at holde inde mens der gemmes'
    const editor = maja.page.locator('[contenteditable=true]:focus p')
    await expect
      .poll(() => editor.allTextContents(), patience)
      .toEqual([written, 'Andet afsnit', 'Annes afsnit'])
    await maja.saved()
    const saved = JSON.stringify(story.plans())
    expect([written, 'Andet afsnit', 'Annes afsnit'].filter((text) => !saved.includes(text))).toEqual([])
  })

  test('what both wrote in the same place is decided in »Fletninger«, by the keyboard, and undone', async () => {
    const { story, maja, anne } = await two()
    await editTitle(maja, 'Flere børn læser')
    await maja.type(' højt')
    await maja.saved()
    await editTitle(anne, 'Flere børn læser')
    await anne.type(' mere')
    await anne.saved()
    await anne
      .notice()
      .filter({ hasText: '1 sted skal afgøres' })
      .getByRole('button', { name: 'Vis' })
      .click()
    const { page } = anne
    const card = page.getByRole('article')
    await card.waitFor()
    expect(await card.locator('ins').allTextContents()).toEqual(
      ['Tilføjet: mere', 'Tilføjet: højt'].map((text) => expect.stringContaining(text.slice(-4))),
    )
    const take = page.getByRole('button', { name: 'Tag den anden: Titel i »Flere børn læser mere«' })
    await take.focus()
    await anne.press('Enter')
    await card.waitFor({ state: 'detached' })
    await anne.saved()
    expect(savedTitles(story)).toContain('Flere børn læser højt')

    await anne.press('Control+z')
    await page.getByRole('button', { name: /^Fletninger.*1 sted skal afgøres$/ }).click()
    await card.waitFor()
    await anne.saved()
    expect(savedTitles(story)).toContain('Flere børn læser mere')
  })

  test('a merge is undone after one question, and everything is as it was before it', async () => {
    const { story, maja, anne } = await two()
    await editTitle(maja, 'Flere børn læser')
    await maja.type(' højt')
    await maja.saved()
    await editTitle(anne, 'Natur hver dag')
    await anne.type(' hele året')
    await anne.saved()
    await sees(anne, 'Flere børn læser højt')
    await anne.press('Escape', 'Control+k')
    await anne.type('Fletninger')
    await anne.press('Enter')
    await anne.page.getByRole('button', { name: 'Fortryd fletning …' }).click()
    await anne.page.getByRole('dialog').getByRole('button', { name: 'Fortryd fletningen' }).click()
    await anne.notice().filter({ hasText: 'Fletningen er fortrudt' }).waitFor()
    await anne.press('Control+1')
    await openPlan(anne)
    await sees(anne, 'Natur hver dag hele året')
    expect(await anne.outline()).not.toContain('Flere børn læser højt')

    // The file holds what Maja wrote, and is not written over.
    await anne.page.getByRole('banner').getByText('Kunne ikke gemmes').waitFor()
    expect(savedTitles(story)).toContain('Flere børn læser højt')
    await anne.page.getByRole('button', { name: 'Flet alligevel' }).click()
    await sees(anne, 'Flere børn læser højt')
    await anne.saved()
    expect(savedTitles(story)).toEqual(
      expect.arrayContaining(['Flere børn læser højt', 'Natur hver dag hele året']),
    )
  })
})

describe('a workbook that others have open', () => {
  test('says so when it is opened, and is open anyway', async () => {
    const { story, anne } = await two()
    await isOpenElsewhere(anne).waitFor()
    await anne.page.getByRole('button', { name: 'Åbn alligevel, flet senere' }).click()
    await isOpenElsewhere(anne).waitFor({ state: 'detached' })
    await anne.page.getByText(/^Også åben hos /).waitFor()
    await editTitle(anne, 'Natur hver dag')
    await anne.type(' hele året')
    await isSavedAs(story, 'Natur hver dag hele året')
  })

  test('is told quietly to who was there first, when she has saved', async () => {
    const { maja } = await two()
    await editTitle(maja, 'Natur hver dag')
    await maja.type(' hele året')
    await maja.notice().filter({ hasText: 'har åbnet projektmappen' }).waitFor()
    await maja.page.getByText(/^Også åben hos /).waitFor()
    expect(await isOpenElsewhere(maja).count()).toBe(0)
  })

  test('can be opened read only: nothing can be typed, and nothing is saved, until she wants to', async () => {
    const { story, anne } = await two()
    await anne.page.getByRole('button', { name: 'Åbn skrivebeskyttet' }).click()
    await anne.page.getByRole('banner').getByText('Skrivebeskyttet').waitFor()
    const before = await anne.outline()
    await anne.row('Natur hver dag').click()
    await anne.press('F2', 'End')
    await anne.type(' hele året')
    await anne.press('Delete', 'Control+d', 'Tab', 'Alt+Shift+ArrowDown')
    await anne.notice().filter({ hasText: 'Projektmappen er skrivebeskyttet her' }).waitFor()
    const field = anne.page.locator('[data-form] [data-place]').first()
    await field.click()
    await anne.type('Nej')
    expect(await anne.outline()).toBe(before)
    await anne.page.getByRole('button', { name: 'Redigér' }).click()
    await anne.page.getByText(/^Gemt \d/).waitFor()
    await editTitle(anne, 'Natur hver dag')
    await anne.type(' hele året')
    await isSavedAs(story, 'Natur hver dag hele året')
  })
})

describe('a copy of the workbook', () => {
  /** What Anne wrote in a copy of her own, which a sync program put beside the workbook. */
  function conflictCopy(book: string): void {
    const copy = join(book, '..', 'Sundkøbing (Annes konfliktkopi 2026-11-22).sqlite')
    copyFileSync(book, copy)
    const person = { who: 'Anne', machine: 'PC-ANNE' }
    const workbook = Workbook.open({ file: copy, workBase: temporaryFolder(), person })
    const [node] = readAll(workbook.db, 'node', 'WHERE title = ?', 'Natur hver dag')
    workbook.execute({ type: 'node.rename', id: node?.id ?? '', title: 'Natur hver eneste dag' })
    workbook.save()
    workbook.close()
  }

  test('that lies beside it is offered, merged, and not offered again', async () => {
    const story = troubled()
    conflictCopy(story.book)
    const scene = await story.start()
    await openPlan(scene)
    const offered = scene.page.getByText(
      /^Der ligger en anden udgave ved siden af: »Sundkøbing \(Annes konfliktkopi/,
    )
    await offered.waitFor()
    await scene.page.getByRole('button', { name: 'Flet', exact: true }).click()
    await scene.notice().filter({ hasText: 'Flettet med Annes ændringer: 1 række' }).waitFor()
    await sees(scene, 'Natur hver eneste dag')
    await offered.waitFor({ state: 'detached' })
    await isSavedAs(story, 'Natur hver eneste dag')
    await scene.program.close()
    const again = await story.start()
    await openPlan(again)
    await again.saved()
    expect(await again.page.getByText('Der ligger en anden udgave').count()).toBe(0)
  })

  test('that came by mail is merged with »Flet med …«; once more, there is nothing new in it', async () => {
    const story = troubled()
    conflictCopy(story.book)
    const copy = join(story.folder, 'Sundkøbing (Annes konfliktkopi 2026-11-22).sqlite')
    const scene = await story.start()
    await openPlan(scene)
    const merge = async () => {
      await scene.program.dialogs.answer({ open: [copy] })
      await scene.program.menu.choose('Filer', 'Flet med …')
    }
    await merge()
    await scene.notice().filter({ hasText: 'Flettet med Annes ændringer: 1 række' }).waitFor()
    await merge()
    await scene
      .notice()
      .filter({ hasText: 'Der er intet nyt i »Sundkøbing (Annes konfliktkopi 2026-11-22)«' })
      .waitFor()
    expect(savedTitles(story, copy)).toContain('Natur hver eneste dag')
  })
})
