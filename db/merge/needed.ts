import type { Database } from 'better-sqlite3'
import type { TableName } from '../model/records.ts'
import { ownerOf } from '../owners.ts'
import { columnsNaming, needsOf, type RowId } from '../references.ts'
import type { Row } from '../tables.ts'
import { statement } from '../transaction.ts'
import type { Merging } from './merge-row.ts'
import type { RowName, RowStates, Side } from './outcome.ts'
import type { RowState } from './row-state.ts'

/**
 * What survives keeps alive what it cannot be without: its plan, the nodes above it, what it links to. A node that stays
 * though it was deleted keeps its texts and whatever else belonged to it, a plan its whole outline. What is kept so is
 * born anew, for somebody has decided it: the deletion, which the merged state has seen, must not take it later.
 */
export function keepNeeded(merging: Merging): void {
  new Survival(merging).settle()
}

class Survival {
  readonly #merging: Merging
  /** Rows that belong to a node or plan and are to go or to stay away, by their owner. */
  readonly #belongings: ReadonlyMap<string, readonly RowId[]>
  /** What belongs to something kept; it comes along where all that it needs is there. */
  readonly #along: RowId[] = []

  constructor(merging: Merging) {
    this.#merging = merging
    this.#belongings = belongingsIn(merging.outcome.removals, merging.outcome.absent)
  }

  settle(): void {
    const { db, outcome } = this.#merging
    for (const [table, { row }] of [...outcome.puts]) this.#keepNeedsOf(table, row)
    for (const [table, { row }] of [...outcome.removals]) {
      const need = this.#survivorNaming(db, table, String(row.id))
      if (need) this.#keep({ table, id: String(row.id) }, need)
    }
    for (const [table, { row }] of [...outcome.kept]) this.#bringBelongings(table, String(row.id))
    this.#bringAlong()
  }

  #keepNeedsOf(table: TableName, row: Row): void {
    for (const need of needsOf(table, row)) this.#keep(need, { table, row })
  }

  /** Keeps a row that would go or stay away; `neededBy` null = it belongs to something that is kept. */
  #keep({ table, id }: RowId, neededBy: RowName | null): void {
    const { outcome, dot } = this.#merging
    const found = this.#dead(table, id)
    if (!found) return
    outcome.removals.delete(table, id)
    outcome.absent.delete(table, id)
    const { state, deletedBy } = found
    outcome.puts.set(table, { ...state, born: dot })
    if (neededBy) {
      const about =
        neededBy.table === 'conflict'
          ? ({ kind: 'kept', deletedBy } as const)
          : ({ kind: 'brought-back', deletedBy, neededBy } as const)
      outcome.remarks.push({ table, row: state.row, about })
    }
    this.#keepNeedsOf(table, state.row)
    this.#bringBelongings(table, id)
  }

  #bringBelongings(table: TableName, id: string): void {
    if (table !== 'node' && table !== 'plan') return
    for (const belonging of this.#belongings.get(`${table} ${id}`) ?? []) {
      if (belonging.table === 'node') this.#keep(belonging, null)
      else this.#along.push(belonging)
    }
  }

  /** Indicators come before their measurements, for so they stand in the list of the tables. */
  #bringAlong(): void {
    for (const { table, id } of this.#along) {
      const state = this.#dead(table, id)?.state
      const isWhole = state && needsOf(table, state.row).every((need) => !this.#dead(need.table, need.id))
      if (isWhole) this.#keep({ table, id }, null)
    }
  }

  #dead(table: TableName, id: string): { readonly state: RowState; readonly deletedBy: Side } | null {
    const { removals, absent } = this.#merging.outcome
    const ours = removals.get(table, id)
    if (ours) return { state: ours, deletedBy: 'them' }
    const theirs = absent.get(table, id)
    return theirs ? { state: theirs, deletedBy: 'us' } : null
  }

  /** A row of ours that stays and names this one. */
  #survivorNaming(db: Database, target: TableName, id: string): RowName | null {
    const { outcome } = this.#merging
    for (const { table, column } of [...columnsNaming(target), CONFLICTS]) {
      const rows = statement(db, `SELECT * FROM main.${table} WHERE ${column} = ?`).all(id)
      for (const row of rows) {
        if (outcome.removals.has(table, String(row.id))) continue
        const now = outcome.puts.get(table, String(row.id))?.row ?? row
        const names = needsOf(table, now).some((need) => need.table === target && need.id === id)
        if (names) return { table, row: now }
      }
    }
    return null
  }
}

const CONFLICTS = { table: 'conflict', column: 'rowId' } as const

function belongingsIn(...sets: readonly RowStates[]): ReadonlyMap<string, readonly RowId[]> {
  const belongings = new Map<string, RowId[]>()
  for (const set of sets) {
    for (const [table, { row }] of set) {
      const owner = ownerOf(table, row)
      const id = String(row.id)
      if (!owner || (table === 'plan' && owner.id === id)) continue
      const key = `${owner.of} ${owner.id}`
      const known = belongings.get(key)
      if (known) known.push({ table, id })
      else belongings.set(key, [{ table, id }])
    }
  }
  return belongings
}
