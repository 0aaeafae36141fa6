import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { eventually } from './tiny-program.ts'

const root = join(import.meta.dirname, '../..')
const register = join(root, 'tests/e2e/host/register.ts')
const tiny = join(import.meta.dirname, 'tiny/main.ts')

interface Running {
  readonly child: ChildProcess
  readonly out: () => string
  readonly ended: Promise<number | null>
}

const running: Running[] = []
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill()
    await ended
  }
})

function run(words: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [...words], { env: { ...process.env, ...env } })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      out += more
    })
  }
  const program = { child, out: () => out, ended: once(child, 'close').then(([code]) => code) }
  running.push(program)
  return program
}

/** The tiny program as `npm run host` would run it. */
const asTool = (settings: object, env: Readonly<Record<string, string>> = {}): Running =>
  run(['--import', register, tiny], {
    PLANVAERK_STAND_IN: JSON.stringify({
      mode: 'tool',
      headed: false,
      userData: temporaryFolder(),
      ...settings,
    }),
    ...env,
  })

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

interface Target {
  readonly type: string
  readonly url: string
  readonly webSocketDebuggerUrl: string
}

const targets = async (port: number): Promise<readonly Target[]> =>
  (await fetch(`http://127.0.0.1:${port}/json`)).json()

/** Any tool that speaks DevTools: evaluates in the page that `/json` names. */
async function toolOn(port: number) {
  const [page] = await targets(port)
  const socket = new WebSocket(page?.webSocketDebuggerUrl ?? '')
  await once(socket, 'open')
  let calls = 0
  const send = async (method: string, params: object): Promise<unknown> => {
    calls += 1
    const call = calls
    socket.send(JSON.stringify({ id: call, method, params }))
    for (;;) {
      const [{ data }] = await once(socket, 'message')
      const { id, result } = JSON.parse(data)
      if (id === call) return result
    }
  }
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    return JSON.parse(JSON.stringify(answer)).result.value
  }
  return { send, evaluate, close: () => socket.close() }
}

describe('a program with a port for tools', () => {
  test('says when it is ready, is driven from outside through reloads, and ends politely', async () => {
    const port = await freePort()
    const program = asTool({ port })
    await eventually(program.out).toBe(`Planværk er klar på http://127.0.0.1:${port}\n`)
    expect(await targets(port)).toMatchObject([{ type: 'page', url: 'https://planvaerk.invalid/index.html' }])
    const tool = await toolOn(port)
    expect(await tool.evaluate('tiny.invoke("echo", "før")')).toBe('før')
    await tool.send('Page.reload', {})
    await eventually(() => tool.evaluate('globalThis.safe && tiny.invoke("echo", "efter")')).toBe('efter')
    tool.close()
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    await expect(targets(port)).rejects.toThrow()
  })

  test('turns dialogs away, or answers with the paths that it was given', async () => {
    const port = await freePort()
    const program = asTool({ port }, { PLANVAERK_OPEN: '/givet.sqlite' })
    await eventually(program.out).toContain('klar')
    const tool = await toolOn(port)
    const answers = await tool.evaluate(
      'Promise.all(["open-dialog", "save-dialog", "message-box"].map((name) => tiny.invoke(name)))',
    )
    expect(answers).toEqual([
      { canceled: false, filePaths: ['/givet.sqlite'] },
      { canceled: true, filePath: '' },
      { response: 1, checkboxChecked: false },
    ])
    tool.close()
  })

  test('listens on the loopback interface alone', async () => {
    const port = await freePort()
    const program = asTool({ port })
    await eventually(program.out).toContain('klar')
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of outer) await expect(fetch(`http://${address}:${port}/json`)).rejects.toThrow()
    expect(await targets(port)).toHaveLength(1)
  })

  test('says so when the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const program = asTool({ port })
    expect(await program.ended).toBe(1)
    expect(program.out()).toContain(`Porten ${port} kan ikke bruges`)
    server.close()
  })
})

describe.skipIf(process.platform !== 'linux')('a program for a person at a screen', () => {
  const settings = { mode: 'user', headed: true }

  test('says that there is no screen', async () => {
    const program = asTool(settings, { DISPLAY: '', WAYLAND_DISPLAY: '' })
    expect(await program.ended).toBe(1)
    expect(program.out()).toMatch(/^Her er ingen skærm [^\n]*\n$/)
  })

  test('says that there is no browser', async () => {
    const program = asTool(settings, { DISPLAY: ':1', PATH: '', CHROMIUM_PATH: '' })
    expect(await program.ended).toBe(1)
    expect(program.out()).toMatch(/^Der er ingen Chromium, Chrome eller Edge[^\n]*\n$/)
  })
})

describe('the stand-in', () => {
  test('serves a program of CommonJS too, and stays out of its workers', async () => {
    const file = join(temporaryFolder(), 'main.cjs')
    writeFileSync(
      file,
      `const { app, BrowserWindow } = require('electron')
       const { Worker } = require('node:worker_threads')
       const worker = new Worker('require("node:worker_threads").parentPort.postMessage("arbejder")', { eval: true })
       worker.on('message', (words) => {
         process.stdout.write([words, typeof app.quit, typeof BrowserWindow].join(' '))
         app.exit(3)
       })`,
    )
    const program = run(['--import', register, file], {
      PLANVAERK_STAND_IN: JSON.stringify({ mode: 'tool', headed: false, userData: temporaryFolder() }),
    })
    expect(await program.ended).toBe(3)
    expect(program.out()).toBe('arbejder function function')
  })

  test.skipIf(process.platform !== 'linux')('ends with the one who started it', async () => {
    const userData = temporaryFolder()
    const starter = run(
      [
        '--input-type=module',
        '--eval',
        `const { launchProgram } = await import(${JSON.stringify(join(root, 'tests/e2e/host/launch.ts'))})
       const program = await launchProgram({ entry: ${JSON.stringify(tiny)}, userData: ${JSON.stringify(userData)} })
       process.stdout.write(program.pid + ' ' + program.browserPid)`,
      ],
      { TMPDIR: temporaryFolder() },
    )
    await eventually(starter.out).toMatch(/^\d+ \d+$/)
    const pids = starter.out().split(' ')
    starter.child.kill('SIGKILL')
    await eventually(() => pids.filter((pid) => existsSync(`/proc/${pid}/exe`))).toEqual([])
    expect(readdirSync(userData)).not.toContain('stand-in.lock')
  })
})

describe('npm run host', () => {
  const host = join(root, 'build/host.mjs')
  test.each([
    ['no words', [], 'Brug:'],
    ['no port', ['bog.sqlite'], 'Brug:'],
    ['an unknown option', ['--cdp', '9333', '--fremad', 'bog.sqlite'], 'Brug:'],
    ['a port out of range', ['--cdp', '99999', 'bog.sqlite'], 'Brug:'],
    ['a file that is not there', ['--cdp', '9333', 'ingen.sqlite'], 'Filen findes ikke'],
  ])('%s: one sentence', async (_what, words, sentence) => {
    const { ended, out } = run([host, ...words])
    expect(await ended).toBe(1)
    expect(out()).toContain(sentence)
    expect(out().trim().split('\n')).toHaveLength(1)
  })
})

test.skipIf(process.platform !== 'linux')('npm start without a screen: one sentence', async () => {
  const { ended, out } = run([join(root, 'build/start.mjs')], { DISPLAY: '', WAYLAND_DISPLAY: '' })
  expect(await ended).toBe(1)
  expect(out()).toMatch(/^Her er ingen skærm [^\n]*\n$/)
})
