import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { browser, endBrowser } from './browser.ts'
import { windowLife, windows } from './registry.ts'
import { becomeReady } from './session.ts'
import { settings } from './settings.ts'
import { InstanceLock } from './single-instance.ts'
import { PreventableEvent, type WebContents } from './web-contents.ts'

type PathName = 'home' | 'appData' | 'userData' | 'documents' | 'downloads' | 'desktop' | 'logs' | 'temp'

/** What the program may listen for; of these, only macOS tells of files and of a click in its dock. */
interface AppEvents {
  ready: []
  'before-quit': [event: PreventableEvent]
  'will-quit': [event: PreventableEvent]
  quit: [event: PreventableEvent, code: number]
  'window-all-closed': []
  'second-instance': [event: PreventableEvent, argv: string[], folder: string, data: unknown]
  'web-contents-created': [event: PreventableEvent, contents: WebContents]
  activate: []
  'open-file': [event: PreventableEvent, path: string]
}

/** The life of the program, with Electron's rules: what comes before what, and what ends it. */
class App extends EventEmitter<AppEvents> {
  readonly isPackaged = false
  readonly commandLine = { appendSwitch: (_name: string, _value?: string): void => {} }
  readonly recentDocuments: string[] = []
  #name = manifest().name
  #ready = false
  #quitting = false
  #ended = false
  #lock: InstanceLock | undefined
  readonly #whenReady = Promise.withResolvers<void>()

  constructor() {
    super()
    windowLife.on('created', (contents) => {
      this.emit('web-contents-created', new PreventableEvent(), contents)
    })
    windowLife.on('destroyed', () => this.#windowGone())
  }

  /** Becomes ready; to be called when the main module of the program has been run to the end, like in Electron. */
  start(): void {
    setImmediate(() => {
      if (this.#ended) return
      this.#ready = true
      becomeReady()
      void browser().then(({ context }) => context.once('close', () => this.quit()))
      this.emit('ready')
      this.#whenReady.resolve()
    })
  }

  whenReady = (): Promise<void> => this.#whenReady.promise
  isReady = (): boolean => this.#ready
  getName = (): string => this.#name
  setName = (name: string): void => {
    this.#name = name
  }
  getVersion = (): string => manifest().version
  /** Windows alone knows it. */
  setAppUserModelId = (_id: string): void => {}

  /** Chromium has its sandbox wherever the machine lets it. */
  enableSandbox(): void {
    if (this.#ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  /** In tests nothing of the person's own folders is touched. */
  getPath(name: PathName): string {
    if (name === 'temp') return tmpdir()
    const folder = this.#pathOf(name)
    mkdirSync(folder, { recursive: true })
    return folder
  }

  addRecentDocument = (file: string): void => void this.recentDocuments.push(file)
  clearRecentDocuments = (): void => void this.recentDocuments.splice(0)

  /** The lock of the folder `userData`: a later program hands its words to the first, and gets false. */
  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    this.#lock ??= new InstanceLock(this.getPath('userData'), ({ argv, folder, data }) =>
      this.emit('second-instance', new PreventableEvent(), [...argv], folder, data),
    )
    return this.#lock.request(additionalData)
  }

  /** Closes every window as the user would; the program ends when all have agreed. */
  quit(): void {
    if (this.#ended) return
    const event = new PreventableEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    this.#quitting = true
    for (const window of [...windows]) {
      if (!window.isDestroyed()) window.close()
      if (!window.isDestroyed()) {
        this.#quitting = false
        return
      }
    }
    this.#endQuietly()
  }

  /** Ends the program without asking anybody. */
  exit(code = 0): void {
    if (this.#ended) return
    this.#ended = true
    this.emit('quit', new PreventableEvent(), code)
    this.#lock?.release()
    for (const window of [...windows]) window.destroy()
    setImmediate(() => endBrowser().finally(() => process.exit(code)))
  }

  #endQuietly(): void {
    const event = new PreventableEvent()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit()
  }

  #windowGone(): void {
    if (windows.length > 0 || this.#ended || this.#quitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }

  #pathOf(name: Exclude<PathName, 'temp'>): string {
    const userData = settings.userData ?? join(appData(), this.#name)
    if (name === 'userData') return userData
    if (name === 'logs') return join(userData, 'logs')
    const home = settings.mode === 'test' ? join(userData, 'home') : homedir()
    const names = { documents: 'Documents', downloads: 'Downloads', desktop: 'Desktop' } as const
    if (name === 'home') return home
    return name === 'appData' ? appData() : join(home, names[name])
  }
}

function appData(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  if (process.platform === 'win32') return process.env.APPDATA ?? join(homedir(), 'AppData/Roaming')
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
}

/** The `package.json` nearest above the program's main module. */
function manifest(): { readonly name: string; readonly version: string } {
  for (let folder = dirname(process.argv[1] ?? ''); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (!existsSync(file)) continue
    const { productName, name, version } = JSON.parse(readFileSync(file, 'utf8'))
    return { name: productName ?? name, version }
  }
  return { name: 'Electron', version: '0.0.0' }
}

export const app = new App()
