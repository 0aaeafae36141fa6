import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { agreement } from '../support/agreement.ts'
import { type Scene, type Story, story } from '../support/story.ts'

const outline = `Koordinerende rolle
  Flere børn læser
  Natur hver dag
Egne bidrag
  Enklere visitation`

const someone = (): Story => story({ written: [agreement(outline)] })

const button = ({ page }: Scene, name: string) => page.getByRole('button', { name })

/** Writes another title in the place of that of the row. */
async function rename(scene: Scene, from: string, to: string): Promise<void> {
  await scene.goTo(from)
  await scene.press('F2', 'Control+a')
  await scene.type(to)
  await scene.press('Escape')
  await scene.row(to).waitFor()
}

describe('an earlier state', () => {
  test('is seen, taken back, and left again by one undo', async () => {
    const maja = someone()
    const scene = await maja.start()
    const { page, press, sees } = scene
    await scene.open('Målaftale')
    await rename(scene, 'Flere børn læser', 'Alle læser')
    await scene.goTo('Natur hver dag')
    await press('Delete')
    await scene.saved()
    const later = `Koordinerende rolle
  Alle læser
Egne bidrag
  Enklere visitation`
    await sees(later)

    await scene.program.menu.choose('Filer', 'Gendan …')
    const dialog = page.getByRole('dialog')
    await scene.focused(dialog.getByRole('radio').first())
    await dialog.getByRole('radio').last().focus()
    await press(' ')
    await dialog.getByRole('heading', { name: 'Siden da: 1 plan er anderledes' }).waitFor()
    const told = (await dialog.getByRole('listitem').textContent()) ?? ''
    expect(told).toContain('1 række er slettet, 1 er ændret.')
    expect(told).toContain('»Alle læser«, »Natur hver dag«')
    await button(scene, 'Gendan hele projektmappen').click()
    await dialog.waitFor({ state: 'detached' })
    await scene.notice().getByText('Gendannet til kl.').waitFor()
    await sees(outline)
    await scene.saved()
    expect(JSON.stringify(maja.plans())).toContain('Natur hver dag')

    await press('Control+z')
    await sees(later)
    await press('Control+y')
    await sees(outline)
  })

  test('is taken back for a plan alone, by the keyboard', async () => {
    const scene = await someone().start()
    const { page, press, sees } = scene
    await scene.open('Målaftale')
    await rename(scene, 'Natur hver dag', 'Ude hver dag')
    await scene.saved()
    await press('Control+k')
    await scene.type('Gendan')
    await press('Enter')
    await scene.focused(page.getByRole('radio').first())
    await page.getByRole('radio').last().click()
    await page.getByRole('checkbox').waitFor()
    await press('Tab')
    await scene.focused(page.getByRole('checkbox'))
    await press(' ', 'Tab', 'Tab', 'Enter')
    await scene.notice().getByText('Gendannet til kl.').waitFor()
    await sees(outline)
    await scene.focused(scene.row('Natur hver dag'))
  })
})

describe('a copy to send out of the house', () => {
  test('holds the plans, and nothing of what was deleted', async () => {
    const maja = someone()
    const scene = await maja.start()
    await scene.open('Målaftale')
    await rename(scene, 'Natur hver dag', 'Fyringsrunde i foråret')
    await scene.saved()
    await scene.goTo('Fyringsrunde i foråret')
    await scene.press('Delete')
    await scene.row('Fyringsrunde i foråret').waitFor({ state: 'detached' })
    const copy = join(maja.folder, 'Til revisionen.sqlite')
    await scene.program.dialogs.answer({ save: copy })
    await scene.goTo('Enklere visitation')
    await scene.press('F2', 'End')
    await scene.type(' nu')
    await scene.program.menu.choose('Filer', 'Send ud af huset …')
    await button(scene, 'Vælg fil …').click()
    await scene.notice().getByText('Den rene kopi er skrevet: »Til revisionen«').waitFor()
    const [asked] = await scene.program.dialogs.asked()
    expect(asked?.defaultPath).toBe(join(maja.folder, 'Sundkøbing – ren kopi.sqlite'))
    await button(scene, 'Vis i mappe').click()
    await expect.poll(async () => JSON.stringify(await scene.program.shell.calls())).toContain(copy)
    const secret = Buffer.from('Fyringsrunde')
    expect([maja.book, copy].map((file) => readFileSync(file).includes(secret))).toEqual([true, false])
    expect(maja.plans(copy)).toEqual(maja.plans())
    expect(JSON.stringify(maja.plans(copy))).toContain('Enklere visitation nu')
  })
})

describe('a damaged workbook', () => {
  test('is salvaged from the start page, and opened', async () => {
    const maja = someone()
    const bytes = readFileSync(maja.book)
    for (let at = 8 * 4096; at < bytes.length; at += 7 * 4096) bytes.fill(255, at, at + 1000)
    writeFileSync(maja.book, bytes)
    const scene = await maja.start()
    const { page } = scene
    await button(scene, 'Red, hvad der kan reddes …').click()
    const dialog = page.getByRole('dialog')
    const made = join(maja.folder, 'Reddet.sqlite')
    await scene.program.dialogs.answer({ save: made })
    await button(scene, 'Vælg fil …').click()
    await dialog.getByText(/^Reddet: \d+ plan/).waitFor()
    const list = dialog.getByRole('textbox', { name: 'Det, der ikke er som før' })
    expect(await list.inputValue()).toContain('kunne ikke læses')
    await button(scene, 'Kopiér listen').click()
    await dialog.getByText('Listen er kopieret').waitFor()
    await button(scene, 'Åbn den nye projektmappe').click()
    await page.getByText('Reddet.sqlite').first().waitFor()
    await page.getByRole('table', { name: 'Planer' }).waitFor()
    expect(readFileSync(maja.book)).toEqual(bytes)
    expect(JSON.stringify(maja.plans(made))).toContain('Flere børn læser')
  })
})
