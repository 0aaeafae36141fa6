import type { Mirror } from '../../state/mirror.ts'
import { ancestorsOf } from '../../state/navigate.ts'
import { topmost } from './outline.ts'
import type { VisibleRow } from './visible-rows.ts'

type Rows = readonly VisibleRow[]

export const indexOf = (rows: Rows, id: string | null): number => rows.findIndex((row) => row.id === id)

/** All rows from one to another, whichever comes first. */
export function rangeOf(rows: Rows, from: string, to: string): ReadonlySet<string> {
  const ends = [indexOf(rows, from), indexOf(rows, to)].toSorted((a, b) => a - b)
  const [first = 0, last = 0] = ends
  return new Set(rows.slice(Math.max(0, first), last + 1).map(({ id }) => id))
}

export interface Selected {
  readonly selected: ReadonlySet<string>
  readonly current: string | null
}

/** The rows that an action is about, in order, none below another: those that are selected, else the current one. */
export function operandsOf(mirror: Mirror, rows: Rows, { selected, current }: Selected): readonly string[] {
  if (selected.size === 0) return current !== null && indexOf(rows, current) >= 0 ? [current] : []
  return topmost(
    mirror,
    rows.flatMap(({ id }) => (selected.has(id) ? [id] : [])),
  )
}

/** Wider than what is selected: the row with its siblings and all below them, then every row. */
export function widened(mirror: Mirror, rows: Rows, { selected, current }: Selected): ReadonlySet<string> {
  const at = rows[indexOf(rows, current)]
  if (!at) return new Set(rows.map(({ id }) => id))
  const parentId = mirror.nodes.get(at.id)?.parentId ?? null
  const start = rows.findIndex((row) => row.level === at.level && parentOf(mirror, row.id) === parentId)
  const length = rows.slice(start).findIndex(({ level }) => level < at.level)
  const siblings = rows.slice(start, length < 0 ? undefined : start + length).map(({ id }) => id)
  const isNew = siblings.length > 1 && siblings.some((id) => !selected.has(id))
  return new Set(isNew ? siblings : rows.map(({ id }) => id))
}

const parentOf = (mirror: Mirror, id: string): string | null => mirror.nodes.get(id)?.parentId ?? null

/** Where the focus goes when rows are deleted: the row after them, else the row before them. */
export function besideDeleted(mirror: Mirror, rows: Rows, ids: readonly string[]): string | null {
  const gone = new Set(ids)
  const isGone = ({ id }: VisibleRow) =>
    gone.has(id) || ancestorsOf(mirror, id).some((above) => gone.has(above))
  const last = rows.findLastIndex(isGone)
  const first = rows.findIndex(isGone)
  return (rows.slice(last + 1).find((row) => !isGone(row)) ?? rows.slice(0, first).at(-1))?.id ?? null
}
