import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { launchProgram, type Program } from '../../host/launch.ts'

export type Look = 'light' | 'dark' | 'contrast'

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
  /** Of the window. */
  readonly size: Size
  /** For files that a view needs. */
  readonly folder: string
  press(...keys: readonly string[]): Promise<void>
  button(name: string | RegExp): Locator
  row(title: string): Locator
  /** The computer loses its power, and the program is started again. */
  crash(): Promise<void>
  end(): Promise<void>
}

export async function openStage(look: Look, size: Size): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'planvaerk-views-'))
  const userData = join(folder, 'userData')
  mkdirSync(userData)
  writeFileSync(join(userData, 'preferences.json'), JSON.stringify({ theme: look }))
  let program = await launchProgram({
    userData,
    viewport: size,
    ...(process.env.VIEWS_ENTRY ? { entry: process.env.VIEWS_ENTRY } : {}),
  })
  return {
    folder,
    size,
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
    crash: async () => {
      await program.kill()
      program = await launchProgram({
        userData,
        viewport: size,
        ...(process.env.VIEWS_ENTRY ? { entry: process.env.VIEWS_ENTRY } : {}),
      })
    },
    end: async () => {
      await program.kill()
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
