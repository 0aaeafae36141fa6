import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { replaceFile } from '../../db/file/beside.ts'
import { systemCode } from '../../db/file/fs-errors.ts'
import { AppError } from '../../db/model/errors.ts'

/**
 * Reads a small file of our own. What is not there is null; what cannot be understood is put aside under `.broken`, so that
 * nothing writes over it, and is null too.
 */
export function readJsonFile<T>(file: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) putAside(file)
    else if (systemCode(error) === null) throw error
    return null
  }
}

/** Replaces the file in one step. What cannot be written is forgotten with the program; the user's work is not in it. */
export function writeJsonFile(file: string, value: unknown): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    replaceFile(file, [new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)])
  } catch (error) {
    if (!(error instanceof AppError) && systemCode(error) === null) throw error
  }
}

function putAside(file: string): void {
  try {
    renameSync(file, `${file}.broken`)
  } catch (error) {
    if (systemCode(error) === null) throw error
  }
}
