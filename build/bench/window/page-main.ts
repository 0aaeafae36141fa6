import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, BrowserWindow, protocol } from 'electron'

/** A program of nothing but one page: `page-main.ts FOLDER` shows its `index.html`. */
const folder = process.argv[2] ?? ''
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
}

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => app.quit())
void app.whenReady().then(() => {
  protocol.handle('app', async ({ url }) => {
    const { pathname } = new URL(url)
    const headers = { 'content-type': `${types[extname(pathname)]}; charset=utf-8` }
    return new Response(await readFile(join(folder, pathname)), { headers })
  })
  const window = new BrowserWindow({ show: false })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://page/index.html')
})
