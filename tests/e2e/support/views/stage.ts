import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { launchProgram, type Program } from '../../host/launch.ts'

export type Look = 'light' | 'dark' | 'contrast'
export const looks: readonly Look[] = ['light', 'dark', 'contrast']

export interface Size {
  readonly width: number
  readonly height: number
}

export const large: Size = { width: 1440, height: 900 }
export const small: Size = { width: 1024, height: 640 }

/** The program in one look, with the words by which views are reached. Ended and gone after `end`. */
export interface Stage {
  readonly program: Program
  readonly page: Page
  /** For files that a view needs. */
  readonly folder: string
  press(...keys: readonly string[]): Promise<void>
  button(name: string | RegExp): Locator
  row(title: string): Locator
  /** As the window's border is dragged; also while the program itself stands still. */
  resize(size: Size): Promise<void>
  /** The computer loses its power, and the program is started again. */
  crash(): Promise<void>
  end(): Promise<void>
}

export async function openStage(look: Look, viewport: Size = large): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'planvaerk-views-'))
  const userData = join(folder, 'userData')
  mkdirSync(userData)
  writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ theme: look }))
  let program = await launchProgram({
    userData,
    viewport,
    ...(process.env.VIEWS_ENTRY ? { entry: process.env.VIEWS_ENTRY } : {}),
  })
  return {
    folder,
    get program() {
      return program
    },
    get page() {
      return program.page
    },
    press: async (...keys) => {
      for (const key of keys) await program.page.keyboard.press(key)
    },
    button: (name) => program.page.getByRole('button', { name }),
    row: (title) => program.page.getByRole('treeitem').filter({ hasText: title }),
    resize: async (size) => {
      const session = await program.page.context().newCDPSession(program.page)
      const { windowId } = await session.send('Browser.getWindowForTarget')
      await session.send('Browser.setWindowBounds', { windowId, bounds: { ...size } })
      await session.detach()
      await program.page.waitForFunction(({ width }) => outerWidth === width, size)
    },
    crash: async () => {
      await program.kill()
      program = await launchProgram({
        userData,
        viewport,
        ...(process.env.VIEWS_ENTRY ? { entry: process.env.VIEWS_ENTRY } : {}),
      })
    },
    end: async () => {
      await program.kill()
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
