import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { systemCode } from '../../db/file/fs-errors.ts'
import { AppError } from '../../db/model/errors.ts'
import type { LogBug } from '../session/problem.ts'

/** Bytes of one log file; the one before it is kept. */
const LARGEST = 1_000_000

/**
 * The local log of bugs. It names places in our code, never what the user wrote: the message of an error may quote
 * it, so only the message's own words before the first quotation are kept.
 */
export function logIn(folder: string): LogBug {
  return (error) => {
    const id = randomBytes(3).toString('hex')
    try {
      mkdirSync(folder, { recursive: true })
      const file = join(folder, 'planvaerk.log')
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.1`)
      appendFileSync(file, `${new Date().toISOString()} ${id} ${withoutTexts(error)}\n`)
    } catch (failure) {
      // Without a disk to write on there is no log; the program goes on.
      if (systemCode(failure) === null) throw failure
    }
    return id
  }
}

/** Kind of error, its message up to the first quotation, and the places in our code. */
export function withoutTexts(error: unknown): string {
  if (error instanceof AppError) return `AppError ${error.code}`
  if (!(error instanceof Error)) return typeof error
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const [words = ''] = error.message.split(/["'`\u00bb\u201c]/)
  return [`${error.name}: ${words.slice(0, 200)}`, ...places.slice(0, 20)].join('\n')
}
