import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { makeBundles, root } from './bundled.ts'
import { hasDisplay } from './display.ts'
import { electronBinary } from './electron-binary.ts'
import { texts } from './texts.ts'
import { runUnderStandIn, whereCalled } from './under-stand-in.ts'

/** Runs the program in Electron; where its binary cannot be had, in an installed Chromium. The words are workbooks. */
export async function start(words: readonly string[]): Promise<void> {
  if (!hasDisplay()) {
    process.stderr.write(`${texts.noDisplay}\n`)
    process.exitCode = 1
    return
  }
  makeBundles()
  const books = words.map((word) => resolve(whereCalled(), word))
  const binary = electronBinary()
  if (binary === null) {
    await runUnderStandIn({ mode: 'user', headed: true, port: null, userData: null }, books)
    return
  }
  const electron = spawn(binary, [root, ...books], { stdio: 'inherit' })
  // Both hear Ctrl+C; Electron decides when the program has ended.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => electron.kill(signal))
  const [code] = await once(electron, 'close')
  process.exitCode = typeof code === 'number' ? code : 1
}
