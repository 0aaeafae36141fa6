import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { connect } from '../file/connect.ts'
import { copyAsItIs, SIDE_FILES } from '../file/copy-original.ts'
import { type Header, readHeader, readStart } from '../file/header.ts'
import { settle } from '../file/open.ts'
import { WORKING_COPY } from '../file/origin.ts'
import { publish } from '../file/publish.ts'
import { isSameFile } from '../file/same-file.ts'
import { lastOf, programNamed } from '../file/version-gate.ts'
import { throughWorkingFolder } from '../file/working-folder.ts'
import { MAX_NODES } from '../limits.ts'
import { AppError } from '../model/errors.ts'
import type { Salvaged } from '../model/salvage.ts'
import { versions } from '../versions.ts'
import type { WorkbookPlace } from '../workbook.ts'
import { buildMended, buildWhole, isComplete, isWorkbookId } from './build.ts'
import { mendOutline } from './mend-outline.ts'
import { mendReferences } from './mend-references.ts'
import { Pages } from './pages.ts'
import { type Found, readRows } from './read-rows.ts'
import { Rescue } from './rescue.ts'

/**
 * Makes a new workbook at `place.file` of what can be read of a damaged one, and tells what is not as it was. The damaged file
 * is copied and never written; no SQL of it is run, for its rows are read from the bytes. Throws `salvage.nothing`,
 * `workbook.newer`, `workbook.exists` where there is a file at the place, unless the user agreed to `overwrite` it, and what is
 * thrown of files that cannot be read, or of disks that cannot be written; then nothing is written.
 */
export function salvage(
  file: string,
  place: Pick<WorkbookPlace, 'file' | 'workBase'>,
  options: { readonly overwrite?: true } = {},
): Salvaged {
  if (isSameFile(file, place.file) || (existsSync(place.file) && !options.overwrite)) {
    throw new AppError('workbook.exists', { file: place.file })
  }
  return throughWorkingFolder(place.workBase, (folder) => {
    const found = readDamaged(file, join(folder, 'damaged.sqlite'))
    const path = join(folder, WORKING_COPY)
    const salvaged = build(file, path, found)
    const db = connect(path)
    try {
      publish(db, place.file, { expected: null, ...options })
    } finally {
      db.close()
    }
    return salvaged
  })
}

function readDamaged(file: string, copy: string): Found {
  copyAsItIs(file, copy)
  const found = readCopy(file, copy)
  if (!found) throw new AppError('salvage.nothing', { file })
  refuseNewer(file, copy, found)
  return found
}

/**
 * What an interrupted program left beside the file belongs to it where the file counts on a log, or is not complete by itself.
 * Another log is of other days: to play it in would put old rows in the place of new ones.
 */
function readCopy(file: string, copy: string): Found | null {
  const read = () => Pages.reading(copy, (pages) => readRows(pages, file))
  const alone = read()
  const sides = SIDE_FILES.filter((side) => existsSync(copy + side))
  const countsOnLog = usesLog(copy)
  if (sides.length === 0 || !isSettled(copy)) return alone
  const settled = read()
  if (!settled || countsOnLog) return settled ?? alone
  if (alone && isComplete(alone)) return alone
  return sides.includes('-journal') || isComplete(settled) ? settled : alone
}

/** As the header says, which may be damaged. */
const usesLog = (path: string): boolean => readStart(path)[18] === 2

/** Lets SQLite take in what lies beside the copy; it reads no SQL of the file for that. */
function isSettled(copy: string): boolean {
  try {
    settle(copy)
    return true
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError) return false
    throw error
  }
}

/** A workbook of a newer version is not damaged, and its rows would be misread. */
function refuseNewer(file: string, copy: string, { meta }: Found): void {
  const version = headerOf(copy)?.userVersion ?? 0
  if (version <= lastOf(versions).number) return
  throw new AppError('workbook.newer', { file, needs: programNamed(meta.get('needs'), version) })
}

function headerOf(path: string): Header | null {
  try {
    return readHeader(readStart(path), statSync(path).size, path)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function build(file: string, path: string, found: Found): Salvaged {
  const complete = isComplete(found)
  const whole = complete && buildWhole(path, found)
  const { counts, losses } = whole ? wholeOf(found) : mend(file, path, found)
  const sameWorkbook = isWorkbookId(found.meta.get('workbookId'))
  return { whole, ...counts, losses, unreadable: found.lost, complete, sameWorkbook }
}

interface Built {
  readonly counts: Pick<Salvaged, 'plans' | 'nodes' | 'texts'>
  readonly losses: Salvaged['losses']
}

function wholeOf({ rows }: Found): Built {
  const [plans = 0, nodes = 0, texts = 0] = counted.map((table) => rows.get(table)?.length ?? 0)
  return { counts: { plans, nodes, texts }, losses: [] }
}

const counted = ['plan', 'node', 'field'] as const

function mend(file: string, path: string, found: Found): Built {
  const rescue = new Rescue(found)
  refuseNothing(file, rescue)
  mendReferences(rescue)
  mendOutline(rescue)
  const [plans = 0, nodes = 0, texts = 0] = counted.map((table) => rescue.tables[table].size)
  if (nodes > MAX_NODES) throw new AppError('workbook.too-big', { file, finding: `${nodes} nodes` })
  buildMended(path, rescue, found.meta)
  return { counts: { plans, nodes, texts }, losses: rescue.losses }
}

/** Templates and units alone are no work of anybody's. */
function refuseNothing(file: string, { tables }: Rescue): void {
  const written = [tables.plan, tables.cover, tables.node, tables.field, tables.milestone, tables.snapshot]
  if (written.every(({ size }) => size === 0)) throw new AppError('salvage.nothing', { file })
}
