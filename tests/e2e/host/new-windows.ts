import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Browser } from './browser.ts'
import { focusedWindow, windowOfTarget } from './registry.ts'

/** A page that Chromium makes, and that is no window of the program. */
interface Newcomer {
  readonly targetId: string
  /** undefined: a tool opened it, or a link with Ctrl held. */
  readonly openerId: string | undefined
}

/** The newest comes last. */
const newcomers: Newcomer[] = []

function forget(targetId: string): void {
  const index = newcomers.findIndex((newcomer) => newcomer.targetId === targetId)
  if (index >= 0) newcomers.splice(index, 1)
}

/** The page is a window of the program after all. */
export const claim = forget

/** No page opens a window: the program is asked, as in Electron, and the window that Chromium made is closed. */
export async function refuseNewWindows({ context, session }: Browser): Promise<void> {
  session.on('Target.targetCreated', ({ targetInfo: { type, targetId, openerId } }) => {
    if (type === 'page') newcomers.push({ targetId, openerId })
  })
  session.on('Target.targetDestroyed', ({ targetId }) => forget(targetId))
  await session.send('Target.setDiscoverTargets', { discover: true })
  context.on('page', (page) => void refuseEmptyWindow(page, session))
}

/** How long a window may take to ask for its address, in milliseconds; one that asks for none is empty. */
const ASKING = 300

async function refuseEmptyWindow(page: Page, session: Browser['session']): Promise<void> {
  await setTimeout(ASKING)
  if (page.isClosed() || page.url() !== 'about:blank' || !(await page.opener())) return
  const targetId = await targetOf(page)
  const newcomer = newcomers.find((candidate) => candidate.targetId === targetId)
  if (!newcomer) return
  forget(newcomer.targetId)
  await refuse(newcomer, 'about:blank', session)
}

/** null: the page has closed meanwhile. */
async function targetOf(page: Page): Promise<string | null> {
  try {
    const session = await page.context().newCDPSession(page)
    const { targetInfo } = await session.send('Target.getTargetInfo')
    await session.detach()
    return targetInfo.targetId
  } catch (error) {
    if (page.isClosed()) return null
    throw error
  }
}

/**
 * A page that is not there yet asks for its first address. Answers whether it is a tool's own, which may look at the program's
 * page; any other is refused.
 */
export function isToolsPage(url: string, isOurs: boolean, session: Browser['session']): boolean {
  const newcomer = newcomers.pop()
  if (isOurs && newcomer?.openerId === undefined) return true
  void refuse(newcomer, url, session)
  return false
}

async function refuse(
  newcomer: Newcomer | undefined,
  url: string,
  session: Browser['session'],
): Promise<void> {
  const opener = newcomer?.openerId ? windowOfTarget(newcomer.openerId) : focusedWindow()
  if (opener?.webContents.wantsWindow(url)) {
    process.stderr.write(`The stand-in opens no window for a page, though the program allows ${url}\n`)
  }
  if (!newcomer) return
  try {
    await session.send('Target.closeTarget', { targetId: newcomer.targetId })
  } catch (error) {
    // It may have closed itself.
    if (!String(error).includes('No target')) throw error
  }
}
