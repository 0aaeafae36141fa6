import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { AppError } from '../model/errors.ts'
import { PROGRAM } from '../model/texts/program.ts'
import { replaceFile } from './beside.ts'
import { systemCode } from './fs-errors.ts'

/**
 * Seals of files that this version of the program has checked, or made, on this computer. A file whose seal holds and
 * is known here is, bit for bit, one that passed every check, so that it need not be checked again. The list lies in
 * the user's private folder and is never shared; without it, files are just checked again.
 */
export interface KnownSeals {
  readonly has: (seal: string | null) => boolean
  readonly add: (seal: string | null) => void
}

const listSchema = z.strictObject({ program: z.string(), seals: z.array(z.string().length(64)).max(1000) })

/** The newest; older ones belong to states of files that nobody opens any more. */
const MOST = 200

/** The seals that are remembered in `base`, the folder of the working folders. */
export function knownSeals(base: string): KnownSeals {
  const file = join(base, 'known-seals.json')
  return {
    has: (seal) => seal !== null && read(file).includes(seal),
    add: (seal) => {
      if (seal !== null) write(file, [seal, ...read(file).filter((known) => known !== seal)])
    },
  }
}

function read(file: string): readonly string[] {
  try {
    const list = listSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return list.program === PROGRAM ? list.seals : []
  } catch (error) {
    // Not there yet, or not understood: then nothing is known.
    if (systemCode(error) !== null || error instanceof SyntaxError || error instanceof z.ZodError) return []
    throw error
  }
}

function write(file: string, seals: readonly string[]): void {
  const text = JSON.stringify({ program: PROGRAM, seals: seals.slice(0, MOST) })
  try {
    replaceFile(file, [new TextEncoder().encode(text)])
  } catch (error) {
    // What cannot be remembered is checked again next time; the user's own work is not touched by it.
    if (!(error instanceof AppError)) throw error
  }
}
