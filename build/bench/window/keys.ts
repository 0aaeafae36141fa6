import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** Milliseconds between two keys of somebody who types fast. */
const PAUSE = 60

/** Milliseconds after which a key counts as one that does nothing. */
const PATIENCE = 60_000

/** Presses keys as a user does, each when the one before it is on the screen: milliseconds from each to its frame. */
export async function pressed(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const key of keys) {
    times.push(await pressedOne(page, key))
    await setTimeout(PAUSE)
  }
  return times
}

async function pressedOne(page: Page, key: string): Promise<number> {
  await page.evaluate(() => window.benchProbe.expectKey())
  // Asked for before the key, so that the question does not come between the key and its frame.
  const shown = page.evaluate(() => window.benchProbe.keyShown())
  await page.keyboard.press(key)
  const late = new AbortController()
  const nothing = setTimeout(PATIENCE, null, { signal: late.signal }).catch(() => null)
  const time = await Promise.race([shown, nothing])
  late.abort()
  if (time === null) throw new Error(`${key} changed nothing`)
  return time
}

/** The same key so many times. */
export const times = (count: number, key: string): readonly string[] =>
  Array.from({ length: count }, () => key)
