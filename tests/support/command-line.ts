import { join } from 'node:path'
import { expect } from 'vitest'
import { run } from '../../main/cli/run.ts'
import { exampleFiles, temporaryFolder } from './workbooks.ts'

/** Runs a command line inside this process. */
export async function planvaerk(...words: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  const status = await run(words, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { status, out, err }
}

/** A workbook with the ten example plans. */
export async function exampleBook(): Promise<{ readonly folder: string; readonly book: string }> {
  const folder = temporaryFolder()
  const book = join(folder, 'Sundkøbing.sqlite')
  expect(await planvaerk('import', book, ...exampleFiles)).toMatchObject({ status: 0, err: [] })
  return { folder, book }
}
