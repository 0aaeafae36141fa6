import type { Database } from 'better-sqlite3'
import type { MergeNotice } from '../model/merge/notice.ts'
import { ownerOf } from '../owners.ts'
import { placeOf } from '../queries/place-of.ts'
import type { Remark } from './outcome.ts'

/** The remarks as notices, by the names that people know, each once. */
export function noticesOf(db: Database, remarks: readonly Remark[]): readonly MergeNotice[] {
  const notices = remarks.map((remark) => noticeOf(db, remark))
  const whole = new Set(
    notices
      .filter((notice) => isKeeping(notice) && isWhole(notice))
      .map(({ nodeId, planId }) => nodeId ?? planId),
  )
  const distinct = new Map<string, MergeNotice>()
  for (const notice of notices) {
    // Where a node is kept, its texts are kept with it.
    if (isKeeping(notice) && !isWhole(notice) && whole.has(notice.nodeId ?? notice.planId)) continue
    const name = [notice.kind, notice.table, notice.planId, notice.nodeId, notice.title, notice.key].join(
      '\n',
    )
    if (!distinct.has(name)) distinct.set(name, notice)
  }
  return [...distinct.values()]
}

const isKeeping = ({ kind }: MergeNotice): boolean => kind === 'kept' || kind === 'brought-back'
const isWhole = ({ table }: MergeNotice): boolean => table === 'node' || table === 'plan'

function noticeOf(db: Database, { table, row, about }: Remark): MergeNotice {
  const place = { table, ...placeOf(db, table, row) }
  if (about.kind !== 'brought-back') return { ...place, ...about }
  const { deletedBy, neededBy } = about
  const owner = ownerOf(neededBy.table, neededBy.row)
  // It is needed by a text of its own that was changed: then it was changed itself.
  if (owner?.of === table && owner.id === row.id && neededBy.table !== 'node') {
    return { ...place, kind: 'kept', deletedBy }
  }
  const needing = placeOf(db, neededBy.table, neededBy.row)
  return { ...place, kind: 'brought-back', deletedBy, neededBy: needing.title || needing.planTitle }
}
