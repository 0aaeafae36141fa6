import type { Database } from 'better-sqlite3'
import { labelIn } from '../history.ts'
import type { HistoryPlace, HistoryValue } from '../model/history/entry.ts'
import type { ConflictSide, MergeReport, OpenConflict } from '../model/merge/report.ts'
import type { Records } from '../model/records.ts'
import { tableNamed } from '../references.ts'
import { layouts, type Row } from '../tables.ts'
import { statement } from '../transaction.ts'
import { columnsOf, placeOf, valueIn } from './history-values.ts'
import { Past } from './past.ts'
import { readAll } from './read.ts'

/** Who has the workbook open, and where. */
export interface Here {
  readonly who: string
  readonly machine: string
}

/** Merges that are told of. */
const TOLD = 20

/** The merges that this person has made here, newest first, as far as the history goes back. */
export function mergesBy(
  db: Database,
  { who, machine }: Here,
): readonly (MergeReport & { readonly dot: number })[] {
  const found = statement(
    db,
    `SELECT txn.dot, txn.at, txn.label FROM txn JOIN session ON session.rid = txn.dot / 4294967296
     WHERE txn.kind = 'merge' AND session.who = ? AND session.machine = ? ORDER BY txn.rid DESC LIMIT ?`,
  ).all(who, machine, TOLD)
  return found.flatMap(({ dot, at, label }) => {
    const { merge } = labelIn(String(label))
    return merge ? [{ dot: Number(dot), at: String(at), who, ...merge }] : []
  })
}

/** The conflicts that wait to be decided, in the order of plans and nodes' titles. */
export function openConflicts(db: Database, here: Here): readonly OpenConflict[] {
  const past = new Past(db)
  const found = readAll(db, 'conflict', 'ORDER BY id').flatMap((conflict) => {
    const shown = openConflict(db, past, here, conflict)
    return shown ? [shown] : []
  })
  const order = ({ place, path }: OpenConflict): string =>
    [past.lastSeen('plan', place.planId ?? '')?.pos ?? '', ...path, place.title].join('\n')
  return found.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** null where the row is gone, and so nothing is left to decide. */
function openConflict(
  db: Database,
  past: Past,
  here: Here,
  conflict: Records['conflict'],
): OpenConflict | null {
  const table = tableNamed(conflict.tbl)
  const row = table && past.present(table, conflict.rowId)
  if (!table || !row) return null
  const { unit } = conflict
  const place = placeOf(past, { table, rowId: conflict.rowId, op: 'u' }, unit)
  const value = (cells: Row): HistoryValue | null =>
    valueIn(past, table, unit, new Map(Object.entries(cells)))
  const sides = sidesOf(db, here, conflict, value)
  const columns = columnsOf(table, unit)
  const stands = sides.find(({ cells }) => columns.every((column) => cells[column] === row[column]))
  const left =
    sides.find(({ side }) => side.isMine && side.choice === stands?.side.choice) ??
    sides.find(({ side }) => side.isMine) ??
    stands ??
    sides[1]
  const right = left === sides[0] ? sides[1] : sides[0]
  return {
    id: conflict.id,
    place,
    path: pathOf(past, place),
    ...(conflict.beforeValue === null ? {} : { before: value(JSON.parse(conflict.beforeValue)) }),
    now: value(row),
    left: left.side,
    right: right.side,
    stands: stands === left ? 'left' : stands === right ? 'right' : null,
    joinable: columns.some(
      (column) => layouts[table].json.includes(column) && typeof row[column] === 'string',
    ),
  }
}

interface Side {
  readonly side: ConflictSide
  readonly cells: Row
}

function sidesOf(
  db: Database,
  here: Here,
  conflict: Records['conflict'],
  value: (cells: Row) => HistoryValue | null,
): readonly [Side, Side] {
  const side = (choice: 'first' | 'second'): Side => {
    const cells: Row = JSON.parse(conflict[`${choice}Value`])
    return {
      cells,
      side: {
        choice,
        value: value(cells),
        who: conflict[`${choice}Who`],
        at: conflict[`${choice}At`],
        isMine: isHere(db, conflict[`${choice}Session`], here),
      },
    }
  }
  return [side('first'), side('second')]
}

const isHere = (db: Database, session: string, { who, machine }: Here): boolean =>
  statement(db, 'SELECT 1 FROM session WHERE id = ? AND who = ? AND machine = ?').get(
    session,
    who,
    machine,
  ) !== undefined

/** A circle is refused when the file is opened, so this ends. */
function pathOf(past: Past, { nodeId }: HistoryPlace): readonly string[] {
  const titles: string[] = []
  const above = (id: string): string | null => {
    const parent = past.lastSeen('node', id)?.parentId
    return typeof parent === 'string' ? parent : null
  }
  for (let id = nodeId && above(nodeId); id; id = above(id)) {
    titles.unshift(String(past.lastSeen('node', id)?.title ?? ''))
  }
  return titles
}
