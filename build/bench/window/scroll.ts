import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { percentile } from '../harness.ts'
import { openFluentTree, openOutline, type Place } from './outline.ts'
import { type Subject, settled } from './subject.ts'

/** CSS pixels of one turn of the wheel, nearly what the list shows; milliseconds between two turns. */
const TURN = 640
const PAUSE = 16

/** From the top of the list to its end with the wheel. */
const scrolling = (page: Page) => async () => {
  const height = await page.evaluate(() => window.benchProbe.toTop())
  await settled(page)
  const list = await page.getByRole('tree').first().boundingBox()
  await page.mouse.move((list?.x ?? 0) + 200, 450)
  await page.evaluate(() => window.benchProbe.watchFrames())
  for (let turns = Math.ceil(height / TURN); turns > 0; turns--) {
    await page.mouse.wheel(0, TURN)
    await setTimeout(PAUSE)
  }
  await settled(page)
  const frames = await page.evaluate(() => window.benchProbe.framesTaken())
  return { longest: Math.max(...frames), p95: percentile(frames, 0.95) }
}

export async function ourScrolling(place: Place): Promise<Subject> {
  const program = await openOutline(place)
  return { round: scrolling(program.page), end: () => program.kill() }
}

export async function fluentScrolling(place: Place): Promise<Subject> {
  const program = await openFluentTree(place)
  return { round: scrolling(program.page), end: () => program.kill() }
}
