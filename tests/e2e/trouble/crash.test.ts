import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Workbook } from '../../../db/workbook.ts'
import type { Scene, Story } from '../support/story.ts'
import { editTitle, isSavedAs, openPlan, patience, savedTitles, troubled } from '../support/trouble.ts'

/** Milliseconds before a crash from which typed letters may be lost: 300, and what a slow machine needs to hand them over. */
const LAST_LETTERS = 1_000

const sentence = ' med glæde hver eneste dag, og de voksne læser med dem'

/** Types the sentence as a writer does and kills the program in the middle of it; answers with what must be left of it. */
async function killedWhileTyping({ program, page }: Scene): Promise<string> {
  const typed: { readonly text: string; readonly at: number }[] = []
  for (const letter of sentence.slice(0, -10)) {
    await page.keyboard.type(letter, { delay: 50 })
    typed.push({ text: `${typed.at(-1)?.text ?? ''}${letter}`, at: Date.now() })
  }
  const killedAt = Date.now()
  await program.kill()
  return typed.findLast(({ at }) => at < killedAt - LAST_LETTERS)?.text ?? ''
}

/** She works in the program, and the computer loses its power. */
async function crashed(maja: Story): Promise<string> {
  const scene = await maja.start()
  await openPlan(scene)
  await editTitle(scene, 'Flere børn læser')
  return killedWhileTyping(scene)
}

const leftovers = ({ page }: Scene) => page.getByRole('region', { name: 'Ikke gemt sidst' })
const button = ({ page }: Scene, name: string) => page.getByRole('button', { name, exact: true })

const titleShown = async ({ outline }: Scene): Promise<string> =>
  (await outline()).split('\n')[1]?.trimStart() ?? ''

test('a kill in the middle of a sentence takes its last letters at most, and the history goes on', async () => {
  const maja = troubled()
  const whole = readFileSync(maja.book)
  const safe = await crashed(maja)
  expect(safe.length).toBeGreaterThan(5)
  expect(readFileSync(maja.book)).toEqual(whole)

  const scene = await maja.start({ args: [] })
  await leftovers(scene)
    .getByText(/^Sundkøbing: \d+ ændring(er)? indtil kl\. \d\d\.\d\d$/)
    .waitFor()
  await button(scene, 'Gendan').click()
  await openPlan(scene)
  const recovered = await titleShown(scene)
  expect(`Flere børn læser${sentence}`.startsWith(recovered)).toBe(true)
  expect(recovered.startsWith(`Flere børn læser${safe}`)).toBe(true)

  await scene.press('Control+z')
  await expect.poll(() => titleShown(scene), patience).toBe('Flere børn læser')
  await scene.press('Control+y')
  await expect.poll(() => titleShown(scene), patience).toBe(recovered)
  await isSavedAs(maja, recovered)
  await scene.program.close()
  const next = await maja.start({ args: [] })
  expect(await leftovers(next).count()).toBe(0)
})

test('»Kassér« asks once, and then the edits are gone for good', async () => {
  const maja = troubled()
  await crashed(maja)
  const scene = await maja.start({ args: [] })
  await button(scene, 'Kassér').click()
  await scene.page.getByText('Ændringerne kan ikke hentes frem igen.').waitFor()
  await button(scene, 'Behold').click()
  await button(scene, 'Kassér').click()
  await button(scene, 'Kassér ændringerne').click()
  await leftovers(scene).waitFor({ state: 'detached' })
  await scene.program.close()

  const next = await maja.start()
  await openPlan(next)
  expect(await titleShown(next)).toBe('Flere børn læser')
  expect(await next.notice().count()).toBe(0)
})

test('a workbook that is opened by its name comes as she left it', async () => {
  const maja = troubled()
  const safe = await crashed(maja)
  const scene = await maja.start()
  await scene
    .notice()
    .getByText(
      /^\d+ ændring(er)?, som ikke nåede i filen sidst, er hentet frem \(indtil kl\. \d\d\.\d\d\)\.$/,
    )
    .waitFor()
  await openPlan(scene)
  const recovered = await titleShown(scene)
  expect(recovered.startsWith(`Flere børn læser${safe}`)).toBe(true)
  await isSavedAs(maja, recovered)
})

test('edits that a colleague has overtaken are merged with hers', async () => {
  const maja = troubled()
  const safe = await crashed(maja)
  colleagueRenames(maja)
  const scene = await maja.start()
  await openPlan(scene, 'Kollegaens aftale')
  const recovered = await titleShown(scene)
  expect(recovered.startsWith(`Flere børn læser${safe}`)).toBe(true)
  await isSavedAs(maja, recovered)
  expect(maja.plans().map(({ plan }) => plan.title)).toContain('Kollegaens aftale')
})

test('edits whose copy is damaged are told of, and the file opens without them', async () => {
  const maja = troubled()
  await crashed(maja)
  const work = join(maja.userData, 'work')
  const [copy = ''] = readdirSync(work).filter((name) => name.startsWith('workbook-'))
  writeFileSync(join(work, copy, 'workbook.sqlite'), 'x'.repeat(5000))
  const scene = await maja.start({ args: [] })
  await leftovers(scene)
    .getByText(/^Sundkøbing: ændringer indtil kl\. \d\d\.\d\d$/)
    .waitFor()
  await button(scene, 'Gendan').click()
  await scene
    .notice()
    .getByText(/^Arbejdskopien .+ er beskadiget og kan ikke gendannes\. Filen selv er ikke ændret\./)
    .waitFor()
  await scene.page.getByRole('listitem').getByRole('button', { name: 'Sundkøbing', exact: true }).click()
  await scene.notice().getByText('for arbejdskopien med dem er beskadiget').waitFor()
  await openPlan(scene)
  expect(await titleShown(scene)).toBe('Flere børn læser')
})

function colleagueRenames({ book, folder, plans }: Story): void {
  const workbook = Workbook.open({ file: book, workBase: join(folder, 'kollega') })
  const [plan] = workbook.plans
  if (plan) workbook.execute({ type: 'plan.update', id: plan.id, changes: { title: 'Kollegaens aftale' } })
  workbook.save()
  workbook.close()
  expect(plans().map(({ plan: { title } }) => title)).toEqual(['Kollegaens aftale'])
}

test.each([
  ['just before the new file takes its place', 'before', 'Flere børn læser', 1],
  ['just after it has taken it', 'after', 'Flere børn læser højt', 0],
])('a kill while the workbook is saved, %s, costs nothing', async (_, moment, saved, told) => {
  const maja = troubled()
  const armed = join(maja.folder, 'nu')
  const scene = await maja.start({
    env: {
      NODE_OPTIONS: `--import=${join(import.meta.dirname, '../../support/killed-in-save-child.ts')}`,
      KILLED_SAVING: maja.book,
      KILLED_AT: moment,
      KILLED_WHEN: armed,
    },
  })
  await openPlan(scene)
  await editTitle(scene, 'Flere børn læser')
  await scene.type(' højt')
  writeFileSync(armed, '')
  await scene.press('Control+s')
  expect(await scene.program.closed).toMatchObject({ signal: 'SIGKILL' })
  expect(savedTitles(maja)).toContain(saved)

  const next = await maja.start()
  await expect.poll(() => next.notice().getByText('er hentet frem').count(), patience).toBe(told)
  await openPlan(next)
  await expect.poll(() => titleShown(next), patience).toBe('Flere børn læser højt')
  expect(await next.notice().getByText('De er i behold').count()).toBe(0)
  await isSavedAs(maja, 'Flere børn læser højt')
  await editTitle(next, 'Flere børn læser højt')
  await next.type(' sammen')
  await isSavedAs(maja, 'Flere børn læser højt sammen')
})
