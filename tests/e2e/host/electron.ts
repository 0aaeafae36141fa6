import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { dialog } from './dialog.ts'
import { type IpcEvent, ipcMain } from './ipc-main.ts'
import { type ItemOptions, Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { powerMonitor, screen } from './screen.ts'
import { protocol, session } from './session.ts'
import { shell } from './shell.ts'
import type { WebContents } from './web-contents.ts'

/**
 * What the program gets for `import … from 'electron'` under the stand-in host: as much of Electron as it uses, over a
 * Chromium that Playwright drives. `tests/structure/electron-surface.test.ts` compiles the program against it.
 */
export {
  app,
  BrowserWindow,
  dialog,
  type IpcEvent as IpcMainInvokeEvent,
  type ItemOptions as MenuItemConstructorOptions,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  type WebContents,
}
