import { type FileHandle, open } from 'node:fs/promises'
import { type ParseError, parse as parseTolerantly } from 'jsonc-parser'
import type { IncomingPlan } from '../../db/commands/import.ts'
import { AppError } from '../../db/model/errors.ts'
import { parseExchange } from '../../db/model/exchange/parse.ts'
import { ExchangeProblem } from '../../db/model/exchange/problem.ts'
import type { Template } from '../../db/model/template/template.ts'

/** No plan that people write comes near this; a larger file is refused before it is read. */
const MAX_BYTES = 50_000_000

/**
 * Reads a `planvaerk-plan` file as a plan that can be imported. Throws one of the `exchange.*` errors; a problem in the
 * content names the path of the offending value.
 */
export async function readExchangeFile(file: string, templates: readonly Template[]): Promise<IncomingPlan> {
  const json = parseJson(file, decodeUtf8(file, await readBytes(file)))
  const problem = (found: ExchangeProblem): Error =>
    new AppError('exchange.invalid', { file, path: found.path, problem: found.problem })
  try {
    return {
      document: parseExchange(json, templates),
      problem,
      exists: (plan) => new AppError('exchange.plan-exists', { file, plan }),
    }
  } catch (error) {
    throw error instanceof ExchangeProblem ? problem(error) : error
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  let handle: FileHandle | undefined
  try {
    handle = await open(file)
    const stat = await handle.stat()
    if (!stat.isFile()) throw new AppError('exchange.unreadable', { file, reason: 'not-a-file' })
    if (stat.size > MAX_BYTES) {
      throw new AppError('exchange.too-big', { file, megabytes: Math.round(stat.size / 1_000_000) })
    }
    return await handle.readFile()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('exchange.unreadable', { file, reason: reasonOf(error) }, { cause: error })
  } finally {
    await handle?.close()
  }
}

function reasonOf(error: unknown): 'missing' | 'no-access' | 'not-a-file' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  return code === 'EISDIR' ? 'not-a-file' : 'no-access'
}

function decodeUtf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new AppError('exchange.not-utf8', { file, position: firstInvalidByte(bytes) }, { cause: error })
  }
}

/** Number, from 1, of the byte that begins what is no UTF-8 (or breaks a character off), found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (isPrefixOfUtf8(bytes.subarray(0, middle))) valid = middle
    else invalid = middle
  }
  return valid
}

function isPrefixOfUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const before = text.slice(0, firstError(text)).split('\n')
    throw new AppError(
      'exchange.not-json',
      { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      { cause: error },
    )
  }
}

/** Where the text stops being JSON. V8 does not always say; the tolerant parser does, unless the nesting is too deep for it. */
function firstError(text: string): number {
  const errors: ParseError[] = []
  try {
    parseTolerantly(text, errors, { allowTrailingComma: false, disallowComments: true })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return errors[0]?.offset ?? text.length
}
