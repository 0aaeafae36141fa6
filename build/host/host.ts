import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeBundles } from './bundled.ts'
import { texts } from './texts.ts'
import { runUnderStandIn, whereCalled } from './under-stand-in.ts'

interface Order {
  readonly port: number
  readonly book: string
  readonly headed: boolean
}

/**
 * Runs the program on a workbook with Chromium's DevTools open on a port of the loopback interface, until it is ended.
 * Its own folder is a new one, so that hosts do not meet, and is kept when the program did not end well.
 */
export async function host(words: readonly string[]): Promise<void> {
  const order = orderIn(words)
  if (!order) return refuse(texts.hostUsage)
  if (!existsSync(order.book)) return refuse(texts.noFile(order.book))
  makeBundles()
  const userData = mkdtempSync(join(tmpdir(), 'planvaerk-host-'))
  process.on('exit', (code) => {
    if (code === 0) rmSync(userData, { recursive: true, force: true })
  })
  await runUnderStandIn({ mode: 'tool', headed: order.headed, port: order.port, userData }, [order.book])
}

function orderIn(words: readonly string[]): Order | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { cdp: { type: 'string' }, headed: { type: 'boolean' } },
      allowPositionals: true,
    })
    const port = Number(values.cdp)
    const [book, ...others] = positionals
    if (!book || others.length > 0 || !(port > 0 && port < 65_536)) return undefined
    return { port, book: resolve(whereCalled(), book), headed: values.headed ?? false }
  } catch (error) {
    // An option that it does not know.
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
