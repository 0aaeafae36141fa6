import { schema } from './schema.ts'

/**
 * A version of the file's tables. A released version never changes; the next one is added behind it, with the SQL that
 * fills its tables from those of the version before, which are attached as `old`.
 */
export interface Version {
  readonly number: number
  /** As in `schema.ts`: what makes the tables, and what a file of this version must equal byte for byte. */
  readonly schema: readonly string[]
  /** `INSERT INTO main.x … SELECT … FROM old.x`, table by table; empty for the first version. */
  readonly fill: readonly string[]
}

/** All versions that this program reads, oldest first; the last is the one that it writes. */
export const versions: readonly Version[] = [{ number: 1, schema, fill: [] }]
