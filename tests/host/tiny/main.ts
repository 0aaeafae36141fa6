import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  type WebContents,
} from 'electron'

/**
 * A program that uses each piece of Electron that Planværk uses, once. Its types are Electron's own, so that the stand-in
 * is held to Electron's shapes.
 */

const heard: string[] = []
const note = (what: string): void => void heard.push(what)
let mayClose = !process.argv.includes('--stay')

if (app.requestSingleInstanceLock({ from: process.pid })) run()
else app.quit()

function run(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  app.enableSandbox()
  app.on('second-instance', (_event, argv) => note(`second instance ${argv.at(-1)}`))
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', () => process.stdout.write('before-quit\n'))
  void app.whenReady().then(start)
}

async function start(): Promise<void> {
  protocol.handle('app', serve)
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setSpellCheckerLanguages(['da'])
  session.defaultSession.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: details.url.includes('cancelled.example') }),
  )
  app.on('web-contents-created', (_event, contents) => guard(contents))
  nativeTheme.on('updated', () => note(`theme ${nativeTheme.shouldUseDarkColors ? 'dark' : 'light'}`))
  powerMonitor.on('suspend', () => note('suspend'))
  Menu.setApplicationMenu(applicationMenu())
  if (process.argv.includes('--greet')) await dialog.showMessageBox({ message: 'Velkommen', buttons: ['OK'] })
  await openWindow()
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'self'; connect-src * data:; script-src 'nonce-tiny'",
}
const html = `<!doctype html><title>Lille</title><p id="text">Æble</p><input id="field">
<a id="away" href="https://away.example/">væk</a><a id="blank" target="_blank" href="https://blank.example/">ny</a>
<iframe src="/frame.html"></iframe>
<script>globalThis.unsafe = true</script><script nonce="tiny">globalThis.safe = true</script>`

async function serve(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (pathname === '/index.html') return new Response(html, { headers })
  if (pathname === '/frame.html') return new Response('<p>Ramme</p>', { headers })
  if (pathname === '/echo') return new Response(`${request.url} ${await request.text()}`)
  return new Response('Findes ikke', { status: 404 })
}

async function openWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 900,
    height: 500,
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') },
  })
  window.on('close', (event) => {
    if (mayClose) return
    event.preventDefault()
    note('close refused')
  })
  window.on('resize', () => note(`resize ${window.getBounds().width}`))
  window.on('blur', () => note(`blur ${window.id}`))
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.setTitle(`Lille ${window.id}`)
  await window.loadURL('app://planvaerk/index.html')
  return window
}

function guard(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable }) => note(`context menu ${isEditable}`))
  contents.setWindowOpenHandler(({ url }) => {
    note(`window ${url}`)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event, url) => {
    note(`navigate ${url}`)
    event.preventDefault()
  })
  contents.on('render-process-gone', (_event, { reason }) => note(`gone ${reason}`))
}

const applicationMenu = (): Menu =>
  Menu.buildFromTemplate([
    {
      label: '&Filer',
      submenu: [
        {
          label: 'Ny projektmappe …',
          accelerator: 'CmdOrCtrl+N',
          registerAccelerator: false,
          click: () => note('new'),
        },
        { type: 'separator' },
        { label: 'Gem', id: 'save', enabled: false, click: () => note('save') },
        { label: 'Vis mål', type: 'checkbox', checked: true, click: (item) => note(`goals ${item.checked}`) },
        { label: 'Luk', click: (_item, window) => window?.close() },
      ],
    },
    { label: 'Rediger', submenu: [{ label: 'Markér alt', role: 'selectAll' }] },
  ])

ipcMain.handle('echo', (_event, value: unknown) => value)
ipcMain.handle('sender', (event) => [event.senderFrame?.url, event.sender.id, event.sender.getURL()])
ipcMain.handle('fail', () => {
  throw new TypeError('Ødelagt')
})
ipcMain.handle('answer-function', () => () => 1)
ipcMain.handle('answer-date', () => new Date(0))
ipcMain.handle('heard', () => heard)
ipcMain.handle('count', (event, until: number) => {
  for (let number = 1; number <= until; number += 1) event.sender.send('number', number)
  return 'done'
})
ipcMain.on('note', (_event, words: string) => note(words))
ipcMain.handle('open-dialog', () =>
  dialog.showOpenDialog({ title: 'Åbn', filters: [{ name: 'P', extensions: ['sqlite'] }] }),
)
ipcMain.handle('save-dialog', () => dialog.showSaveDialog({ defaultPath: 'ny.sqlite' }))
ipcMain.handle('message-box', () =>
  dialog.showMessageBox({ message: 'Gem?', buttons: ['Gem', 'Gem ikke'], cancelId: 1 }),
)
ipcMain.handle('enable-save', () => {
  const save = Menu.getApplicationMenu()?.getMenuItemById('save')
  if (save) save.enabled = true
})
ipcMain.handle('popup', () =>
  Menu.buildFromTemplate([{ label: 'Slet', click: () => note('delete') }]).popup({
    callback: () => note('popup closed'),
  }),
)
ipcMain.handle('theme', (_event, source: 'system' | 'light' | 'dark') => {
  nativeTheme.themeSource = source
  return nativeTheme.shouldUseDarkColors
})
ipcMain.handle('zoom', (event, factor: number) => event.sender.setZoomFactor(factor))
ipcMain.handle('maximize', (event) => {
  const window = BrowserWindow.fromWebContents(event.sender)
  window?.maximize()
  return [window?.isMaximized(), screen.getPrimaryDisplay().workArea.width === window?.getBounds().width]
})
ipcMain.handle('open-window', async () => (await openWindow()).id)
ipcMain.handle('may-close', () => {
  mayClose = true
})
ipcMain.handle('reveal', (_event, path: string) => {
  shell.showItemInFolder(path)
  app.addRecentDocument(path)
  return shell.openPath(path)
})
ipcMain.handle('facts', () => [
  app.getName(),
  app.getPath('userData'),
  process.env.PLANVAERK_HOST,
  app.isPackaged,
])
