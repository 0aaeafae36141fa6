import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { TableName } from '../model/records.ts'
import type { Row } from '../tables.ts'

const MODULUS = 1n << 256n
const KEY = 'contentSum'

/**
 * A checksum of all merged rows that follows each edit instead of being computed at every save: the sum of
 * the rows' SHA-256 hashes modulo 2^256. It does not depend on the order or the pages in which rows lie, so it tells
 * a file that was only repacked from one whose content was changed behind our back.
 */
export class ContentSum {
  #value: bigint

  constructor(value = 0n) {
    this.#value = value
  }

  static of(db: Database): ContentSum {
    const stored = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(KEY)
    return new ContentSum(stored ? BigInt(`0x${stored.value}`) : 0n)
  }

  add(table: TableName, row: Row): void {
    this.#value = (this.#value + hash(table, row)) % MODULUS
  }

  remove(table: TableName, row: Row): void {
    this.#value = (this.#value - hash(table, row) + MODULUS) % MODULUS
  }

  save(db: Database): void {
    db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
      KEY,
      this.toString(),
    )
  }

  toString(): string {
    return this.#value.toString(16).padStart(64, '0')
  }
}

/** Columns in the order of their names, so that a row gives the same hash wherever it comes from. */
function hash(table: TableName, row: Row): bigint {
  const values = Object.keys(row)
    .sort()
    .map((column) => row[column])
  return BigInt(`0x${createHash('sha256').update(JSON.stringify([table, values])).digest('hex')}`)
}
