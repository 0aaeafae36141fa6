import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core'
import { hasDisplay } from '../../../build/host/display.ts'
import { texts as startTexts } from '../../../build/host/texts.ts'
import { hasEnded } from './alive.ts'
import { type Chromium, chromiums } from './chromium.ts'
import { watchNetwork } from './network.ts'
import { refuseNewWindows } from './new-windows.ts'
import { settings } from './settings.ts'
import { texts } from './texts.ts'

/** The Chromium in which the program's windows are pages. */
export interface Browser {
  readonly context: BrowserContext
  /** To the browser itself, not to a page. */
  readonly session: CDPSession
  readonly pid: number
  readonly profile: string
  /** Where its DevTools listen, null = nowhere. */
  readonly port: number | null
}

/** The page that Chromium's first window shows until the program has one. */
const WINDOW_OF_ITS_OWN = '--app=https://planvaerk.invalid/'

/** Nothing leaves the computer: whatever is not answered here goes to a proxy that nobody is. */
const switches = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-domain-reliability',
  '--no-pings',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
]
/** And no name is looked up; on a screen Chromium would warn the person of this switch. */
const withoutNames = '--host-resolver-rules=MAP * ~NOTFOUND'

let started: Promise<Browser> | undefined

/** The browser, started by the first who asks. Ends the program with one sentence where there is none. */
export function browser(): Promise<Browser> {
  started ??= start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof NoBrowser ? error.message : String(error)}\n`)
    process.exit(1)
  })
  return started
}

/** Ends the browser, if there is one, and removes its profile. */
export async function endBrowser(): Promise<void> {
  if (!started) return
  const { context, pid, profile } = await started
  await context.close()
  // Until then it may still write there.
  await hasEnded(pid)
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

class NoBrowser extends Error {}

async function start(): Promise<Browser> {
  if (settings.headed && !hasDisplay()) throw new NoBrowser(startTexts.noDisplay)
  if (settings.port) await mustBeFree(settings.port)
  const profile = mkdtempSync(join(settings.scratch ?? tmpdir(), 'planvaerk-chromium-'))
  const failures: string[] = []
  for (const candidate of await chromiums(settings.headed)) {
    // Chromium refuses its sandbox to the root user, and some systems refuse it to everybody.
    for (const sandbox of process.getuid?.() === 0 ? [false] : [true, false]) {
      try {
        const browser = await browserOf(await launch(candidate, profile, sandbox), profile)
        if (settings.mode === 'user') process.stdout.write(`${texts.insteadOfElectron(candidate.path)}\n`)
        return browser
      } catch (error) {
        failures.push(`${candidate.path}: ${String(error).split('\n', 1)[0]}`)
      }
    }
  }
  rmSync(profile, { recursive: true, force: true })
  throw new NoBrowser(texts.noBrowser(failures))
}

/** Chromium itself says nothing when it cannot have the port. */
async function mustBeFree(port: number): Promise<void> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new NoBrowser(texts.noPort(port, String(error)))
  }
  server.close()
  await once(server, 'close')
}

function launch(candidate: Chromium, profile: string, chromiumSandbox: boolean): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: candidate.path,
    artifactsDir: profile,
    env: { ...process.env, ...candidate.env },
    headless: !settings.headed,
    chromiumSandbox,
    args: [
      ...switches,
      ...settings.switches,
      `--lang=${settings.locale}`,
      settings.headed ? WINDOW_OF_ITS_OWN : withoutNames,
      ...(settings.port === null ? [] : [`--remote-debugging-port=${settings.port}`]),
    ],
    locale: settings.locale,
    // The window's own size, and the system's own theme.
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    serviceWorkers: 'block',
    acceptDownloads: false,
    // The program ends the browser, when its windows have closed.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

async function browserOf(context: BrowserContext, profile: string): Promise<Browser> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (!session) throw new Error('A persistent context without a browser')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const pid = processInfo.find(({ type }) => type === 'browser')?.id
  if (pid === undefined) throw new Error('Chromium does not tell its process id')
  // Where any port would do, Chromium writes down which it took.
  const taken = () => Number.parseInt(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8'), 10)
  const port = settings.port === 0 ? taken() : settings.port
  const browser = { context, session, pid, profile, port }
  await watchNetwork(browser)
  await refuseNewWindows(browser)
  return browser
}
