import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Backup } from '../../../db/model/backup.ts'
import type { Command } from '../../../db/model/commands.ts'
import type { Workbook } from '../../../db/workbook.ts'
import {
  exampleFiles,
  incoming,
  newWorkbook,
  placeIn,
  readJson,
  temporaryFolder,
} from '../../support/workbooks.ts'

export const organisation = (name: string): Command => ({ type: 'organisation.rename', name })

/** A saved workbook with a plan, as a program that starts now finds it. */
export function savedWorkbook() {
  const place = placeIn(temporaryFolder())
  const workbook = newWorkbook(place)
  workbook.import([incoming(readJson(exampleFiles[0] ?? ''))], { replace: false })
  workbook.save()
  workbook.close()
  rmSync(ringsOf(place), { recursive: true })
  return place
}

export type Place = ReturnType<typeof placeIn>

export const ringsOf = ({ workBase }: Place): string => `${workBase}-backups`

/** The folder of the one workbook of which anything is kept. */
export function ringOf(place: Place): string {
  const [ring, ...others] = readdirSync(ringsOf(place))
  expect(others).toEqual([])
  return join(ringsOf(place), ring ?? '')
}

export const fileOf = (place: Place, { name }: Backup): string => join(ringOf(place), name)

/** Lets an hour pass for all that is kept. */
export function anHourPasses(place: Place): void {
  for (const name of readdirSync(ringOf(place))) {
    const at = new Date(statSync(join(ringOf(place), name)).mtimeMs - 3_700_000).toISOString()
    const older = `${at.replaceAll(':', '-')}${name.slice(at.length)}`
    renameSync(join(ringOf(place), name), join(ringOf(place), older))
  }
}

export const kinds = (workbook: Workbook): readonly string[] =>
  workbook.backups.list().map(({ kind }) => kind)

export function only(workbook: Workbook): Backup {
  const [backup, ...others] = workbook.backups.list()
  if (!backup || others.length > 0) throw new Error('there is not one backup')
  return backup
}

export const organisationIn = (workbook: Workbook, backup: Backup): unknown =>
  workbook.backups.reading(backup, (db) => db.prepare('SELECT value FROM setting').pluck().get())
