import { expect } from 'vitest'
import { ContentSum } from '../../../db/file/content-sum.ts'
import type { Backup } from '../../../db/model/backup.ts'
import type { Command } from '../../../db/model/commands.ts'
import { AppError } from '../../../db/model/errors.ts'
import { idOf, newId } from '../../../db/model/ids.ts'
import type { NodeType } from '../../../db/model/template/template.ts'
import { readAll } from '../../../db/queries/read.ts'
import { commit } from '../../../db/transaction.ts'
import type { Workbook } from '../../../db/workbook.ts'
import { type Choices, randomCommand } from '../../support/random-commands.ts'
import { beginSession } from '../../support/workbook-builder.ts'
import { contentOf, newWorkbook, placeIn, reopen, temporaryFolder } from '../../support/workbooks.ts'

/** A state of the workbook as it is now. */
export function backUp(workbook: Workbook): Backup {
  const keeping = workbook.backups.keep('before-merge')
  if (keeping.outcome !== 'kept') throw new Error('not kept')
  return keeping.backup
}

export function attempt(workbook: Workbook, choice: Choices): void {
  try {
    workbook.execute(randomCommand(workbook, choice))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

export const NOTHING = { plans: [], others: 0 }

/** What opening a file checks: the sum of the rows, and that nothing dangles. */
export function expectSound(workbook: Workbook): void {
  const { db } = workbook
  expect(db.prepare("SELECT value FROM meta WHERE key = 'contentSum'").pluck().get()).toBe(
    ContentSum.ofAllRows(db).toString(),
  )
  workbook.save()
  const saved = contentOf(workbook)
  const place = { ...placeIn(temporaryFolder()), file: workbook.file }
  expect(contentOf(reopen(place))).toBe(saved)
}

/** Two agreements; a bidrag of the first contributes to an indsats of the other. */
export function twoPlans() {
  const workbook = newWorkbook()
  const own = planWith(workbook, 'Egen', 'Center for Eget')
  const other = planWith(workbook, 'Anden')
  const bidrag = insert(workbook, own.id, 'bidrag', own.section, 'Bidrag')
  const indsats = insert(workbook, other.id, 'indsats', other.section, 'Indsats')
  workbook.execute({ type: 'link.set', nodeId: bidrag, kind: 'contributesTo', targets: [indsats] })
  return { workbook, own: { ...own, bidrag }, other: { ...other, indsats } }
}

export function planWith(
  workbook: Workbook,
  title: string,
  unit = 'Center for Alt',
): { readonly id: string; readonly section: string } {
  const id = newId()
  const create: Command = {
    type: 'plan.create',
    id,
    template: 'maalaftale',
    variant: 'center',
    title,
    period: { from: 2027, to: 2029 },
    unit,
  }
  workbook.execute(create)
  return { id, section: insert(workbook, id, 'section', null, 'Overskrift') }
}

export function insert(
  workbook: Workbook,
  planId: string,
  nodeType: NodeType,
  parentId: string | null,
  title: string,
): string {
  const id = newId()
  workbook.execute({ type: 'node.insert', id, planId, parentId, after: null, nodeType, title })
  return id
}

export const rename = (workbook: Workbook, id: string, title: string): void =>
  void workbook.execute({ type: 'plan.update', id, changes: { title } })

export const linksFrom = (workbook: Workbook, id: string) =>
  readAll(workbook.db, 'link', 'WHERE fromNode = ?', id)

/** Edits that no command makes. */
export function change(workbook: Workbook, edit: Parameters<typeof commit>[3]): void {
  commit(workbook.db, beginSession(workbook.db), { kind: 'edit', label: () => ({ command: 'test' }) }, edit)
}

export function name(workbook: Workbook, refs: Readonly<Record<string, string | null>>): void {
  change(workbook, (tx) => {
    for (const [id, ref] of Object.entries(refs)) tx.update('plan', id, { ref })
  })
}

export const bare = (planId: string, from: string) => ({
  id: idOf('node', from),
  planId,
  pos: 'a0',
  type: 'section' as const,
  title: 'Ny',
  ref: null,
  sectionKey: null,
  annex: 0 as const,
})

/** A plan without the names of its links' targets, which may be gone. */
export function rowsOfPlan(workbook: Workbook, planId: string): unknown {
  const { db } = workbook
  const below = 'IN (SELECT id FROM node WHERE planId = ?)'
  return [
    readAll(db, 'node', 'WHERE planId = ? ORDER BY id', planId),
    readAll(db, 'field', `WHERE nodeId ${below} ORDER BY id`, planId),
    readAll(db, 'cover', 'WHERE planId = ? ORDER BY id', planId),
    readAll(db, 'milestone', `WHERE id ${below} ORDER BY id`, planId),
    readAll(db, 'indicator', `WHERE id ${below} ORDER BY id`, planId),
    readAll(db, 'coordinator', `WHERE nodeId ${below} ORDER BY id`, planId),
    readAll(db, 'status', `WHERE nodeId ${below} ORDER BY id`, planId),
    readAll(db, 'link', `WHERE fromNode ${below} ORDER BY id`, planId).map(({ id, pos }) => [id, pos]),
    readAll(db, 'plan', 'WHERE id = ?', planId).map((plan) => ({ ...plan, ref: null })),
  ]
}
