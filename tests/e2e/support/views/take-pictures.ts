import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chapters } from './chapters.ts'
import { type Look, large, looks, openStage, type Size, type Stage, small } from './stage.ts'
import { type View, walk } from './view.ts'

/** The looks that are also shown in a small window. */
const inSmall: readonly Look[] = ['light', 'dark']

/** Makes a picture of every view, as `folder/LOOK-WIDTH/VIEW.png`; of those whose name holds `wanted`. */
export async function takePictures(folder: string, wanted: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await Promise.all(looks.map((look) => takePicturesIn(look, folder, wanted)))
}

async function takePicturesIn(look: Look, folder: string, wanted: string): Promise<void> {
  const stage = await openStage(look)
  try {
    await walk(stage, chapters, async (view) => {
      if (!view.name.includes(wanted)) return
      await take(stage, view, large, join(folder, `${look}-${large.width}`))
      if (!inSmall.includes(look)) return
      await stage.resize(small)
      await take(stage, view, small, join(folder, `${look}-${small.width}`))
      await stage.resize(large)
    })
  } catch (error) {
    console.log(stage.program.log)
    await stage.page.screenshot({ path: join(folder, `${look}-failed.png`) })
    throw error
  } finally {
    await stage.end()
  }
}

async function take({ page }: Stage, { name }: View, { width, height }: Size, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  // What moves has come to rest, and the fonts are there.
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})))
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  await page.screenshot({ path: join(folder, `${name}.png`), clip: { x: 0, y: 0, width, height } })
}
