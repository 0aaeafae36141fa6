import BetterSqlite3, { type Database } from 'better-sqlite3'
import { AppError } from '../model/errors.ts'
import { checkPacket } from '../packet/packet-in.ts'
import type { Version } from '../versions.ts'
import { connectForReading } from './connect.ts'
import { ContentSum, isComplete } from './content-sum.ts'
import { toOpenError } from './fs-errors.ts'
import type { Header } from './header.ts'
import { historySum } from './history-sum.ts'
import { checkRecords } from './record-check.ts'
import { checkRules, checkSizes } from './rules.ts'
import { PUBLISHED_COUNTER } from './seal.ts'
import { knownVersion, lastOf } from './version-gate.ts'

/**
 * How a copy came to us: `sealed` as it was published; `found` a file whose bytes are not those published,
 * perhaps repacked by another program; `working` our own working copy, whose history is still being written.
 */
export type Provenance = 'sealed' | 'found' | 'working'

/**
 * Checks a settled copy (no journal beside it) from the outside in, so that nothing is run that was not
 * checked: no SQL of the file's before its schema is known to be ours, no rows before its pages are sound.
 * `file` is the name for the errors; `checked` as in `checkRecords`. Throws `workbook.*` errors.
 */
export function verify(
  path: string,
  header: Header,
  provenance: Provenance,
  file: string,
  versions: readonly Version[],
  checked: string | null = null,
): void {
  try {
    const db = connectForReading(path)
    try {
      db.pragma(`hard_heap_limit = ${HEAP_BYTES}`)
      const version = knownVersion(db, versions, header.userVersion, file)
      checkSchema(db, version, file)
      checkSizes(db, file)
      checkStructure(db, provenance, file)
      if (version !== lastOf(versions)) {
        // Its rows are checked when they have come into today's tables; until then its seal must vouch for them.
        if (provenance === 'sealed') return
        throw new AppError('workbook.damaged', { file, finding: 'older version without its seal' })
      }
      if (!isComplete(db)) throw new AppError('workbook.foreign-content', { file, finding: 'number of rows' })
      if (provenance !== 'sealed') checkSums(db, header, provenance, file)
      checkRules(db, file)
      checkPacket(db, file)
      checkRecords(db, file, checked)
    } finally {
      db.close()
    }
  } catch (error) {
    throw toOpenError(error, file)
  }
}

const HEAP_BYTES = 1_500_000_000

type SchemaRow = readonly [type: unknown, name: unknown, table: unknown, sql: unknown]

const schemaRows = (db: Database): readonly SchemaRow[] =>
  db.prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema').raw().all()

/** The schema exactly as SQLite keeps it, including the indexes that it makes itself. */
function expectedSchema({ schema }: Version): ReadonlySet<string> {
  const db = new BetterSqlite3(':memory:')
  for (const statement of schema) db.exec(statement)
  const rows = schemaRows(db).map((row) => JSON.stringify(row))
  db.close()
  return new Set(rows)
}

function checkSchema(db: Database, version: Version, file: string): void {
  const foreign = (finding: string) => new AppError('workbook.foreign-content', { file, finding })
  const expected = expectedSchema(version)
  const rows = schemaRows(db)
  const unexpected = rows.find((row) => !expected.has(JSON.stringify(row)))
  if (unexpected) throw foreign(`unexpected ${String(unexpected[0])} ${String(unexpected[1]).slice(0, 60)}`)
  if (rows.length !== expected.size) throw foreign(`${rows.length} of ${expected.size} schema entries`)
}

/** A sealed file passed its checks when it was sealed, so for it the quick one will do. */
function checkStructure(db: Database, provenance: Provenance, file: string): void {
  const check = provenance === 'sealed' ? 'quick_check(1)' : 'integrity_check(1)'
  const finding = String(db.pragma(check, { simple: true }))
  if (finding !== 'ok') throw new AppError('workbook.damaged', { file, finding: finding.slice(0, 200) })
  const dangling = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').get()
  if (dangling)
    throw new AppError('workbook.damaged', { file, finding: `dangling reference in ${dangling.table}` })
}

/**
 * Whether the rows are those that we wrote. When they are not, the change counter tells a program that wrote
 * from bytes that changed by themselves.
 */
function checkSums(db: Database, header: Header, provenance: Provenance, file: string): void {
  const finding = differingSum(db, provenance)
  if (finding === null) return
  const untouched = provenance === 'found' && header.changeCounter === PUBLISHED_COUNTER
  throw new AppError(untouched ? 'workbook.damaged' : 'workbook.foreign-content', { file, finding })
}

function differingSum(db: Database, provenance: Provenance): string | null {
  if (ContentSum.ofAllRows(db).toString() !== meta(db, 'contentSum')) return 'content sum'
  if (provenance === 'found' && historySum(db) !== meta(db, 'historySum')) return 'history sum'
  return null
}

const meta = (db: Database, key: string): unknown =>
  db.prepare<[string], { value: unknown }>('SELECT value FROM meta WHERE key = ?').get(key)?.value
