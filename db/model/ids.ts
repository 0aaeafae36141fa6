import { v5, v7 } from 'uuid'

/** UUIDv7 in lower case, 36 characters: sorts by the time it was made. */
export const newId = (): string => v7()

const NATURAL_KEYS = '6f2c1f0e-3a55-4c0b-9d3f-50a4a7e0c1d9'

/**
 * The id of a row that has a natural key (a field of a node, a link, a setting): the same key gives the same
 * id in every copy of the workbook, so two people who create the same field meet in one row when merged.
 */
export const idOf = (table: string, ...key: readonly string[]): string =>
  v5(JSON.stringify([table, ...key]), NATURAL_KEYS)
