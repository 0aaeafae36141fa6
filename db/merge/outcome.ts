import type { TableName } from '../model/records.ts'
import type { Row } from '../tables.ts'
import type { RowState } from './row-state.ts'

/** Rows by table and id. */
export class RowStates {
  readonly #tables = new Map<TableName, Map<string, RowState>>()

  get(table: TableName, id: string): RowState | undefined {
    return this.#tables.get(table)?.get(id)
  }

  has(table: TableName, id: string): boolean {
    return this.get(table, id) !== undefined
  }

  set(table: TableName, state: RowState): void {
    const known = this.#tables.get(table) ?? new Map<string, RowState>()
    this.#tables.set(table, known.set(String(state.row.id), state))
  }

  delete(table: TableName, id: string): void {
    this.#tables.get(table)?.delete(id)
  }

  of(table: TableName): readonly RowState[] {
    return [...(this.#tables.get(table)?.values() ?? [])]
  }

  *[Symbol.iterator](): Generator<readonly [TableName, RowState]> {
    for (const [table, states] of this.#tables) for (const state of states.values()) yield [table, state]
  }
}

export type Side = 'us' | 'them'

/** A notice before it is known what its row is called. */
export interface Remark {
  readonly table: TableName
  readonly row: Row
  readonly about:
    | { readonly kind: 'kept'; readonly deletedBy: Side }
    | { readonly kind: 'brought-back'; readonly deletedBy: Side; readonly neededBy: RowName }
    | { readonly kind: 'text-merged' | 'order-kept' | 'move-taken-back' | 'lifted' }
    | { readonly kind: 'ref-changed'; readonly ref: string; readonly now: string }
}

export interface RowName {
  readonly table: TableName
  readonly row: Row
}

/** Two values of one unit, and neither side had seen the other's. */
export interface Clash {
  readonly table: TableName
  readonly id: string
  readonly unit: string
  readonly ours: ClashingValue
  readonly theirs: ClashingValue
  readonly before: Row | null
}

export interface ClashingValue {
  readonly value: Row
  readonly dot: number
}

/** What merging comes to, before anything is written. */
export class Outcome {
  /** Rows that come to be so in ours. */
  readonly puts = new RowStates()
  /** Rows of ours that they deleted. */
  readonly removals = new RowStates()
  /** Rows of theirs that we deleted. */
  readonly absent = new RowStates()
  /** Rows of either side that stay because the other side changed what it had not seen deleted. */
  readonly kept = new RowStates()
  readonly clashes: Clash[] = []
  readonly remarks: Remark[] = []
  /** Where both sides put a node: ours and theirs, by its id. */
  readonly places = new Map<string, { readonly ours: RowState; readonly theirs: RowState }>()
}
