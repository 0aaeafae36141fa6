import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../../db/model/errors.ts'
import { byteCases } from '../../db/file/cases/bytes.ts'
import { fileIn } from '../../db/file/cases/case.ts'
import { contentCases } from '../../db/file/cases/content.ts'
import { schemaCases } from '../../db/file/cases/schema.ts'
import { listing } from '../../support/folders.ts'
import { buildWorkbook } from '../../support/workbook-builder.ts'
import type { Scene, Story } from '../support/story.ts'
import { editTitle, isSavedAs, openPlan, patience, troubled } from '../support/trouble.ts'

/** What she reads behind the name of the file. */
const sentences: Partial<Readonly<Record<ErrorCode, RegExp>>> = {
  'workbook.empty':
    /^ er tom og er ikke en projektmappe\. Filen er ikke ændret\. Hent filen igen, hvor du fik den fra\.$/,
  'workbook.not-a-workbook':
    /^ er ikke en projektmappe, men [a-zæøåA-Z -]+\. Filen er ikke ændret\. Vælg en \.sqlite-fil fra Planværk\.$/,
  'workbook.truncated':
    /^ er ikke hel; den er måske kun delvist hentet eller kopieret\. Filen er ikke ændret\. Hent den igen/,
  'workbook.damaged':
    /^ er beskadiget og åbnes ikke\. Filen er ikke ændret\. Brug en tidligere kopi af den\.$/,
  'workbook.foreign-content':
    /^ indeholder noget, som ikke er skrevet af Planværk, og åbnes ikke\. Filen er ikke ændret\. Bed afsenderen/,
  'workbook.too-big':
    /^ er for stor til at blive åbnet sikkert\. Filen er ikke ændret\. Bed afsenderen om en mindre projektmappe\.$/,
  'workbook.newer':
    /^ er gemt med en nyere Planværk \(.+\)\. Filen er ikke ændret\. Opdatér programmet, og åbn den igen\.$/,
  'workbook.not-a-file':
    /^ er en mappe og kan ikke åbnes som projektmappe\. Intet er ændret\. Vælg en \.sqlite-fil\.$/,
  'workbook.missing': /^Der er ingen fil med navnet \. Kontrollér navnet og mappen, og prøv igen\.$/,
  'workbook.no-access':
    /^Du har ikke adgang til at læse \. Filen er ikke ændret\. Bed ejeren om adgang, og prøv igen\.$/,
}

interface BrokenFile {
  readonly name: string
  readonly path: string
  readonly code: ErrorCode
}

/** One folder for each file that somebody may hand her; see `tests/db/file/cases`. */
function brokenFiles({ folder }: Story): readonly BrokenFile[] {
  const sound = join(folder, 'hel.sqlite')
  buildWorkbook(sound, join(folder, 'making'), 300)
  return [...byteCases, ...schemaCases, ...contentCases].flatMap(({ name, make, expected }) => {
    if (expected === 'opened') return []
    const place = join(folder, `modtaget ${name.split(' ', 1)}`)
    mkdirSync(place)
    const path = make(place, sound) ?? fileIn(place)
    return [{ name, path, code: expected }]
  })
}

/** The files that each way of opening is tried with, and such that stand for nothing that could be read. */
function someFiles(maja: Story): readonly BrokenFile[] {
  const numbers = ['2 ', '8 ', '13 ', '18 ', '21 ', '23 ', '33 ']
  const away = { name: 'away', path: join(maja.folder, 'væk.sqlite'), code: 'workbook.missing' } as const
  const aFolder = {
    name: 'a folder',
    path: join(maja.folder, 'mappe.sqlite'),
    code: 'workbook.not-a-file',
  } as const
  mkdirSync(aFolder.path)
  const some = brokenFiles(maja).filter(({ name }) => numbers.some((number) => name.startsWith(number)))
  expect(some.length).toBe(numbers.length)
  return [...some, away, aFolder]
}

/** Waits for the sentence about the file, and closes it. */
async function isTold({ page, notice }: Scene, { name, path, code }: BrokenFile): Promise<void> {
  const told = notice().getByText(`»${path}«`)
  await told.waitFor()
  const words = (await told.textContent()) ?? ''
  expect(words.replace(`»${path}«`, ''), name).toMatch(sentences[code] ?? 'no sentence')
  await page.getByRole('button', { name: 'Luk beskeden' }).click()
  await told.waitFor({ state: 'detached' })
}

/** The files, and whatever lies beside them. */
const received = ({ folder }: Story) =>
  Object.entries(listing(folder)).filter(([path]) => path.includes('modtaget'))

const startPage = ({ page }: Scene): Locator => page.getByRole('button', { name: 'Ny projektmappe' })

describe('a file that is no sound workbook is refused in one sentence, stays as it is, and the program goes on', () => {
  test('dropped on the start page, whatever is wrong with it', async () => {
    const maja = troubled()
    const files = brokenFiles(maja)
    expect(files.length).toBeGreaterThan(60)
    const before = received(maja)
    const scene = await maja.start({ args: [] })
    for (const file of files) {
      await scene.program.drop(startPage(scene), [file.path])
      await isTold(scene, file)
    }
    const letter = join(maja.folder, 'brev.docx')
    copyFileSync(files.find(({ name }) => name.startsWith('8 '))?.path ?? '', letter)
    await scene.program.drop(startPage(scene), [letter])
    await isTold(scene, { name: 'a letter', path: letter, code: 'workbook.not-a-workbook' })
    expect(received(maja)).toEqual(before)
    expect((await scene.program.windows()).length).toBe(1)
    await scene.program.drop(startPage(scene), [maja.book])
    await openPlan(scene)
  })

  test('chosen in the dialog, while she is writing in another', async () => {
    const maja = troubled()
    const files = someFiles(maja)
    const scene = await maja.start()
    await openPlan(scene)
    await editTitle(scene, 'Flere børn læser')
    for (const file of files) {
      await scene.program.dialogs.answer({ open: [file.path] })
      await scene.press('Control+o')
      await isTold(scene, file)
    }
    await scene.type(' højt')
    await isSavedAs(maja, 'Flere børn læser højt')
    expect((await scene.program.windows()).length).toBe(1)
  })

  test('given to a second start, while she is writing in another', async () => {
    const maja = troubled()
    const files = someFiles(maja)
    const scene = await maja.start()
    await openPlan(scene)
    await editTitle(scene, 'Flere børn læser')
    for (const file of files) {
      expect(await scene.program.secondInstance([file.path])).toMatchObject({ code: 0 })
      await isTold(scene, file)
    }
    await scene.type(' højt')
    await isSavedAs(maja, 'Flere børn læser højt')
    expect((await scene.program.windows()).length).toBe(1)
  })

  test('among the recent ones, where it can be taken from the list', async () => {
    const maja = troubled()
    const [first, ...others] = someFiles(maja)
    if (!first) throw new Error('no file')
    const openedAt = new Date().toISOString()
    const recents = [first, ...others].map(({ path }) => ({ file: path, organisation: 'Søby', openedAt }))
    writeFileSync(join(maja.userData, 'recents.json'), JSON.stringify(recents))
    const scene = await maja.start({ args: [] })
    const list = scene.page.getByRole('region', { name: 'Seneste projektmapper' })
    await expect.poll(() => list.getByRole('listitem').count(), patience).toBe(recents.length)
    for (const [index, file] of [first, ...others].entries()) {
      const item = list.getByRole('listitem').nth(index)
      expect(await item.getByText('Filen er ikke at finde nu').count()).toBe(
        file.code === 'workbook.missing' ? 1 : 0,
      )
      await item.getByRole('button').first().click()
      await isTold(scene, file)
    }
    await list.getByRole('listitem').first().getByRole('button').last().click()
    await expect.poll(() => list.getByRole('listitem').count(), patience).toBe(recents.length - 1)
    await scene.program.close()
    expect(readFileSync(join(maja.userData, 'recents.json'), 'utf8')).not.toContain(
      JSON.stringify(first.path),
    )
  })

  test('given on the command line of the start', async () => {
    const maja = troubled()
    for (const file of someFiles(maja).slice(0, 3)) {
      const scene = await maja.start({ args: [file.path] })
      await isTold(scene, file)
      await startPage(scene).waitFor()
      await scene.program.close()
    }
  })

  test('that she may not read', async () => {
    const maja = troubled()
    const path = join(maja.folder, 'løn.sqlite')
    copyFileSync(maja.book, path)
    const script = join(import.meta.dirname, '../../support/forbidden-file-child.ts')
    const env = { NODE_OPTIONS: `--import=${script}`, FORBIDDEN: path }
    const scene = await maja.start({ args: [], env })
    await scene.program.drop(startPage(scene), [path])
    await isTold(scene, { name: 'forbidden', path, code: 'workbook.no-access' })
    expect(readFileSync(path)).toEqual(readFileSync(maja.book))
  })
})
