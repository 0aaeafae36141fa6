import { expect } from 'vitest'
import { agreement } from './agreement.ts'
import { type Scene, type Story, story } from './story.ts'

/** What stands in the plan before the trouble begins. */
export const outline = `Koordinerende rolle
  Flere børn læser
  Natur hver dag
Egne bidrag
  Enklere visitation`

/** For what the program does by itself after some seconds, and for machines that have much else to do. */
export const patience = { timeout: 60_000, interval: 50 }

/** A user with one saved plan. */
export const troubled = (): Story => story({ written: [agreement(outline)] })

/** Opens the plan from the list of plans, unless the program has opened it already. */
export async function openPlan({ page }: Scene, title = 'Målaftale'): Promise<void> {
  const link = page.getByRole('button', { name: title, exact: true })
  const rows = page.getByRole('treeitem')
  await link.or(rows).first().waitFor()
  // It may open the plan in just this moment, and the list is gone before the click.
  await expect
    .poll(async () => {
      if ((await rows.count()) === 0) await link.click({ timeout: 500 }).catch(() => null)
      return rows.count()
    }, patience)
    .toBeGreaterThan(0)
}

/** Puts the caret at the end of a title. */
export async function editTitle({ page, row, press }: Scene, title: string): Promise<void> {
  await row(title).click()
  await press('F2', 'End')
  await page.getByRole('treeitem').getByRole('textbox').waitFor()
}

/** The titles of all rows in the saved file, in no order. */
export const savedTitles = ({ plans }: Story, file?: string): readonly string[] =>
  plans(file).flatMap(({ plan }) => titlesOf(plan.outline))

interface Branch {
  readonly title: string
  readonly children?: readonly Branch[] | undefined
}

const titlesOf = (nodes: readonly Branch[]): readonly string[] =>
  nodes.flatMap(({ title, children = [] }) => [title, ...titlesOf(children)])

/** Waits until the title stands in the file that she shares. */
export const isSavedAs = (told: Story, title: string, file?: string): Promise<void> =>
  expect.poll(() => savedTitles(told, file), patience).toContain(title)

/** Runs in each document before its own scripts: what the content security policy stops is written down. */
export const watchPolicy = `
  globalThis.stopped = []
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    globalThis.stopped.push(effectiveDirective + ' ' + blockedURI))`

/** What the policy has stopped in a page that was started with `watchPolicy`: the directive and the address. */
export const stopped = ({ page }: Scene): Promise<readonly string[]> =>
  page.evaluate(() => Reflect.get(globalThis, 'stopped'))
