import type { Database } from 'better-sqlite3'
import type { ContentSum } from './file/content-sum.ts'
import { MAX_TEXT_BYTES, MAX_WHOLE_PLAN_BYTES } from './limits.ts'
import type { Change } from './model/changes.ts'
import { AppError } from './model/errors.ts'
import type { AnyRecord, Records, TableName } from './model/records.ts'
import { statement } from './statement.ts'
import { layouts, type Row, toRecord, toRow } from './tables.ts'

/**
 * The only way to write. A `Tx` exists inside `commit`, `typeOn` and a merge alone; it records every row before and after,
 * stamps the units that changed, and writes the old values to the history in the same transaction.
 */
export class Tx {
  readonly changes: Change[] = []
  #hasWritten = false
  readonly #db: Database
  readonly #dot: number
  readonly #txnRid: number | bigint
  readonly #sum: ContentSum

  constructor(db: Database, dot: number, txnRid: number | bigint, sum: ContentSum) {
    this.#db = db
    this.#dot = dot
    this.#txnRid = txnRid
    this.#sum = sum
  }

  /** Of the transaction. */
  get dot(): number {
    return this.#dot
  }

  /** Also where it was stamps alone that changed, which is no change for the window. */
  get hasWritten(): boolean {
    return this.#hasWritten
  }

  /** For questions inside an edit; writing goes through the methods. */
  get db(): Database {
    return this.#db
  }

  insert<T extends TableName>(table: T, record: Records[T]): void {
    this.#insert(table, toRow(table, record), record)
  }

  /** Changes the named columns; a patch that changes nothing leaves no trace. */
  update<T extends TableName>(table: T, id: string, patch: Partial<Records[T]>): void {
    this.updateRow(table, id, toRow(table, patch))
  }

  remove(table: TableName, id: string): void {
    const row = this.#row(table, id)
    // First, so that redoing an undone removal meets no conflict about a row that is gone.
    for (const conflict of conflictsAbout(this.#db, table, id)) this.remove('conflict', conflict)
    statement(this.#db, `DELETE FROM ${table} WHERE id = ?`).run(id)
    this.#sum.remove(table, row)
    this.#hasWritten = true
    const { born: _born, mods: _mods, ...old } = row
    this.#record({ table, id, op: 'd', old: JSON.stringify(old), before: toRecord(table, row), after: null })
  }

  /** Puts a removed row back as it lay in the file. */
  insertRow(table: TableName, row: Row): void {
    this.#insert(table, row, toRecord(table, row))
  }

  /** As `update`, with values as they lie in the file. */
  updateRow(table: TableName, id: string, patch: Row): void {
    const row = this.#row(table, id)
    const changed = Object.keys(patch).filter((column) => patch[column] !== row[column])
    if (changed.length === 0) return
    const mods = modsOf(row)
    for (const column of changed) mods[layouts[table].units[column] ?? column] = this.#dot
    this.#replace(table, row, { ...row, ...patch, born: Number(row.born), mods: JSON.stringify(mods) })
  }

  /** Makes a row what it is in another copy of the workbook, with the stamps of those who wrote it. */
  putStamped(table: TableName, row: StampedRow): void {
    const id = String(row.id)
    const known = statement(this.#db, `SELECT * FROM ${table} WHERE id = ?`).get(id)
    if (known) this.#replace(table, known, row)
    else this.#insertStamped(table, row, toRecord(table, row))
  }

  /** Stamps a unit as written now though its value stays: what somebody decided wins over what others hold. */
  confirm(table: TableName, id: string, unit: string): void {
    const row = this.#row(table, id)
    const mods = JSON.stringify({ ...modsOf(row), [unit]: this.#dot })
    this.#replace(table, row, { ...row, born: Number(row.born), mods })
  }

  #replace(table: TableName, row: Row, after: StampedRow): void {
    refuseTooLong(table, after)
    statement(this.#db, updateSql(table)).run(after)
    this.#sum.remove(table, row)
    this.#sum.add(table, after)
    this.#hasWritten = true
    const changed = layouts[table].columns.filter((column) => after[column] !== row[column])
    if (changed.length === 0) return
    const old = JSON.stringify(Object.fromEntries(changed.map((column) => [column, row[column]])))
    const id = String(row.id)
    this.#record({ table, id, op: 'u', old, before: toRecord(table, row), after: toRecord(table, after) })
  }

  #insert(table: TableName, row: Row, record: AnyRecord): void {
    this.#insertStamped(table, { ...row, born: this.#dot, mods: null }, record)
  }

  #insertStamped(table: TableName, row: StampedRow, record: AnyRecord): void {
    refuseTooLong(table, row)
    statement(this.#db, insertSql(table)).run(row)
    this.#sum.add(table, row)
    this.#hasWritten = true
    this.#record({ table, id: record.id, op: 'i', old: null, before: null, after: record })
  }

  #row(table: TableName, id: string): Row {
    const row = statement(this.#db, `SELECT * FROM ${table} WHERE id = ?`).get(id)
    if (!row) throw new AppError('command.outdated', { what: table })
    return row
  }

  #record(done: {
    readonly table: TableName
    readonly id: string
    readonly op: 'i' | 'u' | 'd'
    readonly old: string | null
    readonly before: AnyRecord | null
    readonly after: AnyRecord | null
  }): void {
    const { table, id, op, old, before, after } = done
    statement(this.#db, 'INSERT INTO change (txnRid, tbl, rowId, op, old) VALUES (?, ?, ?, ?, ?)').run(
      this.#txnRid,
      table,
      id,
      op,
      old,
    )
    this.changes.push({ table, id, before, after } as Change)
  }
}

/** A row with its stamps: the dot of the transaction that made it, and those of the units that were changed since. */
export type StampedRow = Row & { readonly born: number; readonly mods: string | null }

const modsOf = (row: Row): Record<string, number> => (row.mods === null ? {} : JSON.parse(String(row.mods)))

const conflictsAbout = (db: Database, table: TableName, id: string): readonly string[] =>
  statement(db, 'SELECT id FROM conflict WHERE rowId = ? AND tbl = ?')
    .all(id, table)
    .map((row) => String(row.id))

/** What is longer than a workbook may hold when it is opened must never come into it. */
function refuseTooLong(table: TableName, row: Row): void {
  const limit = table === 'snapshot' || table === 'conflict' ? MAX_WHOLE_PLAN_BYTES : MAX_TEXT_BYTES
  // A character takes at most three bytes, so most texts need no counting.
  const tooLong = Object.values(row).some(
    (value) => typeof value === 'string' && value.length > limit / 3 && Buffer.byteLength(value) > limit,
  )
  if (tooLong) throw new AppError('command.too-big', {})
}

const allColumns = (table: TableName): readonly string[] => [...layouts[table].columns, 'born', 'mods']

const insertSql = (table: TableName): string =>
  `INSERT INTO ${table} (${allColumns(table).join(', ')}) VALUES (${allColumns(table)
    .map((column) => `@${column}`)
    .join(', ')})`

const updateSql = (table: TableName): string =>
  `UPDATE ${table} SET ${allColumns(table)
    .filter((column) => column !== 'id')
    .map((column) => `${column} = @${column}`)
    .join(', ')} WHERE id = @id`
