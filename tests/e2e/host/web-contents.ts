import { EventEmitter } from 'node:events'
import { receive } from './ipc-main.ts'
import type { ContextPlace, FromPage, Size, ToPage } from './messages.ts'
import { toApp, toHost } from './origin.ts'
import { windowLife } from './registry.ts'
import { defaultSession, isPrivileged } from './session.ts'
import { deliver, encoded, openPage, type ShownPage, zoomPage } from './shown-page.ts'

/** What a page tells its window. */
export type ToWindow = Extract<FromPage, { readonly kind: 'theme' | 'resize' }>

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' }

/** Of one event of Electron: what a listener is given first, and can prevent. */
export class PreventableEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

/** What the program may listen for; nothing here redirects, and no page has views in it. */
interface ContentsEvents {
  'dom-ready': [event: object]
  'did-finish-load': [event: object]
  'render-process-gone': [event: object, details: { readonly reason: string; readonly exitCode: number }]
  'preload-error': [event: object, path: string, error: Error]
  'will-navigate': [event: PreventableEvent & { readonly url: string }, url: string]
  'will-redirect': [event: PreventableEvent, url: string]
  'will-attach-webview': [event: PreventableEvent]
  'context-menu': [event: object, asked: ContextPlace & Spelling]
  destroyed: []
  /** The stand-in's own: somebody else than the program has closed it. */
  'page-closed': []
}

/** Of the word under a context menu. */
interface Spelling {
  readonly misspelledWord: string
  readonly dictionarySuggestions: readonly string[]
}

let numbers = 0

/** The page of a window, as the program sees it. */
export class WebContents extends EventEmitter<ContentsEvents> {
  readonly id: number
  readonly session = defaultSession
  readonly mainFrame: { readonly url: string }
  /** undefined until Chromium has made the page. */
  shown: ShownPage | undefined
  page: Promise<ShownPage>
  readonly #open: () => Promise<ShownPage>
  #crashed = false
  #loading: string | undefined
  #openHandler: WindowOpenHandler | undefined
  #destroyed = false
  #zoom = 1
  #size: Size
  readonly #tellWindow: (message: ToWindow) => void

  constructor(preload: string | undefined, size: Size, tellWindow: (message: ToWindow) => void) {
    super()
    this.#tellWindow = tellWindow
    numbers += 1
    this.id = numbers
    this.#size = size
    const contents = this
    this.mainFrame = {
      get url() {
        return contents.getURL()
      },
    }
    this.#open = async () => {
      this.shown = await openPage({ preload, size, hear: (message, from) => this.#hear(message, from) })
      this.#watch(this.shown)
      return this.shown
    }
    this.page = this.#open()
    windowLife.emit('created', this)
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.#mustLive()
    void this.tell({ kind: 'event', channel, args })
  }

  getURL(): string {
    return toApp(this.shown?.page.url() ?? 'about:blank')
  }

  async loadURL(url: string): Promise<void> {
    this.#mustLive()
    const scheme = new URL(url).protocol.slice(0, -1)
    if (scheme !== 'about' && !isPrivileged(scheme)) {
      throw new Error(`Pages of ${scheme} have no origin in Electron before registerSchemesAsPrivileged`)
    }
    const { page } = await this.page
    this.#loading = toApp(toHost(url))
    try {
      await page.goto(toHost(url), { waitUntil: 'load', timeout: 0 })
    } finally {
      this.#loading = undefined
    }
  }

  reload(): void {
    if (this.#crashed) this.#replaceCrashed()
    else this.whileShown(({ page }) => page.reload())
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler
  }

  /** Its Chromium is started with one. */
  setWebRTCIPHandlingPolicy(_policy: string): void {}

  setZoomFactor(zoom: number): void {
    this.#mustLive()
    if (!(zoom > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
    this.#zoom = zoom
    this.#applyZoom()
  }

  getZoomFactor(): number {
    return this.#zoom
  }

  /** Its Chromium checks no spelling, so no word was misspelled. */
  replaceMisspelling(_word: string): void {}

  isDestroyed(): boolean {
    return this.#destroyed
  }

  cut = (): void => this.#edit('cut')
  copy = (): void => this.#edit('copy')
  paste = (): void => this.#edit('paste')
  selectAll = (): void => this.#edit('selectAll')

  /** In Chromium's own windows people open the tools themselves; without a window there is nobody to look. */
  openDevTools(): void {}

  // What follows is the stand-in's own.

  /** Does something with the page once it is there, unless the window is gone by then. */
  whileShown(action: (shown: ShownPage) => Promise<unknown>): void {
    this.page
      .then((shown) => (this.#destroyed ? undefined : action(shown)))
      .catch((error: unknown) => {
        if (this.#isHere()) process.stderr.write(`A page did not obey: ${String(error)}\n`)
      })
  }

  /** Throws a TypeError when the message is no plain data. What a document no longer hears is lost, as in Electron. */
  tell(message: ToPage): Promise<void> {
    return this.#deliver(encoded(message))
  }

  async #deliver(text: string): Promise<void> {
    try {
      await deliver(await this.page, text)
    } catch (error) {
      if (this.#isHere()) process.stderr.write(`A page did not hear the program: ${String(error)}\n`)
    }
  }

  /** The window has another size. */
  fit(size: Size): void {
    this.#size = size
    if (this.#zoom !== 1) this.#applyZoom()
  }

  /** Asks the program about a navigation that the page began. */
  refusesNavigation(url: string): boolean {
    if (url === this.#loading || url === this.getURL()) return false
    const event = Object.assign(new PreventableEvent(), { url })
    this.emit('will-navigate', event, url)
    return event.defaultPrevented
  }

  /** Asks the program about a window that the page opens. */
  wantsWindow(url: string): boolean {
    return (this.#openHandler?.({ url }) ?? { action: 'allow' }).action === 'allow'
  }

  becomeDestroyed(): void {
    this.#destroyed = true
    this.emit('destroyed')
  }

  #hear(message: FromPage, from: string): void {
    if (this.#destroyed) return
    if (message.kind === 'invoke' || message.kind === 'send') receive(this, toApp(from), message)
    else if (message.kind === 'preload-failed') {
      process.stderr.write(`Unable to load the preload script: ${message.error}\n`)
      this.emit('preload-error', {}, '', new Error(message.error))
    } else if (message.kind === 'context-menu') {
      const words = { misspelledWord: '', dictionarySuggestions: [] }
      this.emit('context-menu', {}, { ...message.place, ...words })
    } else this.#tellWindow(message)
  }

  /** With a page that has crashed Playwright can do nothing but close it, so another takes its place in the window. */
  #replaceCrashed(): void {
    this.#crashed = false
    const [crashed, url] = [this.page, this.getURL()]
    this.page = this.#open().then(async (shown) => {
      await (await crashed).page.close()
      return shown
    })
    void this.loadURL(url)
  }

  #watch({ page }: ShownPage): void {
    page.on('domcontentloaded', () => this.emit('dom-ready', {}))
    page.on('load', () => this.emit('did-finish-load', {}))
    page.on('crash', () => {
      this.#crashed = true
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    page.once('close', () => this.shown?.page === page && this.emit('page-closed'))
    page.on('pageerror', (error) => process.stderr.write(`In the page: ${error.stack ?? error.message}\n`))
  }

  /** What Chromium does in a text field, by its own name of it. */
  #edit(command: string): void {
    this.whileShown(({ session }) =>
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] }),
    )
  }

  #applyZoom(): void {
    this.whileShown((shown) => zoomPage(shown, this.#size, this.#zoom))
  }

  #isHere(): boolean {
    return !this.#destroyed && this.shown?.page.isClosed() === false
  }

  #mustLive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
  }
}
