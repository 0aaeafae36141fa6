import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError, type ErrorCode } from '../../../db/model/errors.ts'
import { sentenceFor } from '../../../db/model/texts/errors.ts'
import { examples } from '../../support/error-examples.ts'
import { pieces, plainData } from '../host/plain-data.ts'
import type { Scene } from '../support/story.ts'
import { editTitle, isSavedAs, openPlan, patience, troubled } from '../support/trouble.ts'

/** What no reader in a town hall should meet: words of English, of the machine, and of our code. */
const foreign: readonly RegExp[] = [
  /\b(the|not|and|is|are|with|from|file|cannot|failed|invalid|please|unknown|request|unexpected|exception)\b/i,
  /\b(error|undefined|null|NaN|true|false|TypeError|Infinity)\b|\[object/i,
  /\bat .+:\d+:\d+|\.(ts|tsx|js|cjs):\d+/,
  /\b(workbook|disk|command|exchange|plan|export|file|request|history|node)\.[a-z-]+\b/,
  /\bSQLITE_|\bE(IO|ACCES|PERM|NOENT|ROFS|NOSPC|BUSY|ISDIR|NOTDIR|EXIST|MFILE|INVAL)\b/,
]

/** Everything that can be read on the page, or heard. */
async function words({ page }: Scene): Promise<string> {
  const told = await page.evaluate(() =>
    ['aria-label', 'title', 'placeholder'].flatMap((name) =>
      Array.from(document.querySelectorAll(`[${name}]`), (element) => element.getAttribute(name) ?? ''),
    ),
  )
  return [await page.title(), ...(await page.locator('body').allInnerTexts()), ...told].join('\n')
}

const foreignIn = (text: string): readonly string[] =>
  foreign.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])

/** Main tells the page something, as `main/shell/ipc.ts` does. */
async function tell({ page }: Scene, event: string, payload: unknown): Promise<void> {
  const message = { kind: 'event', channel: 'planvaerk.event', args: [event, payload] }
  for (const piece of pieces().cut(plainData().encode(message))) {
    await page.evaluate((text) => Reflect.get(globalThis, '__standInReceive')(text), piece)
  }
}

const closeNotice = ({ page }: Scene): Promise<void> =>
  page.getByRole('button', { name: 'Luk beskeden' }).click()

const withoutFolders = (text: string): string => text.replaceAll(/»[^»«]*«/g, '»…«')

/** What the one who mends the exchange file needs: the place in it. */
const needed: Readonly<Record<string, readonly string[]>> = {
  'exchange.invalid': ['plan.title'],
  'exchange.plan-exists': ['plan.id'],
}

test('every expected failure is told in its Danish sentence, and nothing else', async () => {
  const scene = await troubled().start()
  await openPlan(scene)
  for (const [code, details] of Object.entries(examples)) {
    // Each example holds the details of its code, which the compiler cannot follow through the table.
    const sentence = sentenceFor(new AppError(code as ErrorCode, details))
    await tell(scene, 'problem.occurred', { code, details })
    await scene.notice().getByText(sentence, { exact: true }).waitFor()
    expect(foreignIn(withoutFolders(await words(scene))), code).toEqual(needed[code] ?? [])
    await closeNotice(scene)
  }
})

const unexpected =
  /^Der skete en uventet fejl i programmet\. Det, du har skrevet, er ikke ændret\. Prøv igen, og meld fejlen med nummer [0-9a-f]{6}, hvis den gentager sig\.$/

test('a bug is told by its number in the log, which holds nothing that she wrote', async () => {
  const maja = troubled()
  const scene = await maja.start({
    env: { NODE_OPTIONS: `--import=${join(import.meta.dirname, '../../support/bug-child.ts')}` },
  })
  await openPlan(scene)
  await editTitle(scene, 'Flere børn læser')
  const { page, program } = scene
  const bugs: readonly (() => unknown)[] = [
    () => process.kill(program.pid, 'SIGUSR2'),
    () => page.evaluate(() => void setTimeout(() => Reflect.get(window, 'none').hemmelig)),
    () => page.evaluate(() => void Promise.reject(new Error('Cannot set »hemmelig titel«'))),
    () => tell(scene, 'workbook.changed', { changes: null, cause: 'edit', history: null, focus: null }),
  ]
  for (const bug of bugs) {
    await bug()
    const notice = scene.notice().getByText(unexpected)
    await notice.waitFor()
    const number = /nummer (\w+)/.exec((await notice.textContent()) ?? '')?.[1] ?? ''
    const log = readFileSync(join(maja.userData, 'logs/planvaerk.log'), 'utf8')
    expect(log).toContain(` ${number} `)
    expect(log).not.toContain('hemmelig')
    expect(foreignIn(withoutFolders(await words(scene)))).toEqual([])
    await closeNotice(scene)
  }
  await scene.type(' højt')
  await isSavedAs(maja, 'Flere børn læser højt')
})

test('a page that cannot be drawn says so, and is shown again with everything', async () => {
  const maja = troubled()
  const scene = await maja.start()
  await openPlan(scene)
  await editTitle(scene, 'Flere børn læser')
  await scene.type(' højt')
  await tell(scene, 'workbook.opened', { file: maja.book, name: {}, plans: [], units: [], templates: [] })
  const { page } = scene
  await page.getByRole('heading', { name: 'Vinduet gik i stå' }).waitFor()
  await page
    .getByText(/^Der er en fejl i programmet \(nr\. [0-9a-f]{6}\)\. Alt, hvad du har skrevet, er gemt\./)
    .waitFor()
  expect(foreignIn(await words(scene))).toEqual([])
  await page.getByRole('button', { name: 'Vis vinduet igen' }).click()
  await openPlan(scene)
  await expect.poll(() => scene.outline(), patience).toContain('Flere børn læser højt')
  await isSavedAs(maja, 'Flere børn læser højt')
})
