import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import type { BrowserWindow } from './browser-window.ts'
import type { WebContents } from './web-contents.ts'

/** The program's windows that are not destroyed, oldest first. */
export const windows: BrowserWindow[] = []

/** What happens to windows that others must know. */
export const windowLife = new EventEmitter<{
  created: [contents: WebContents]
  /** Its first document has loaded. */
  loaded: [window: BrowserWindow]
  destroyed: [window: BrowserWindow]
}>()

let focused: BrowserWindow | null = null

export const focusedWindow = (): BrowserWindow | null => focused

/** Gives one window the focus, and says so to the one that had it. */
export function giveFocus(window: BrowserWindow | null): void {
  if (window === focused) return
  const before = focused
  focused = window
  before?.emit('blur')
  window?.emit('focus')
}

export const windowOf = (page: Page): BrowserWindow | undefined =>
  windows.find((window) => window.webContents.shown?.page === page)

export const windowOfTarget = (targetId: string): BrowserWindow | undefined =>
  windows.find((window) => window.webContents.shown?.targetId === targetId)
