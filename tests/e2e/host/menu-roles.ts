import { app } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'

/** What Electron does by itself when an item has a role and no click; a role that the program has not used yet throws. */
export function runRole(role: string, window: BrowserWindow | null): void {
  const contents = window?.webContents
  if (role === 'cut') contents?.cut()
  else if (role === 'copy') contents?.copy()
  else if (role === 'paste') contents?.paste()
  else if (role === 'selectAll') contents?.selectAll()
  else if (role === 'close') window?.close()
  else if (role === 'quit') app.quit()
  else throw new Error(`The stand-in knows no role »${role}« of menu items`)
}
