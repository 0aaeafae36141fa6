import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { browser } from './browser.ts'
import type { FromPage, Size, ToPage } from './messages.ts'
import { claim } from './new-windows.ts'
import { initScript } from './page-world.ts'
import { pieces, plainData } from './plain-data.ts'
import { settings } from './settings.ts'

/** A window's page, ready for its first document. */
export interface ShownPage {
  readonly page: Page
  readonly session: CDPSession
  /** By which tools outside tell pages apart. */
  readonly targetId: string
  /** Chromium's number of the window that the page stands in. */
  readonly windowId: number
}

interface Wishes {
  readonly preload: string | undefined
  readonly size: Size
  /** A message from the page, and the address (Chromium's) of the document that sent it. */
  hear(message: FromPage, from: string): void
}

const names = { binding: '__standInPost', receiver: '__standInReceive' } as const
const data = plainData()

/** Chromium begins with one empty page, which the first window takes. */
let firstIsFree = true

export async function openPage(wishes: Wishes): Promise<ShownPage> {
  const { context, session: whole } = await browser()
  const [first] = firstIsFree ? context.pages() : []
  firstIsFree = false
  const page = first ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  const { join } = pieces()
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    const text = name === names.binding ? join(payload) : undefined
    if (text === undefined) return
    // Only `page-world.ts` holds the binding, and it posts nothing else.
    const { from, message } = data.decode(text) as { readonly from: string; readonly message: FromPage }
    wishes.hear(message, from)
  })
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: names.binding })
  await page.addInitScript({
    content: initScript(names, wishes.preload ? readFileSync(wishes.preload, 'utf8') : ''),
  })
  if (settings.script !== '') await page.addInitScript({ content: settings.script })
  const { targetInfo } = await session.send('Target.getTargetInfo')
  claim(targetInfo.targetId)
  const { windowId } = await whole.send('Browser.getWindowForTarget', { targetId: targetInfo.targetId })
  const shown = { page, session, targetId: targetInfo.targetId, windowId }
  await resizeWindow(shown, settings.viewport ?? wishes.size)
  return shown
}

/** A message as it goes to a page. Throws a TypeError when it is no plain data. */
export const encoded = (message: ToPage): string => data.encode(message)

/** Hands a message to the document that stands in the page now. */
export async function deliver({ session }: ShownPage, text: string): Promise<void> {
  const receive = (piece: string) =>
    session.send('Runtime.evaluate', {
      expression: `globalThis.${names.receiver}?.(${JSON.stringify(piece)})`,
    })
  // All at once: the pieces of another message must not come between.
  await Promise.all(pieces().cut(text).map(receive))
}

export async function resizeWindow(shown: ShownPage, { width, height }: Size): Promise<void> {
  const { session } = await browser()
  await session.send('Browser.setWindowBounds', { windowId: shown.windowId, bounds: { width, height } })
}

/**
 * The page as at a zoom: fewer pixels of CSS, each of them larger. Only without a screen; on one, the person zooms with
 * Chromium's own keys, and an emulated size would not follow the window.
 */
export async function zoomPage({ session }: ShownPage, size: Size, zoom: number): Promise<void> {
  if (settings.headed) return
  if (zoom === 1) return void (await session.send('Emulation.clearDeviceMetricsOverride'))
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(size.width / zoom),
    height: Math.round(size.height / zoom),
    deviceScaleFactor: zoom,
    mobile: false,
  })
}
