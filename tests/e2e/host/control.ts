import { app } from './app.ts'
import { browser } from './browser.ts'
import { asked, onUnexpected, queueAnswers } from './dialog.ts'
import { becomeEnding } from './dialog-answerers.ts'
import type { Answer } from './dialog-answers.ts'
import { chooseByLabels, entriesOf, Menu, popupMenu } from './menu.ts'
import type { Size } from './messages.ts'
import { networkAttempts } from './network.ts'
import { focusedWindow, windowLife, windows } from './registry.ts'
import { powerMonitor } from './screen.ts'
import { permissionOf } from './session.ts'
import { settings } from './settings.ts'
import { shellCalls } from './shell.ts'
import { texts } from './texts.ts'

/** A window as the starter of the program knows it. */
export interface WindowState {
  readonly id: number
  readonly title: string
  readonly focused: boolean
  /** Of its page, among the targets of Chromium's DevTools. */
  readonly targetId: string
}

/** What a test may ask of the running program. */
const calls = {
  menu: () => entriesOf(Menu.getApplicationMenu()),
  choose: (labels: readonly string[]) => chooseByLabels(Menu.getApplicationMenu(), labels),
  popup: () => (popupMenu() ? entriesOf(popupMenu()) : null),
  chooseInPopup: (labels: readonly string[]) => chooseByLabels(popupMenu(), labels),
  closePopup: () => popupMenu()?.closePopup(),
  answer: (answers: readonly Answer[]) => queueAnswers(answers),
  asked: () => asked,
  shell: () => shellCalls,
  recentDocuments: () => app.recentDocuments,
  network: () => networkAttempts,
  permission: (name: string) => permissionOf(windows[0]?.webContents, name),
  windows: (): Promise<readonly WindowState[]> =>
    Promise.all(
      windows.map(async (window) => ({
        id: window.id,
        title: window.getTitle(),
        focused: window === focusedWindow(),
        targetId: (await window.webContents.page).targetId,
      })),
    ),
  resize: (id: number, size: Size) => windowOf(id).setBounds(size),
  focus: (id: number) => windowOf(id).focus(),
  /** As a user closes it; the program may refuse. */
  closeWindow: (id: number) => windowOf(id).close(),
  nameFiles: (paths: Readonly<Record<string, string>>) =>
    Promise.all(windows.map(({ webContents }) => webContents.tell({ kind: 'paths', paths }))),
  suspend: () => void powerMonitor.emit('suspend'),
} as const

export type Calls = typeof calls

/** From the starter: a call by name. */
export interface CallMessage {
  readonly call: number
  readonly name: keyof Calls
  readonly args: readonly unknown[]
}

/** To the starter. */
export type ProgramMessage =
  | { readonly kind: 'browser'; readonly pid: number; readonly port: number | null }
  /** The first document of a window has loaded. */
  | { readonly kind: 'loaded'; readonly id: number }
  /** No test had an answer to this dialog. */
  | { readonly kind: 'unexpected-dialog'; readonly words: string }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly call: number; readonly message: string }

function windowOf(id: number) {
  const window = windows.find((candidate) => candidate.id === id)
  if (!window) throw new Error(`No window ${id}`)
  return window
}

/** How long the program may take to end when the system asks it to, in milliseconds. */
const ENDING = 30_000

function giveUp(): void {
  process.stderr.write(`${texts.notEnded}\n`)
  app.exit(1)
}

/** Lets the starter of the program talk with it, and end it as a system does. */
export function beControlled(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      becomeEnding()
      app.quit()
      setTimeout(giveUp, ENDING).unref()
    })
  }
  if (settings.mode === 'tool') windowLife.once('loaded', () => void sayReady())
  if (!process.send) return
  app.once('ready', async () => {
    const { pid, port } = await browser()
    say({ kind: 'browser', pid, port })
  })
  onUnexpected((words) => say({ kind: 'unexpected-dialog', words }))
  windowLife.on('loaded', ({ id }) => say({ kind: 'loaded', id }))
  process.on('message', (message: CallMessage) => void answer(message))
  // Whoever started it is gone.
  process.on('disconnect', () => app.exit(1))
}

function say(message: ProgramMessage): void {
  process.send?.(message)
}

async function sayReady(): Promise<void> {
  const { port } = await browser()
  if (port !== null) process.stdout.write(`${texts.ready(port)}\n`)
}

async function answer({ call, name, args }: CallMessage): Promise<void> {
  try {
    // The starter calls by `Calls`, so the arguments fit the name.
    const value: unknown = await Reflect.apply(calls[name], undefined, args)
    say({ kind: 'answer', call, value })
  } catch (error) {
    say({ kind: 'failure', call, message: error instanceof Error ? error.message : String(error) })
  }
}
