import { MAX_NODES } from '../limits.ts'
import { AppError } from '../model/errors.ts'
import type { Row } from '../tables.ts'
import type { TreePage } from './b-tree.ts'
import type { Pages } from './pages.ts'
import type { RawRow } from './record.ts'
import { isRecordTable, type StoredTable, storedTables, strictFirst, tableOf, toNamed } from './shapes.ts'
import { readTrees } from './trees.ts'

/** A row of one of our tables, as it was found. */
export interface FoundRow {
  readonly row: Row
  /** Some of its bytes were missing, or were no letters. */
  readonly hurt: boolean
}

/** What could be read of a damaged workbook. */
export interface Found {
  readonly rows: ReadonlyMap<StoredTable, readonly FoundRow[]>
  /** What the file says about itself. */
  readonly meta: ReadonlyMap<string, string>
  /** Pages, and rows on pages, that are not readable. */
  readonly lost: number
}

/** Rows of all kinds; more would exhaust the program, and a sound workbook of the largest size that is in use has a tenth. */
const MOST_ROWS = 4 * MAX_NODES

/** Null where nothing of ours is there. Throws `workbook.too-big`. */
export function readRows(pages: Pages, file: string): Found | null {
  const { named, stray } = readTrees(pages)
  const gathered = new Gathered(file)
  for (const { table, leaves } of named) {
    for (const page of leaves)
      gathered.add(page, storedTables.find((known) => known === table) ?? null, table)
  }
  for (const page of stray) gathered.add(page, null, null)
  // Tables of other names are not ours, unless ours are nowhere else.
  const missing = strictFirst.filter((table) => !gathered.rows.has(table))
  for (const page of gathered.foreign) gathered.addForeign(page, missing)
  const lost = named.reduce((sum, tree) => sum + tree.lost, 0) + gathered.unreadable
  return gathered.isEmpty ? null : { rows: gathered.rows, meta: gathered.meta, lost }
}

/** The keys of `meta`; whatever else is a table of keys and values is not it. */
const metaKeys = new Set([
  'workbookId',
  'createdAt',
  'createdWith',
  'needs',
  'contentSum',
  'historySum',
  'seal',
])

class Gathered {
  readonly rows = new Map<StoredTable, FoundRow[]>()
  readonly meta = new Map<string, string>()
  readonly foreign: TreePage[] = []
  unreadable = 0
  readonly #file: string
  #count = 0

  constructor(file: string) {
    this.#file = file
  }

  get isEmpty(): boolean {
    return ![...this.rows.keys()].some(isRecordTable)
  }

  add(page: TreePage, named: StoredTable | null, name: string | null): void {
    if (page.index) {
      this.#addMeta(page)
      return
    }
    if (name !== null && named === null) {
      this.foreign.push(page)
      return
    }
    const table = tableOf(page.rows, named)
    if (table === null) return
    this.unreadable += page.unreadable
    this.#put(table, page.rows)
  }

  addForeign(page: TreePage, missing: readonly StoredTable[]): void {
    const table = tableOf(page.rows, null, missing)
    if (table !== null) this.#put(table, page.rows)
  }

  #put(table: StoredTable, rows: readonly RawRow[]): void {
    this.#count += rows.length
    if (this.#count > MOST_ROWS)
      throw new AppError('workbook.too-big', { file: this.#file, finding: `${this.#count} rows` })
    const known = this.rows.get(table) ?? []
    for (const raw of rows) known.push({ row: toNamed(table, raw), hurt: raw.hurt })
    this.rows.set(table, known)
  }

  #addMeta({ rows }: TreePage): void {
    const pairs = rows.flatMap(({ values: [key, value, ...more] }) =>
      typeof key === 'string' && typeof value === 'string' && more.length === 0 ? [{ key, value }] : [],
    )
    if (!pairs.some(({ key }) => metaKeys.has(key))) return
    for (const { key, value } of pairs) if (!this.meta.has(key)) this.meta.set(key, value)
  }
}
