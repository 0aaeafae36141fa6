import type { TableName } from '../model/records.ts'
import { type Row, unitsOf } from '../tables.ts'
import type { StampedRow } from '../transaction.ts'

/** A row, and under which dot each of its units was last written. */
export interface RowState {
  /** The columns of its record, as they lie in the file. */
  readonly row: Row
  readonly born: number
  readonly stamps: Readonly<Record<string, number>>
}

/** The state of a row as it lies in a file; `translate` says its dots in ours. */
export function stateOf(table: TableName, row: Row, translate = (dot: number): number => dot): RowState {
  const { born, mods, ...columns } = row
  const known = translate(Number(born))
  const changed: Readonly<Record<string, number>> = mods === null ? {} : JSON.parse(String(mods))
  const stamps = Array.from(unitsOf(table).keys(), (unit) => {
    const stamp = changed[unit]
    return [unit, stamp === undefined ? known : translate(stamp)] as const
  })
  return { row: columns, born: known, stamps: Object.fromEntries(stamps) }
}

/** The row as it comes to lie in our file. */
export function stampedRow({ row, born, stamps }: RowState): StampedRow {
  const changed = Object.entries(stamps).filter(([, stamp]) => stamp !== born)
  const mods = changed.length === 0 ? null : JSON.stringify(Object.fromEntries(changed))
  return { ...row, born, mods }
}

export const sameValue = (one: Row, other: Row): boolean =>
  Object.entries(one).every(([column, value]) => other[column] === value)

export const sameState = (one: RowState, other: RowState): boolean =>
  one.born === other.born &&
  sameValue(one.row, other.row) &&
  Object.entries(one.stamps).every(([unit, stamp]) => other.stamps[unit] === stamp)
