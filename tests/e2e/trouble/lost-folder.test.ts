import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskAt, mayMount } from '../../support/disks.ts'
import type { Scene, Story } from '../support/story.ts'
import { editTitle, isSavedAs, openPlan, patience, savedTitles, troubled } from '../support/trouble.ts'

interface Shared {
  readonly maja: Story
  /** The folder that her workbook lies in. */
  readonly folder: string
  readonly file: string
  readonly scene: Scene
}

/** She has begun to write in a workbook in a shared folder. */
async function writing(make: (folder: string) => void = mkdirSync): Promise<Shared> {
  const maja = troubled()
  const folder = join(maja.folder, 'Delt')
  make(folder)
  const file = join(folder, basename(maja.book))
  copyFileSync(maja.book, file)
  const scene = await maja.start({ args: [file] })
  await openPlan(scene)
  await editTitle(scene, 'Flere børn læser')
  return { maja, folder, file, scene }
}

const failed = ({ page }: Scene) => page.getByRole('banner').getByText('Kunne ikke gemmes')
const isSafe = 'Det, du har skrevet, er i behold på denne computer.'

/** What the title bar says of a save that failed, when she points at it. */
async function why(scene: Scene): Promise<string> {
  await failed(scene).hover()
  return (await scene.page.getByRole('tooltip').textContent()) ?? ''
}

describe('while the folder is away', () => {
  test('she is told and goes on writing, and when it is back everything is saved by itself', async () => {
    const { maja, folder, file, scene } = await writing()
    renameSync(folder, `${folder} væk`)
    await scene.type(' højt')
    await failed(scene).waitFor()
    await scene.type(' sammen')
    expect(await why(scene)).toBe(
      `Der er ingen fil med navnet »${file}«. Kontrollér navnet og mappen, og prøv igen. ${isSafe}`,
    )
    expect(savedTitles(maja, join(`${folder} væk`, basename(file)))).toContain('Flere børn læser')

    renameSync(`${folder} væk`, folder)
    await isSavedAs(maja, 'Flere børn læser højt sammen', file)
    await failed(scene).waitFor({ state: 'detached' })
  })

  test('she may save it somewhere else, and goes on there', async () => {
    const { maja, folder, scene } = await writing()
    renameSync(folder, `${folder} væk`)
    writeFileSync(folder, 'en fil, hvor mappen lå')
    await scene.type(' højt')
    await failed(scene).waitFor()
    const elsewhere = join(maja.folder, 'Hos mig.sqlite')
    await scene.program.dialogs.answer({ save: elsewhere })
    await scene.page.getByRole('button', { name: 'Gem som …' }).click()
    await scene.page.getByRole('heading', { name: 'Hos mig.sqlite' }).waitFor()
    expect(await failed(scene).count()).toBe(0)
    expect(savedTitles(maja, elsewhere)).toContain('Flere børn læser højt')
    await scene.type(' sammen')
    await isSavedAs(maja, 'Flere børn læser højt sammen', elsewhere)
    expect(readFileSync(folder, 'utf8')).toBe('en fil, hvor mappen lå')
  })

  test('»Prøv igen« and Ctrl+S say what is wrong, and the cursor stays', async () => {
    const { maja, folder, file, scene } = await writing()
    renameSync(folder, `${folder} væk`)
    await scene.type(' højt')
    await scene.press('Control+s')
    await scene.notice().getByText(isSafe).waitFor()
    await scene.page.getByRole('button', { name: 'Luk beskeden' }).click()
    await scene.page.getByRole('button', { name: 'Prøv igen' }).click()
    await scene.notice().getByText(isSafe).waitFor()
    renameSync(`${folder} væk`, folder)
    await scene.page.getByRole('button', { name: 'Prøv igen' }).click()
    await failed(scene).waitFor({ state: 'detached' })
    await scene.type(' sammen')
    await isSavedAs(maja, 'Flere børn læser højt sammen', file)
  })
})

describe('closing the window while it cannot be saved', () => {
  const box = {
    message: '»Sundkøbing.sqlite« kunne ikke gemmes',
    detail: expect.stringMatching(
      /^Der er ingen fil .+ ligger dine ændringer sikkert på denne computer, og de/,
    ),
    buttons: ['Gem som …', 'Luk uden at gemme i filen', 'Annullér'],
  }

  async function stuck(): Promise<Shared> {
    const shared = await writing()
    renameSync(shared.folder, `${shared.folder} væk`)
    await shared.scene.type(' højt')
    return shared
  }

  const closeWindow = async ({ program }: Scene): Promise<void> => (await program.windows())[0]?.close()
  const boxes = async ({ program }: Scene) =>
    (await program.dialogs.asked()).filter(({ kind }) => kind === 'message')

  test('»Annullér« leaves her where she was', async () => {
    const { maja, folder, file, scene } = await stuck()
    await scene.program.dialogs.answer({ message: 'Annullér' })
    await closeWindow(scene)
    await expect.poll(() => boxes(scene), patience).toMatchObject([box])
    await scene.type(' sammen')
    renameSync(`${folder} væk`, folder)
    await isSavedAs(maja, 'Flere børn læser højt sammen', file)
  })

  test('»Luk uden at gemme i filen« closes, and the edits are there at the next start', async () => {
    const { maja, folder, file, scene } = await stuck()
    await scene.program.dialogs.answer({ message: 'Luk uden at gemme i filen' })
    await closeWindow(scene)
    expect(await scene.program.closed).toEqual({ code: 0, signal: null })
    renameSync(`${folder} væk`, folder)
    const next = await maja.start({ args: [] })
    await next.page.getByRole('button', { name: 'Gendan', exact: true }).click()
    await openPlan(next)
    await isSavedAs(maja, 'Flere børn læser højt', file)
  })

  test('»Gem som …« saves it elsewhere and closes; a place that does not work asks again', async () => {
    const { maja, scene } = await stuck()
    const elsewhere = join(maja.folder, 'Hos mig.sqlite')
    await scene.program.dialogs.answer(
      { message: 'Gem som …' },
      { save: join(maja.folder, 'findes ikke', 'x.sqlite') },
      { message: 'Gem som …' },
      { save: elsewhere },
    )
    await closeWindow(scene)
    expect(await scene.program.closed).toEqual({ code: 0, signal: null })
    expect(savedTitles(maja, elsewhere)).toContain('Flere børn læser højt')
    const next = await maja.start({ args: [] })
    await next.page.getByRole('button', { name: 'Ny projektmappe' }).waitFor()
    expect(await next.page.getByRole('button', { name: 'Gendan', exact: true }).count()).toBe(0)
  })
})

describe.skipIf(!mayMount)('on a disk in trouble', () => {
  test('that becomes read-only, nothing is lost, and it is saved when it can be', async () => {
    const { maja, file, scene, disk } = await onDisk()
    disk.becomeReadOnly()
    await scene.type(' højt')
    await failed(scene).waitFor()
    expect(await why(scene)).toBe(
      `Der kan ikke skrives i mappen med »${file}«. Intet er ændret. Vælg en anden mappe. ${isSafe}`,
    )
    disk.becomeWritable()
    await scene.type(' sammen')
    await isSavedAs(maja, 'Flere børn læser højt sammen', file)
  })

  test('that is full, the file stays whole, and it is saved when there is room', async () => {
    const { maja, folder, file, scene, disk } = await onDisk()
    disk.fill()
    await scene.type(' højt')
    await failed(scene).waitFor()
    expect(await why(scene)).toBe(
      `Der er ikke plads på disken til »${file}«. Det, der lå der før, er uændret. Skaf plads, og prøv igen. ${isSafe}`,
    )
    expect(savedTitles(maja, file)).toContain('Flere børn læser')
    rmSync(join(folder, 'fyld'))
    await scene.type(' sammen')
    await isSavedAs(maja, 'Flere børn læser højt sammen', file)
  })

  test('that is full and holds her own working copy, what she types stays and is kept when there is room', async () => {
    const maja = troubled()
    const disk = diskAt(join(maja.userData, 'work'), '8m')
    const scene = await maja.start()
    await openPlan(scene)
    await editTitle(scene, 'Flere børn læser')
    disk.fill()
    await scene.type(' højt')
    await scene.notice().getByText('Der er ikke plads på disken').waitFor()
    await scene.type(' sammen')
    expect(await scene.outline()).toContain('Flere børn læser højt sammen')
    expect(existsSync(maja.book)).toBe(true)
    rmSync(join(disk.folder, 'fyld'))
    await scene.type(' hver dag')
    await isSavedAs(maja, 'Flere børn læser højt sammen hver dag')
  })

  async function onDisk() {
    let disk: ReturnType<typeof diskAt> | undefined
    const shared = await writing((folder) => {
      disk = diskAt(folder, '4m')
    })
    if (!disk) throw new Error('no disk')
    return { ...shared, disk }
  }
})
