import { basename } from 'node:path'
import { BrowserWindow, Menu, nativeTheme, screen, shell } from 'electron'
import { AppError } from '../../db/model/errors.ts'
import { dialogTexts } from '../../db/model/texts/window/dialogs.ts'
import type { Handlers } from '../../preload/contract.ts'
import type { Desk, MenuState } from '../session/desk.ts'
import { Exporting } from '../session/exporting.ts'
import { handlersOf } from '../session/handlers.ts'
import { abandonWorkbook, Leaving } from '../session/leaving.ts'
import type { Opening, Program } from '../session/program.ts'
import { Seat } from '../session/seat.ts'
import { PAGE } from './addresses.ts'
import { SMALLEST, windowBounds } from './bounds.ts'
import { offerSpelling } from './context-menu.ts'
import { askWhetherToShowAgain, dialogsOf } from './dialogs.ts'
import { tellPage } from './ipc.ts'
import { type MenuContent, menuTemplate } from './menu.ts'
import { MAY_CHECK_SPELLING } from './spelling.ts'

/** Milliseconds in which a page that has crashed is not loaded a second time without asking. */
const CRASH_LOOP = 60_000

/** What the window shows before its page does: the background of Fluent's themes. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#292929' : '#fafafa')

/** One native window with its seat: what happens to the window, and what the seat asks of it. */
export class AppWindow {
  readonly window: BrowserWindow
  readonly seat: Seat
  readonly handlers: Handlers
  readonly #program: Program
  readonly #leaving: Leaving
  readonly #exporting: Exporting
  #menuState: MenuState = { enabled: [], checked: [], history: { undo: null, redo: null } }
  #isLeaving = false
  #crashed = Number.NEGATIVE_INFINITY

  constructor(program: Program, preload: string, opening: Opening) {
    this.#program = program
    this.window = newWindow(program, preload)
    this.seat = new Seat(program, this.#desk(), opening)
    this.#leaving = new Leaving(this.seat)
    this.#exporting = new Exporting(this.seat)
    this.handlers = handlersOf({ seat: this.seat, leaving: this.#leaving, exporting: this.#exporting })
    this.#follow()
    offerSpelling(this.window)
    void this.window.loadURL(PAGE)
  }

  applyPreferences(): void {
    if (!this.window.isDestroyed()) {
      this.window.webContents.setZoomFactor(this.#program.preferences.get().zoom / 100)
    }
  }

  /** Shows the window's menu, unless another window has the focus. */
  showMenu(): void {
    const focused = BrowserWindow.getFocusedWindow()
    if (focused !== null && focused !== this.window) return
    const { recents, platform } = this.#program
    const content: MenuContent = { ...this.#menuState, recents: recents.list(), platform }
    if (!becomesShown(this.window, content)) return
    const template = menuTemplate(content, {
      choose: (action) => tellPage(this.window.webContents, 'action.chosen', { action }),
      openRecent: (file) => this.seat.openFromOutside(file),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  saveNow(): void {
    this.seat.sessionOrNull?.saveNow()
  }

  #follow(): void {
    const { window } = this
    window.once('ready-to-show', () => {
      if (this.#program.preferences.get().window.maximized) window.maximize()
      window.show()
      this.showMenu()
    })
    // The title names the workbook, not the page.
    window.on('page-title-updated', (event) => event.preventDefault())
    window.on('focus', () => this.showMenu())
    window.on('blur', () => this.saveNow())
    window.on('session-end', () => this.saveNow())
    window.on('close', (event) => {
      event.preventDefault()
      if (!this.#isLeaving) void this.#leave()
    })
    window.on('closed', () => {
      abandonWorkbook(this.seat)
      this.#program.seats.delete(this.seat)
      void this.#exporting.end()
    })
    window.webContents.on('did-finish-load', () => this.applyPreferences())
    window.webContents.on('render-process-gone', (_event, { reason }) => void this.#showAgain(reason))
  }

  /** Whatever goes wrong, the window closes: what was edited is safe in the working copy. */
  async #leave(): Promise<void> {
    this.#isLeaving = true
    try {
      this.#rememberBounds()
      if (!(await this.#leaving.leaveWindow())) return this.#program.stay()
      await this.#exporting.end()
    } catch (error) {
      this.#program.logBug(error)
    } finally {
      this.#isLeaving = false
    }
    if (!this.window.isDestroyed()) this.window.destroy()
  }

  #rememberBounds(): void {
    const { x, y, width, height } = this.window.getNormalBounds()
    this.#program.preferences.write({
      window: { x, y, width, height, maximized: this.window.isMaximized() },
    })
  }

  /** The page has crashed; what it sent is safe, and a new one asks for the workbook again. One that crashes too is asked about. */
  async #showAgain(reason: string): Promise<void> {
    if (reason === 'clean-exit') return
    this.#program.logBug(new Error(`render-process-gone ${reason}`))
    const now = this.#program.clock.now()
    const isFirst = now - this.#crashed > CRASH_LOOP
    this.#crashed = now
    const show = isFirst || (await askWhetherToShowAgain(this.window))
    if (this.window.isDestroyed()) return
    if (show) this.window.webContents.reload()
    else this.window.close()
  }

  #desk(): Desk {
    const { window } = this
    return {
      ...dialogsOf(window, this.#program.places.documents),
      tell: (name, payload) => tellPage(window.webContents, name, payload),
      show: () => {
        if (window.isMinimized()) window.restore()
        window.focus()
      },
      nameWorkbook: (file) => {
        if (window.isDestroyed()) return
        window.setTitle(dialogTexts.windowTitle(file === null ? null : basename(file)))
        window.setRepresentedFilename(file ?? '')
      },
      showMenu: (state) => {
        this.#menuState = state
        if (!window.isDestroyed()) this.showMenu()
      },
      runClipboard: (what) => window.webContents[what](),
      openDocument: async (path) => {
        const failure = await shell.openPath(path)
        if (failure !== '') throw new AppError('file.not-opened', { file: path })
      },
      revealDocument: (path) => shell.showItemInFolder(path),
    }
  }
}

function newWindow({ preferences }: Program, preload: string): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  return new BrowserWindow({
    ...windowBounds(preferences.get().window, screens),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: dialogTexts.windowTitle(null),
    backgroundColor: background(),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: MAY_CHECK_SPELLING,
    },
  })
}

let shown = ''

/** Whether the menu is another than the one that stands there: making it anew closes it where it is open. */
function becomesShown(window: BrowserWindow, content: MenuContent): boolean {
  const next = JSON.stringify([window.id, content])
  if (next === shown) return false
  shown = next
  return true
}
