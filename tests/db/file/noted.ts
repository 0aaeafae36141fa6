import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Presence } from '../../../db/file/presence.ts'
import { temporaryFolder } from '../../support/workbooks.ts'

export const MINUTE = 60_000

export const maja = { who: 'Maja Holm', machine: 'PC-17' }

export const bo = { who: 'Bo', machine: 'PC-18' }

/** A folder that is shared, and in it a workbook, for which anything will do. */
export function shared(name = 'Sundkøbing.sqlite') {
  const folder = temporaryFolder()
  const file = join(folder, name)
  writeFileSync(file, 'x')
  const notes = () => readdirSync(folder).filter((found) => found !== name)
  const only = () => {
    const [note, ...others] = notes()
    if (note === undefined || others.length > 0) throw new Error(`there is not one note: ${notes()}`)
    return join(folder, note)
  }
  return { folder, file, notes, only }
}

/** Bo's note, as his program wrote it some minutes ago. */
export async function noteOfBo({ file, only }: ReturnType<typeof shared>, age = 0): Promise<string> {
  await Presence.announce(file, bo)
  const path = only()
  const at = (Date.now() - age) / 1000
  utimesSync(path, at, at)
  return path
}

export const rewritten = (path: string, change: Readonly<Record<string, unknown>>): void =>
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }))
