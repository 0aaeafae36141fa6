import type { Page, Request as PageRequest, Route } from 'playwright-core'
import type { Browser } from './browser.ts'
import { isToolsPage } from './new-windows.ts'
import { isOurs, toApp } from './origin.ts'
import { windowOf } from './registry.ts'
import { handlerOf, isCancelled } from './session.ts'

/** A request that would have left the computer. The stand-in stops each; the program should have stopped it before. */
export interface NetworkAttempt {
  readonly url: string
  readonly stoppedByProgram: boolean
}

export const networkAttempts: NetworkAttempt[] = []

/** Answers every request of every page: by the program's own handler, or not at all. */
export async function watchNetwork({ context, session }: Browser): Promise<void> {
  await context.route('**/*', (route) =>
    answer(route, session).catch((error: unknown) => {
      if (!pageOf(route.request())?.isClosed()) process.stderr.write(`${String(error)}\n`)
    }),
  )
  const watch = (page: Page) =>
    page.on('websocket', (socket) => {
      networkAttempts.push({ url: socket.url(), stoppedByProgram: false })
    })
  context.pages().forEach(watch)
  context.on('page', watch)
}

async function answer(route: Route, session: Browser['session']): Promise<void> {
  const request = route.request()
  const url = toApp(request.url())
  const page = pageOf(request)
  if (request.isNavigationRequest() && (!page || request.frame() === page.mainFrame())) {
    const window = page && windowOf(page)
    const isRefused = window
      ? window.webContents.refusesNavigation(url)
      : !isToolsPage(url, isOurs(request.url()), session)
    if (isRefused) return route.abort('aborted')
  }
  const stoppedByProgram = await isCancelled({
    url,
    method: request.method(),
    resourceType: request.resourceType(),
  })
  if (!isOurs(request.url())) {
    networkAttempts.push({ url, stoppedByProgram })
    return route.abort('blockedbyclient')
  }
  return stoppedByProgram ? route.abort('blockedbyclient') : serve(route, url)
}

/** The page that asks; undefined: it is a window that Chromium is still making. */
function pageOf(request: PageRequest): Page | undefined {
  try {
    return request.frame().page()
  } catch (error) {
    if (request.isNavigationRequest()) return undefined
    throw error
  }
}

async function serve(route: Route, url: string): Promise<void> {
  const handler = handlerOf(new URL(url).protocol.slice(0, -1))
  if (!handler) return route.abort('failed')
  const request = route.request()
  const body = request.postDataBuffer()
  try {
    const response = await handler(
      new Request(url, {
        method: request.method(),
        headers: request.headers(),
        ...(body ? { body: new Uint8Array(body) } : {}),
      }),
    )
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  } catch (error) {
    process.stderr.write(`${url}: ${error instanceof Error ? error.stack : String(error)}\n`)
    await route.abort('failed')
  }
}
