import { app, protocol, session } from 'electron'
import { mayLoad, SCHEME } from './addresses.ts'
import { assetResponse } from './assets.ts'

/** Must run before the program is ready: the scheme of the page, and a sandbox for every page. */
export function claimScheme(): void {
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the page, and shuts every other door: no network, no permissions, no other pages, no further windows. */
export function shutDoors(pageFolder: string): void {
  protocol.handle(SCHEME, (request) => assetResponse(pageFolder, request.url))
  const { defaultSession } = session
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }))
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
