import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import type { Calls, WindowState } from './control.ts'
import type { Answer } from './dialog-answers.ts'
import type { Size } from './messages.ts'
import { type Exit, ProgramProcess } from './program-process.ts'

/** How long the program may take to start or to end, in milliseconds. */
const PATIENCE = 60_000

export interface LaunchOptions {
  /** The program's main module; the built one when left out. */
  readonly entry?: string
  /** The program's own folder; when left out a new one, removed at the end. */
  readonly userData?: string
  readonly args?: readonly string[]
  readonly locale?: string
  /** The size of its windows, whatever it asks for. */
  readonly viewport?: Size
  readonly env?: Readonly<Record<string, string>>
  /** Answers to dialogs that it shows while it starts. */
  readonly answers?: readonly Answer[]
  /** For measurements: more switches for Chromium, and a script that each document runs before its own. */
  readonly switches?: readonly string[]
  readonly script?: string
}

type Asked<N extends keyof Calls> = Promise<Awaited<ReturnType<Calls[N]>>>

/** A program that runs, and its user. A dialog without an answer makes every later call fail with the dialog's words. */
export interface Program {
  readonly pid: number
  readonly browserPid: number
  /** The page of its first window. */
  readonly page: Page
  readonly menu: {
    /** Labels without the lines between groups. */
    items(): Asked<'menu'>
    /** By Danish labels from the top: `choose('Filer', 'Gem')`. Fails for an item that is missing, or stays disabled. */
    choose(...labels: readonly string[]): Promise<void>
  }
  /** The context menu that stands open. */
  readonly popup: {
    items(): Asked<'popup'>
    choose(...labels: readonly string[]): Promise<void>
    close(): Promise<void>
  }
  readonly dialogs: {
    /** Queues answers to the dialogs that come next. */
    answer(...answers: readonly Answer[]): Promise<void>
    /** Every dialog so far, with its words. */
    asked(): Asked<'asked'>
  }
  /** What was opened by other programs or shown in a folder, and the list of recent documents. */
  readonly shell: { calls(): Asked<'shell'>; recentDocuments(): Asked<'recentDocuments'> }
  /** Requests that would have left the computer. */
  networkAttempts(): Asked<'network'>
  /** Whether the program grants its page a permission, by Electron's name of it. */
  permission(name: string): Promise<boolean>
  /** Of the window with the focus. */
  title(): Promise<string>
  windows(): Promise<readonly ProgramWindow[]>
  /** Drops files from the system on an element. */
  drop(target: Locator, paths: readonly string[]): Promise<void>
  /** The computer goes to sleep. */
  suspend(): Promise<void>
  /** Starts the program once more with these words, waits until it has ended, and tells how. */
  secondInstance(args: readonly string[]): Promise<Exit>
  /** Closes every window like a user, and waits until the program has ended. */
  close(): Promise<Exit>
  /** Ends the program and its Chromium at once (SIGKILL). Harmless when it has ended. */
  kill(): Promise<void>
  readonly closed: Promise<Exit>
  /** What it wrote to stdout and stderr. */
  readonly log: string
}

export interface ProgramWindow extends WindowState {
  readonly page: Page
  focus(): Promise<void>
  resize(size: Size): Promise<void>
  /** Asks it to close, like a user; it may refuse. */
  close(): Promise<void>
}

/** Starts the program in a process of its own, and waits until its first window has loaded. */
export async function launchProgram(options: LaunchOptions = {}): Promise<Program> {
  const scratch = mkdtempSync(join(tmpdir(), 'planvaerk-program-'))
  const userData = options.userData ?? join(scratch, 'data')
  const { locale = 'da-DK', viewport = null, answers = [], switches = [], script = '' } = options
  const start = {
    entry: options.entry ?? join(import.meta.dirname, '../../../out/main/index.js'),
    args: options.args ?? [],
    env: options.env ?? {},
    settings: {
      mode: 'test',
      headed: false,
      port: 0,
      scratch,
      userData,
      locale,
      viewport,
      answers,
      switches,
      script,
    },
  } as const
  const process = new ProgramProcess(start)
  const closed = process.closed.finally(() =>
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 }),
  )
  try {
    const [browser, first] = await within(firstWindow(process, scratch), 'start')
    void closed.then(() => browser.close())
    const secondInstance = (args: readonly string[]) => new ProgramProcess({ ...start, args }).closed
    return programOf(process, browser, await pageOf(browser, first), { closed, secondInstance })
  } catch (error) {
    await process.kill()
    await closed
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${process.log}`)
  }
}

/** The connection to Chromium, and the target of the page that loaded first. */
async function firstWindow(process: ProgramProcess, scratch: string): Promise<readonly [Browser, string]> {
  const connected = Promise.withResolvers<Browser>()
  const loaded = Promise.withResolvers<string>()
  process.on((message) => {
    if (message.kind === 'unexpected-dialog') loaded.reject(new Error(message.words))
    if (message.kind === 'browser') connected.resolve(connect(message.port ?? 0, scratch))
    if (message.kind !== 'loaded') return
    process.ask('windows').then(([window]) => loaded.resolve(window?.targetId ?? ''), loaded.reject)
  })
  void process.closed.then(({ code, signal }) =>
    loaded.reject(new Error(`The program ended at its start: ${signal ?? code}`)),
  )
  const target = await loaded.promise
  return [await connected.promise, target]
}

/** Without Playwright's defaults, so that the test does not change how the page looks. */
const connect = (port: number, artifactsDir: string): Promise<Browser> =>
  chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true, artifactsDir })

async function pageOf(browser: Browser, targetId: string): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no context')
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    for (const page of context.pages()) {
      if ((await targetOf(context, page)) === targetId) return page
    }
    // Not the event of a new page: it may have come in the middle of this look.
    await setTimeout(20)
  }
  throw new Error('Playwright does not know the page of a window')
}

async function targetOf(context: BrowserContext, page: Page): Promise<string> {
  const session = await context.newCDPSession(page)
  const { targetInfo } = await session.send('Target.getTargetInfo')
  await session.detach()
  return targetInfo.targetId
}

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = globalThis.setTimeout(() => late.reject(new Error(`The program did not ${what}`)), PATIENCE)
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer))
}

interface Ways {
  readonly closed: Promise<Exit>
  secondInstance(args: readonly string[]): Promise<Exit>
}

function programOf(process: ProgramProcess, browser: Browser, page: Page, ways: Ways): Program {
  const { closed, secondInstance } = ways
  const windows = async () =>
    Promise.all(
      (await process.ask('windows')).map(async (state) =>
        windowOf(process, state, await pageOf(browser, state.targetId)),
      ),
    )
  return {
    pid: process.pid,
    browserPid: process.browserPid,
    page,
    menu: {
      items: () => process.ask('menu'),
      choose: (...labels) => onceEnabled(() => process.ask('choose', labels)),
    },
    popup: {
      items: () => process.ask('popup'),
      choose: (...labels) => process.ask('chooseInPopup', labels),
      close: () => process.ask('closePopup'),
    },
    dialogs: {
      answer: (...answers) => process.ask('answer', answers),
      asked: () => process.ask('asked'),
    },
    shell: {
      calls: () => process.ask('shell'),
      recentDocuments: () => process.ask('recentDocuments'),
    },
    networkAttempts: () => process.ask('network'),
    permission: (name) => process.ask('permission', name),
    title: async () => (await process.ask('windows')).find(({ focused }) => focused)?.title ?? '',
    windows,
    drop: (target, paths) => drop(process, target, paths),
    suspend: () => process.ask('suspend'),
    secondInstance,
    close: () => close(process, closed),
    async kill() {
      await process.kill()
      process.mustBeExpected()
    },
    closed,
    get log() {
      return process.log
    },
  }
}

const windowOf = (process: ProgramProcess, state: WindowState, page: Page): ProgramWindow => ({
  ...state,
  page,
  focus: () => process.ask('focus', state.id),
  resize: (size) => process.ask('resize', state.id, size),
  close: () => process.ask('closeWindow', state.id),
})

async function close(process: ProgramProcess, closed: Promise<Exit>): Promise<Exit> {
  process.mustBeExpected()
  for (const { id } of await process.ask('windows')) {
    // The program may be gone before it has answered.
    await Promise.race([process.ask('closeWindow', id), closed])
  }
  const exit = await within(closed, 'end')
  process.mustBeExpected()
  return exit
}

async function drop(process: ProgramProcess, target: Locator, paths: readonly string[]): Promise<void> {
  await process.ask('nameFiles', Object.fromEntries(paths.map((path) => [basename(path), path])))
  const names = paths.map((path) => basename(path))
  const dataTransfer = await target.page().evaluateHandle((files) => {
    const dropped = new DataTransfer()
    for (const name of files) dropped.items.add(new File([], name))
    return dropped
  }, names)
  for (const event of ['dragenter', 'dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer })
}

/** Milliseconds that somebody looks at a grey item before she gives it up: the menu hears a little later what can be done. */
const GIVES_UP = 3000

async function onceEnabled(choose: () => Promise<void>): Promise<void> {
  const end = performance.now() + GIVES_UP
  for (;;) {
    try {
      return await choose()
    } catch (error) {
      const isGrey = error instanceof Error && error.message.endsWith('is disabled')
      if (!isGrey || performance.now() > end) throw error
      await setTimeout(50)
    }
  }
}
