import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type LaunchOptions, launchProgram, type Program } from '../../../tests/e2e/host/launch.ts'
import { probeScript } from './probe.ts'

/** What is measured: one of these, prepared and run round by round. */
export interface Subject {
  /** Milliseconds, or megabytes, by what they are of. */
  readonly round: () => Promise<Readonly<Record<string, number>>>
  readonly end: () => Promise<unknown>
}

/** As many pixels as our users' screens mostly show. */
const viewport = { width: 1440, height: 900 }

/** A frame is drawn as soon as there is something to draw: what is measured is work, and not the wait for the screen. */
const withoutWaiting = ['--disable-frame-rate-limit']

/** Starts a program of the stand-in host with the probe in its page. */
export const launch = (options: LaunchOptions): Promise<Program> =>
  launchProgram({ viewport, script: probeScript, ...options })

/** Starts it to measure what it draws, once its list is on the screen and whatever follows the start has settled. */
export async function launchToDraw(options: LaunchOptions): Promise<Program> {
  const program = await launch({ switches: withoutWaiting, ...options })
  await listShown(program.page)
  await settled(program.page)
  return program
}

/** A program of nothing but one page: that of a folder. */
export const pageOnly = (folder: string): LaunchOptions => ({
  entry: join(import.meta.dirname, 'page-main.ts'),
  args: [folder],
})

/** The time of the day, in milliseconds, at which the list was on the screen. */
export const listShown = (page: Page): Promise<number> => page.evaluate(() => window.benchProbe.listShown)

/** Waits until the page has had nothing to do for a second. */
export const settled = (page: Page): Promise<void> => page.evaluate(() => window.benchProbe.settled(1000))
