import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { chapters } from './chapters.ts'
import { type Look, large, openStage, type Size, small } from './stage.ts'
import { walk } from './view.ts'

/** What the pictures are taken in, in the order of how long it takes. */
const series: readonly (readonly [Look, Size])[] = [
  ['light', small],
  ['dark', small],
  ['light', large],
  ['dark', large],
  ['contrast', large],
]

/** How many programs run at the same time. */
const AT_ONCE = 3

/** Makes a picture of every view, as `folder/LOOK-WIDTH/VIEW.png`; of those whose name holds `wanted`. */
export async function takePictures(folder: string, wanted: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const waiting = [...series]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await takeSeries(...next, folder, wanted)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function takeSeries(look: Look, size: Size, folder: string, wanted: string): Promise<void> {
  const stage = await openStage(look, size)
  const take = (name: string): Promise<void> =>
    takePicture(stage.page, join(folder, `${look}-${size.width}`, `${name}.png`))
  try {
    await walk(stage, chapters, async ({ name }) => {
      if (name.includes(wanted)) await take(name)
    })
  } catch (error) {
    await take('failed')
    throw error
  } finally {
    await stage.end()
  }
}

async function takePicture(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true })
  // Nothing is pointed at, and what moves has come to rest.
  await page.mouse.move(1, 1)
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  await page.screenshot({ path })
}
