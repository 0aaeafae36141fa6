import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { type TableName, tableNames } from '../model/records.ts'
import { layouts, type Row } from '../tables.ts'

const MODULUS = 1n << 256n
const KEY = 'contentSum'
const ROWS = 'rows'

/**
 * A checksum of all merged rows that follows each edit instead of being computed at every save: the sum of the
 * rows' SHA-256 hashes modulo 2^256. It does not depend on the order or the pages in which rows lie, so it
 * tells a file that was only repacked from one whose content was changed behind our back. Beside it goes the number of rows,
 * which can be looked at before every save.
 */
export class ContentSum {
  #value: bigint
  #rows: number

  constructor(value = 0n, rows = 0) {
    this.#value = value
    this.#rows = rows
  }

  static of(db: Database): ContentSum {
    const stored = (key: string) =>
      db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key)
    return new ContentSum(BigInt(`0x${stored(KEY) ?? '0'}`), Number(stored(ROWS) ?? 0))
  }

  /** The sum computed afresh from every row; about 0.5 s for 100,000 nodes. */
  static ofAllRows(db: Database): ContentSum {
    const sum = new ContentSum()
    for (const table of tableNames) {
      const rows = db
        .prepare<[], unknown[]>(`SELECT ${hashedColumns(table).join(', ')} FROM ${table}`)
        .raw()
        .iterate()
      for (const values of rows) {
        sum.#add(hashOf(table, values))
        sum.#rows += 1
      }
    }
    return sum
  }

  /** How many rows there must be. */
  get rows(): number {
    return this.#rows
  }

  add(table: TableName, row: Row): void {
    this.#add(hash(table, row))
    this.#rows += 1
  }

  remove(table: TableName, row: Row): void {
    this.#add(MODULUS - hash(table, row))
    this.#rows -= 1
  }

  save(db: Database): void {
    const set = db.prepare(
      'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    )
    set.run(KEY, this.toString())
    set.run(ROWS, String(this.#rows))
  }

  toString(): string {
    return this.#value.toString(16).padStart(64, '0')
  }

  #add(value: bigint): void {
    this.#value = (this.#value + value) % MODULUS
  }
}

/** Whether as many rows are there as commands have made and not taken away; some hundredths of a second for 100,000 nodes. */
export function isComplete(db: Database): boolean {
  const counts = tableNames.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ')
  const rows = db.prepare<[], number>(`SELECT ${counts}`).pluck().get()
  return rows === ContentSum.of(db).rows
}

/** Columns in the order of their names, so that a row gives the same hash wherever it comes from. */
const hashed = new Map(
  tableNames.map((table) => [table, [...layouts[table].columns, 'born', 'mods'].sort()] as const),
)

const hashedColumns = (table: TableName): readonly string[] => hashed.get(table) ?? []

const hash = (table: TableName, row: Row): bigint =>
  hashOf(
    table,
    hashedColumns(table).map((column) => row[column]),
  )

function hashOf(table: TableName, values: readonly unknown[]): bigint {
  return BigInt(
    `0x${createHash('sha256')
      .update(JSON.stringify([table, values]))
      .digest('hex')}`,
  )
}
