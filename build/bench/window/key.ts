import type { Page } from 'playwright-core'
import { percentile } from '../harness.ts'
import { pressed, times } from './keys.ts'
import { openFluentTree, openOutline, type Place } from './outline.ts'
import { type Subject, settled } from './subject.ts'

/** Of so many keys, 95 of 100 are on the screen within. */
const p95 = (milliseconds: readonly number[]) => ({ key: percentile(milliseconds, 0.95) })

/** About sixty keys of all sorts: going about, writing titles, new rows, moving rows and changing their level. */
const work: readonly string[] = [
  ...times(6, 'ArrowDown'),
  ...times(6, 'ArrowUp'),
  'F2',
  ...'samarbejde',
  'Alt+Shift+ArrowUp',
  'Alt+Shift+ArrowDown',
  'Alt+Shift+ArrowUp',
  'Alt+Shift+ArrowDown',
  'Enter',
  ...'ny indsats',
  'Alt+Shift+ArrowRight',
  'Alt+Shift+ArrowLeft',
  'Enter',
  ...'og en til',
  ...times(2, 'Alt+Shift+ArrowUp'),
  'Alt+Shift+ArrowRight',
  'Alt+Shift+ArrowLeft',
  'Alt+Shift+ArrowDown',
  'Escape',
  ...times(4, 'ArrowDown'),
]

export async function ourKeys(place: Place): Promise<Subject> {
  const program = await openOutline(place)
  const { page } = program
  let round = 0
  return {
    round: async () => {
      await goToTable(page, 10 * ++round)
      return p95(await pressed(page, work))
    },
    end: () => program.kill(),
  }
}

/** The focus comes to a table, so many rows down, that is not the first of its chapter: it can move and change its level. */
async function goToTable(page: Page, down: number): Promise<void> {
  await page.keyboard.press('Home')
  for (const key of times(down, 'ArrowDown')) await page.keyboard.press(key)
  const isThere = () =>
    page.evaluate(() => {
      const { activeElement: row } = document
      return row?.getAttribute('aria-level') === '4' && row.getAttribute('aria-posinset') !== '1'
    })
  while (!(await isThere())) await pressed(page, ['ArrowDown'])
  await settled(page)
}

/** F2 changes a title there. */
export async function fluentKeys(place: Place): Promise<Subject> {
  const program = await openFluentTree(place)
  await program.page.keyboard.press('Tab')
  const keys = [...times(4, 'ArrowDown'), ...times(3, 'ArrowUp'), ...times(3, 'F2')]
  return { round: async () => p95(await pressed(program.page, keys)), end: () => program.kill() }
}
