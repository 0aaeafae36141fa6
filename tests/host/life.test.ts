import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { LaunchOptions, Program } from '../e2e/host/launch.ts'
import { temporaryFolder } from '../support/folders.ts'
import { call, eventually, heard, launchTiny } from './tiny-program.ts'

const running: Program[] = []

async function launch(options: LaunchOptions = {}): Promise<Program> {
  const program = await launchTiny(options)
  running.push(program)
  return program
}

afterEach(() => Promise.all(running.splice(0).map((program) => program.kill())))

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/exe`)

test('a second one hands its words to the first and ends', async () => {
  const program = await launch()
  expect(await program.secondInstance(['anden.sqlite'])).toEqual({ code: 0, signal: null })
  await eventually(() => heard(program)).toContain('second instance anden.sqlite')
})

test('two at once know nothing of each other', async () => {
  const [one, other] = await Promise.all([launch(), launch()])
  await one.page.evaluate(() => Reflect.get(globalThis, 'tiny').send('note', 'kun her'))
  await eventually(() => heard(one)).toContain('kun her')
  expect(await heard(other)).not.toContain('kun her')
  await one.kill()
  expect(await call(other, 'echo', 'lever')).toBe('lever')
})

test('a close that the program refuses leaves it open; a close that it allows ends it', async () => {
  const program = await launch({ args: ['--stay'] })
  const [window] = await program.windows()
  await window?.close()
  expect(await heard(program)).toContain('close refused')
  await call(program, 'may-close')
  expect(await program.close()).toEqual({ code: 0, signal: null })
  expect(program.log).toBe('before-quit\n')
})

test('the system ends it politely', async () => {
  const program = await launch()
  process.kill(program.pid, 'SIGTERM')
  expect(await program.closed).toEqual({ code: 0, signal: null })
  expect(program.log).toBe('before-quit\n')
})

test('a Chromium that is gone is a window that its user has closed', async () => {
  const program = await launch()
  process.kill(program.browserPid, 'SIGKILL')
  expect(await program.closed).toEqual({ code: 0, signal: null })
  expect(program.log).toBe('before-quit\n')
})

test('killed, it leaves no process, and starts again in the same folder', async () => {
  const userData = join(temporaryFolder(), 'data')
  mkdirSync(userData)
  const program = await launch({ userData })
  await program.kill()
  expect(await program.closed).toEqual({ code: null, signal: 'SIGKILL' })
  await eventually(() => isAlive(program.pid) || isAlive(program.browserPid)).toBe(false)
  const again = await launch({ userData })
  expect(await heard(again)).toEqual([])
})

test('a page that crashes is known to the program', async () => {
  const program = await launch()
  await call(program, 'open-window')
  const [, second] = await program.windows()
  const session = await program.page.context().newCDPSession(second?.page ?? program.page)
  session.send('Page.crash').catch(() => undefined)
  await eventually(() => heard(program)).toContain('gone crashed')
})

test('an unexpected dialog fails the test with its words', async () => {
  const program = await launch()
  await expect(call(program, 'message-box')).rejects.toThrow(
    'Unexpected message dialog: Gem? | Gem | Gem ikke',
  )
  await expect(program.menu.items()).rejects.toThrow('Gem?')
  await expect(program.close()).rejects.toThrow('Gem?')
  await expect(program.kill()).rejects.toThrow('Gem?')
  running.splice(0)
})

test('a dialog at the start is answered in advance, and unexpected it fails the start', async () => {
  const program = await launch({ args: ['--greet'], answers: [{ message: 'OK' }] })
  expect(await program.dialogs.asked()).toMatchObject([{ message: 'Velkommen' }])
  await expect(launch({ args: ['--greet'] })).rejects.toThrow('Velkommen')
})
