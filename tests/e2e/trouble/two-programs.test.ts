import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../support/workbooks.ts'
import { launchProgram, type Program, type ProgramWindow } from '../host/launch.ts'
import { type Scene, type Story, sceneOf } from '../support/story.ts'
import { editTitle, isSavedAs, openPlan, patience, savedTitles, troubled } from '../support/trouble.ts'

/** A colleague with her own computer opens the workbook. */
async function colleague(file: string): Promise<Scene> {
  const program = await launchProgram({ userData: join(temporaryFolder(), 'data'), args: [file] })
  onTestFinished(() => program.kill())
  const scene = sceneOf(program)
  await openPlan(scene)
  return scene
}

describe('two who have the same workbook open', () => {
  /** The file is spoilt by something else while Maja writes. */
  async function spoilt() {
    const maja = troubled()
    const scene = await maja.start()
    await openPlan(scene)
    writeFileSync(maja.book, readFileSync(maja.book).subarray(0, 9_000))
    const damaged = readFileSync(maja.book)
    await editTitle(scene, 'Flere børn læser')
    await scene.type(' højt')
    await scene.page.getByRole('banner').getByText('Kunne ikke gemmes').waitFor()
    return { maja, scene, damaged }
  }

  test('a file that somebody has spoilt is left as it is; she is told what to do, and saves hers elsewhere', async () => {
    const { maja, scene, damaged } = await spoilt()
    await scene.press('Control+s')
    await scene
      .notice()
      .getByText(/er ikke hel.*i behold på denne computer\. Vælg »Gem som …«/)
      .waitFor()
    const hers = join(maja.folder, 'Majas.sqlite')
    await scene.program.dialogs.answer({ save: hers })
    await scene.page.getByRole('button', { name: 'Gem som …' }).click()
    await scene.page.getByRole('heading', { name: 'Majas.sqlite' }).waitFor()
    expect(savedTitles(maja, hers)).toContain('Flere børn læser højt')
    expect(readFileSync(maja.book)).toEqual(damaged)
  })

  test('»Gem som …« under the same name takes in what the other has saved', async () => {
    const maja = troubled()
    const scene = await maja.start()
    await openPlan(scene)
    const elses = await colleague(maja.book)
    await editTitle(elses, 'Natur hver dag')
    await elses.type(' hele året')
    await isSavedAs(maja, 'Natur hver dag hele året')
    await editTitle(scene, 'Flere børn læser')
    await scene.type(' højt')
    await scene.program.dialogs.answer({ save: maja.book })
    await scene.press('F12')
    await expect.poll(scene.outline, patience).toContain('Natur hver dag hele året')
    await scene.saved()
    expect(savedTitles(maja)).toEqual(
      expect.arrayContaining(['Flere børn læser højt', 'Natur hver dag hele året']),
    )
  })
})

describe('one program with several windows', () => {
  const anotherBook = ({ folder, book }: Story): string => {
    const other = join(folder, 'Havnen.sqlite')
    copyFileSync(book, other)
    return other
  }

  const shownIn = async (program: Program, title: string): Promise<ProgramWindow> => {
    await expect
      .poll(async () => (await program.windows()).map((window) => window.title), patience)
      .toContain(title)
    const window = (await program.windows()).find((one) => one.title === title)
    if (!window) throw new Error(`no window ${title}`)
    return window
  }

  /** Two workbooks, each in its window. */
  async function twoWindows() {
    const maja = troubled()
    const first = await maja.start()
    await openPlan(first)
    const other = anotherBook(maja)
    await first.program.dialogs.answer({ open: [other] })
    await first.press('Control+o')
    const { page } = await shownIn(first.program, 'Havnen – Planværk')
    const second = sceneOf({ ...first.program, page })
    await openPlan(second)
    return { maja, first, second, other, program: first.program }
  }

  test('two workbooks are written at once, each with its own file and history', async () => {
    const { maja, first, second, other } = await twoWindows()
    await editTitle(first, 'Flere børn læser')
    await editTitle(second, 'Natur hver dag')
    for (const letter of ' højt') {
      await first.type(letter)
      await second.type(letter)
    }
    await isSavedAs(maja, 'Flere børn læser højt')
    await isSavedAs(maja, 'Natur hver dag højt', other)
    await second.press('Control+z')
    await isSavedAs(maja, 'Natur hver dag', other)
    expect(savedTitles(maja)).toContain('Flere børn læser højt')
    expect(await first.outline()).toContain('Flere børn læser højt')
  })

  test('a workbook that is open is shown where it is, by whatever way it is asked for', async () => {
    const { maja, first, second, other, program } = await twoWindows()
    const focused = async () => (await program.windows()).find((window) => window.focused)?.title
    await editTitle(first, 'Flere børn læser')
    expect(await focused()).toBe('Havnen – Planværk')

    await program.dialogs.answer({ open: [maja.book] })
    await second.press('Control+o')
    await expect.poll(focused, patience).toBe('Sundkøbing – Planværk')
    expect(await program.secondInstance([other])).toMatchObject({ code: 0 })
    await expect.poll(focused, patience).toBe('Havnen – Planværk')
    await program.drop(second.page.getByRole('tree'), [maja.book])
    await expect.poll(focused, patience).toBe('Sundkøbing – Planværk')
    await program.dialogs.answer({ open: [maja.book] })
    await first.press('Control+o')
    await first.type(' højt')
    await isSavedAs(maja, 'Flere børn læser højt')
    expect((await program.windows()).length).toBe(2)
  })

  test('a second start opens its file in the window that is free, else in a new one', async () => {
    const maja = troubled()
    const other = anotherBook(maja)
    const scene = await maja.start({ args: [] })
    await scene.page.getByRole('button', { name: 'Ny projektmappe' }).waitFor()
    expect(await scene.program.secondInstance([maja.book])).toMatchObject({ code: 0 })
    await openPlan(scene)
    expect(await scene.program.secondInstance([other])).toMatchObject({ code: 0 })
    const { page } = await shownIn(scene.program, 'Havnen – Planværk')
    await openPlan(sceneOf({ ...scene.program, page }))
    expect(await scene.outline()).toContain('Flere børn læser')
    expect((await scene.program.windows()).length).toBe(2)
  })

  test('closing one window leaves the other at work', async () => {
    const { maja, first, second, program } = await twoWindows()
    await editTitle(second, 'Natur hver dag')
    await second.type(' højt')
    await (await shownIn(program, 'Havnen – Planværk')).close()
    await expect.poll(async () => (await program.windows()).length, patience).toBe(1)
    expect(savedTitles(maja, join(maja.folder, 'Havnen.sqlite'))).toContain('Natur hver dag højt')
    await editTitle(first, 'Flere børn læser')
    await first.type(' højt')
    expect(await program.close()).toEqual({ code: 0, signal: null })
    expect(savedTitles(maja)).toContain('Flere børn læser højt')
  })
})
