import { app, protocol, session } from 'electron'
import { mayLoad, SCHEME } from './addresses.ts'
import { assetResponse } from './assets.ts'

/** Must run before the program is ready: the scheme of the page, a sandbox for every page, and no way out. */
export function claimScheme(): void {
  app.enableSandbox()
  // Names looked up and connections made ahead, which no filter of requests sees, end at a proxy that nobody is.
  app.commandLine.appendSwitch('proxy-server', 'http://127.0.0.1:9')
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
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
    // Calls between browsers take their own way, past the policy and the filter.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
