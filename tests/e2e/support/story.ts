import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { formatExchange } from '../../../db/model/exchange/format.ts'
import type { ExchangeFile } from '../../../db/model/exchange/schema.ts'
import { Workbook } from '../../../db/workbook.ts'
import { exampleFiles, incoming, placeIn, readJson, temporaryFolder } from '../../support/workbooks.ts'
import { type LaunchOptions, launchProgram, type Program } from '../host/launch.ts'

/** For machines that have much else to do. */
const PATIENCE = { timeout: 15_000, interval: 20 }

/** A user with her own folder, her workbook, and the program. */
export interface Story {
  readonly folder: string
  readonly book: string
  readonly userData: string
  start(options?: LaunchOptions): Promise<Scene>
  /** The plans that a file holds now, as exchange files; `book` when no other is named. */
  plans(file?: string): readonly ExchangeFile[]
}

/** The program as it runs in a story, with the words for what she does and sees. */
export interface Scene {
  readonly program: Program
  readonly page: Page
  /** Opens a plan from the list of plans. */
  open(title: string): Promise<void>
  /** The row of the outline whose title holds this, and is not being edited. */
  row(title: string): Locator
  /** Clicks on the row, unless it has the focus: another click would edit its title. */
  goTo(title: string): Promise<void>
  /** Presses keys one after the other, as a writer does. */
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
  /** The outline as it is shown: a line a row, indented by level. */
  outline(): Promise<string>
  /** Waits until the outline is shown like that. */
  sees(outline: string): Promise<void>
  /** Waits until it has the focus. */
  focused(target: Locator): Promise<void>
  /** The one quiet line at the foot. */
  notice(): Locator
  /** Waits until everything typed is in the file. */
  saved(): Promise<void>
}

interface StoryOptions {
  /** Exchange files by the beginning of their name; none = an empty workbook. */
  readonly plans?: readonly string[]
  /** Plans of the story's own; see `agreement.ts`. */
  readonly written?: readonly ExchangeFile[]
}

/** A workbook of Sundkøbing Kommune in a folder of its own; everything is ended and gone after the test. */
export function story({ plans = [], written = [] }: StoryOptions = {}): Story {
  const folder = temporaryFolder()
  const place = placeIn(folder, 'Sundkøbing.sqlite')
  const workbook = Workbook.create(place, 'Sundkøbing Kommune')
  const files = exampleFiles.filter((file) => plans.some((plan) => file.includes(`/${plan}`)))
  const documents = [...files.map(readJson), ...written]
  if (documents.length > 0) workbook.import(documents.map(incoming), { replace: false })
  workbook.save()
  workbook.close()
  rmSync(place.workBase, { recursive: true, force: true })
  const userData = join(folder, 'userData')
  mkdirSync(userData)
  return {
    folder,
    book: place.file,
    userData,
    start: async (options = {}) => {
      const program = await launchProgram({ userData, args: [place.file], ...options })
      onTestFinished(() => program.kill())
      return sceneOf(program)
    },
    plans: (file = place.file) => plansIn(file, join(folder, 'reading')),
  }
}

/** Reads the file as another program would: a copy of its own, which is gone afterwards. */
function plansIn(file: string, workBase: string): readonly ExchangeFile[] {
  const workbook = Workbook.open({ file, workBase })
  try {
    return workbook.plans.map(({ id }) => formatExchange(workbook.plan(id)))
  } finally {
    workbook.close()
    rmSync(workBase, { recursive: true, force: true })
  }
}

export function sceneOf(program: Program): Scene {
  const { page } = program
  const row = (title: string) =>
    page.getByRole('treeitem').filter({ has: page.locator('[data-part="title"]', { hasText: title }) })
  const withFocus = (target: Locator) => target.and(page.locator(':focus'))
  return {
    program,
    page,
    open: async (title) => {
      await page.getByRole('button', { name: title, exact: true }).click()
      await page.getByRole('tree').waitFor()
    },
    row,
    goTo: async (title) => {
      const target = row(title).first()
      if ((await withFocus(target).count()) === 0) await target.click()
      await withFocus(target).waitFor()
    },
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key)
    },
    type: (text) => page.keyboard.type(text),
    outline: () => shownOutline(page),
    sees: (outline) => expect.poll(() => shownOutline(page), PATIENCE).toBe(outline),
    focused: (target) => withFocus(target).waitFor(),
    notice: () => page.getByRole('status').filter({ has: page.getByRole('button') }),
    saved: async () => {
      await page.keyboard.press('Control+s')
      // Requests are answered in order: when this one is, all that was typed has been sent, done and saved.
      await page.evaluate("window.planvaerk.request('workbook.save', null)")
      await page.getByText(/^Gemt \d/).waitFor()
    },
  }
}

/** Titles of the rows in view, in order, two spaces a level. */
const shownOutline = (page: Page): Promise<string> =>
  page.getByRole('treeitem').evaluateAll((rows) =>
    rows
      .map((row) => {
        const input = row.querySelector('input')
        const title = input ? input.value : (row.querySelector('[data-part="title"]')?.textContent ?? '')
        return {
          top: row.getBoundingClientRect().top,
          line: `${'  '.repeat(Number(row.getAttribute('aria-level')) - 1)}${title}`,
        }
      })
      .toSorted((a, b) => a.top - b.top)
      .map(({ line }) => line)
      .join('\n'),
  )
