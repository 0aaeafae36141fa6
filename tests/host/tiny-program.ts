import { join } from 'node:path'
import { expect } from 'vitest'
import { type LaunchOptions, launchProgram, type Program } from '../e2e/host/launch.ts'

/** The small program in `tiny/`, which uses each piece of Electron that Planværk uses. */
export const launchTiny = (options: LaunchOptions = {}): Promise<Program> =>
  launchProgram({ entry: join(import.meta.dirname, 'tiny/main.ts'), ...options })

/** Calls its handler of this channel, as its page does. */
export const call = (program: Program, channel: string, ...args: readonly unknown[]): Promise<unknown> =>
  program.page.evaluate(([name, given]) => Reflect.get(globalThis, 'tiny').invoke(name, ...given), [
    channel,
    args,
  ] as const)

/** What has happened to it, in words, oldest first. */
export const heard = (program: Program): Promise<unknown> => call(program, 'heard')

/** `expect.poll` with patience for a slow machine. */
export const eventually = <T>(look: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(look, { timeout: 60_000 })
