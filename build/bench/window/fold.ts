import type { Page } from 'playwright-core'
import { pressed, times } from './keys.ts'
import { openFluentTree, openOutline, type Place } from './outline.ts'
import { type Subject, settled } from './subject.ts'

/** Fold and unfold all, seen from the first row that holds others. */
const folding = (page: Page, keys: { readonly fold: string; readonly unfold: string }) => async () => {
  await page.keyboard.press('Home')
  await pressed(page, times(3, 'ArrowDown'))
  await settled(page)
  const [fold = 0] = await pressed(page, [keys.fold])
  await settled(page)
  const [unfold = 0] = await pressed(page, [keys.unfold])
  await settled(page)
  return { fold, unfold }
}

export async function ourFolding(place: Place): Promise<Subject> {
  const program = await openOutline(place)
  const round = folding(program.page, { fold: 'Alt+Shift+1', unfold: 'Alt+Shift+a' })
  return { round, end: () => program.kill() }
}

export async function fluentFolding(place: Place): Promise<Subject> {
  const program = await openFluentTree(place)
  await program.page.keyboard.press('Tab')
  return { round: folding(program.page, { fold: 'F7', unfold: 'F8' }), end: () => program.kill() }
}
