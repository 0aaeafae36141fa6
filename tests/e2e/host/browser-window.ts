import { EventEmitter } from 'node:events'
import type { Bounds } from './messages.ts'
import { nativeTheme } from './native-theme.ts'
import { focusedWindow, giveFocus, windowLife, windows } from './registry.ts'
import { screen } from './screen.ts'
import { settings } from './settings.ts'
import { resizeWindow } from './shown-page.ts'
import { PreventableEvent, type ToWindow, WebContents } from './web-contents.ts'

interface WindowOptions extends Left {
  readonly width?: number
  readonly height?: number
  readonly x?: number
  readonly y?: number
  readonly show?: boolean
  readonly title?: string
  readonly webPreferences?: { readonly preload?: string } & Left
}

/** Options that say nothing to the stand-in. */
type Left = Readonly<Record<string, unknown>>

/** What the program may listen for; of these, only Windows tells of the end of a session. */
interface WindowEvents {
  close: [event: PreventableEvent]
  closed: []
  show: []
  focus: []
  blur: []
  resize: []
  move: []
  maximize: []
  unmaximize: []
  'ready-to-show': []
  'page-title-updated': [event: PreventableEvent, title: string]
  'session-end': []
}

/** How long the program may take to leave a page that is gone, in milliseconds. */
const LEAVING = 30_000

/** A window of the program: one page of Chromium. The newest that was shown or focused has the focus. */
export class BrowserWindow extends EventEmitter<WindowEvents> {
  readonly id: number
  readonly webContents: WebContents
  #bounds: Bounds
  #content: Bounds
  #normal: Bounds | undefined
  #title: string
  #documentEdited = false
  #destroyed = false
  #hasLoaded = false

  static getAllWindows = (): readonly BrowserWindow[] => [...windows]
  static getFocusedWindow = (): BrowserWindow | null => focusedWindow()
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    windows.find((window) => window.webContents === contents) ?? null

  constructor(options: WindowOptions = {}) {
    super()
    const size = settings.viewport ?? { width: options.width ?? 800, height: options.height ?? 600 }
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, ...size }
    this.#content = this.#bounds
    this.#title = options.title ?? ''
    this.webContents = new WebContents(options.webPreferences?.preload, size, (message) =>
      this.#hear(message),
    )
    this.id = this.webContents.id
    windows.push(this)
    nativeTheme.applyTo(this)
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'))
    this.webContents.once('did-finish-load', () => windowLife.emit('loaded', this))
    this.webContents.on('did-finish-load', () => this.#takeTitle())
    this.webContents.once('page-closed', () => this.#closedFromOutside())
    if (options.show ?? true) giveFocus(this)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  show(): void {
    this.#mustLive()
    this.emit('show')
    this.focus()
  }

  focus(): void {
    this.#mustLive()
    this.webContents.whileShown(({ page }) => page.bringToFront())
    giveFocus(this)
  }

  isFocused(): boolean {
    return focusedWindow() === this
  }

  /** As when the user closes the window: the program may prevent it. */
  close(): void {
    this.#mustLive()
    const event = new PreventableEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    void this.webContents.page.then(({ page }) => page.close())
    this.webContents.becomeDestroyed()
    windows.splice(windows.indexOf(this), 1)
    if (focusedWindow() === this) giveFocus(windows.at(-1) ?? null)
    this.emit('closed')
    windowLife.emit('destroyed', this)
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {
    this.unmaximize()
  }

  maximize(): void {
    if (this.#normal) return
    const normal = this.#bounds
    this.setBounds(screen.getPrimaryDisplay().workArea)
    this.#normal = normal
    this.emit('maximize')
  }

  unmaximize(): void {
    const normal = this.#normal
    if (!normal) return
    this.setBounds(normal)
    this.emit('unmaximize')
  }

  isMaximized(): boolean {
    return this.#normal !== undefined
  }

  getBounds(): Bounds {
    return { ...this.#bounds }
  }

  /** The bounds outside of a maximised state. */
  getNormalBounds(): Bounds {
    return { ...(this.#normal ?? this.#bounds) }
  }

  getContentBounds(): Bounds {
    return { ...this.#content }
  }

  setBounds(bounds: Partial<Bounds>): void {
    this.#mustLive()
    this.#normal = undefined
    const next = { ...this.#bounds, ...bounds }
    this.webContents.whileShown((shown) => resizeWindow(shown, next))
    this.#fit(next, next)
  }

  getTitle(): string {
    return this.#title
  }

  setTitle(title: string): void {
    this.#mustLive()
    this.#title = title
    this.#showTitle()
  }

  /** On a screen the title of a page that has loaded stands over the window. */
  #showTitle(): void {
    if (!settings.headed || !this.#hasLoaded) return
    const title = this.#title
    this.webContents.whileShown(({ page }) =>
      page.evaluate((words) => {
        document.title = words
      }, title),
    )
  }

  setDocumentEdited(edited: boolean): void {
    this.#documentEdited = edited
  }

  isDocumentEdited(): boolean {
    return this.#documentEdited
  }

  /** macOS alone shows the file in the title bar. */
  setRepresentedFilename(_file: string): void {}

  #hear(message: ToWindow): void {
    if (message.kind === 'theme') nativeTheme.becomes(message)
    else if (settings.headed) this.#fit(message.outer, { ...message.outer, ...message.inner })
  }

  #fit(bounds: Bounds, content: Bounds): void {
    const before = this.#bounds
    this.#bounds = bounds
    this.#content = content
    if (before.width !== bounds.width || before.height !== bounds.height) {
      this.webContents.fit(content)
      this.emit('resize')
    }
    if (before.x !== bounds.x || before.y !== bounds.y) this.emit('move')
  }

  /** As in Electron, the page's own title becomes the window's, where the program does not prevent it. */
  async #takeTitle(): Promise<void> {
    const { page } = await this.webContents.page
    const title = await page.title()
    const event = new PreventableEvent()
    this.emit('page-title-updated', event, title)
    if (!event.defaultPrevented) this.#title = title
    this.#hasLoaded = true
    this.#showTitle()
  }

  /** On a screen people close Chromium's window itself. The program may still save, but has no page to ask any more. */
  #closedFromOutside(): void {
    if (this.#destroyed) return
    this.close()
    setTimeout(() => this.destroy(), LEAVING).unref()
  }

  #mustLive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
  }
}
