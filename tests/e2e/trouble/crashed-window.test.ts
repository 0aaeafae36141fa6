import { expect, test } from 'vitest'
import type { Program } from '../host/launch.ts'
import { type Scene, sceneOf } from '../support/story.ts'
import { editTitle, isSavedAs, openPlan, patience, savedTitles, troubled } from '../support/trouble.ts'

/** Chromium kills the page, and nothing but the page. */
async function crashPage({ page }: Scene): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await crashed
}

/** The page that the only window shows by now. */
async function shownAgain(program: Program, before: Scene): Promise<Scene> {
  const shown = async () => (await program.windows())[0]?.page ?? before.page
  await expect.poll(shown, patience).not.toBe(before.page)
  return sceneOf({ ...program, page: await shown() })
}

test('a page that crashes is shown again as it was, and one that crashes again is offered', async () => {
  const maja = troubled()
  const first = await maja.start()
  const { program } = first
  await openPlan(first)
  await editTitle(first, 'Flere børn læser')
  await first.type(' højt')
  await isSavedAs(maja, 'Flere børn læser højt')
  await first.type(' sammen')
  await expect.poll(() => program.menu.items().then(JSON.stringify), patience).toContain('højt sammen')
  await crashPage(first)

  const second = await shownAgain(program, first)
  await second.row('Flere børn læser højt sammen').waitFor()
  await editTitle(second, 'Natur hver dag')
  await second.type(' og nat')
  await isSavedAs(maja, 'Natur hver dag og nat')
  await program.dialogs.answer({ message: 'Vis vinduet igen' })
  await crashPage(second)

  const third = await shownAgain(program, second)
  await third.row('Natur hver dag og nat').waitFor()
  const [asked] = await program.dialogs.asked()
  expect(asked).toMatchObject({
    message: 'Vinduet gik i stå igen',
    buttons: ['Vis vinduet igen', 'Luk vinduet'],
  })
  await third.press('Control+z')
  await expect.poll(() => third.outline(), patience).toContain('Natur hver dag\n')
  await program.dialogs.answer({ message: 'Luk vinduet' })
  await crashPage(third)

  expect(await program.closed).toEqual({ code: 0, signal: null })
  expect(savedTitles(maja)).toEqual([
    'Koordinerende rolle',
    'Flere børn læser højt sammen',
    'Natur hver dag',
    'Egne bidrag',
    'Enklere visitation',
  ])
})
