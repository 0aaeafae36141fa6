/** A row of the tree, as the page gets it in `rows.json`. */
export interface Row {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
}

/** The rows with one of them renamed; all others, and the branches that do not hold it, stay the same objects. */
export function renamed(rows: readonly Row[], id: string): readonly Row[] {
  let isHere = false
  const next = rows.map((row) => {
    const below = renamed(row.rows, id)
    if (row.id !== id && below === row.rows) return row
    isHere = true
    return { ...row, rows: below, title: row.id === id ? `${row.title}.` : row.title }
  })
  return isHere ? next : rows
}

/** Ids of the rows that hold others. */
export const branchesIn = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap((row) => (row.rows.length > 0 ? [row.id, ...branchesIn(row.rows)] : []))
