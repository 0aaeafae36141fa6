import { readAll } from '../../../db/queries/read.ts'
import type { Workbook } from '../../../db/workbook.ts'

export const bidrag = 'Trivselsmøder hver fjerde uge'

export const indsats = 'Tidlig opsporing af børn i mistrivsel'

/** Titles of the outline, a level deeper for each that stands above. */
export function outlineOf({ db, plans }: Workbook): readonly string[] {
  const below = (planId: string, parentId: string | null, depth: number): readonly string[] =>
    readAll(db, 'node', 'WHERE planId = ? AND parentId IS ? ORDER BY pos, id', planId, parentId).flatMap(
      ({ id, type, title }) =>
        type === 'milestone' || type === 'indicator'
          ? []
          : [`${'  '.repeat(depth)}${title}`, ...below(planId, id, depth + 1)],
    )
  return plans.flatMap(({ id, title }) => [title, ...below(id, null, 1)])
}

/** The rows of a workbook by table and id, as they lie in the file with their stamps. */
export function rowsOf({ db }: Workbook, tables: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap((table) =>
      db
        .prepare<[], { id: string }>(`SELECT * FROM ${table}`)
        .all()
        .map((row) => [`${table} ${row.id}`, JSON.stringify(row)] as const),
    ),
  )
}

export const outline = [
  'plan',
  'node',
  'field',
  'milestone',
  'indicator',
  'link',
  'coordinator',
  'cover',
  'unit',
]

/** What is not the same in the two: the names of tables, and what became of the rows. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    if (before.get(key) === after.get(key)) return []
    const [table] = key.split(' ')
    return [`${table} ${before.has(key) ? (after.has(key) ? 'changed' : 'gone') : 'new'}`]
  })
  return found.toSorted()
}
