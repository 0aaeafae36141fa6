import type { Command } from '../../db/model/commands.ts'
import { newId } from '../../db/model/ids.ts'
import type { OutlineNode } from '../../db/model/plan/plan-document.ts'
import type { NodeType } from '../../db/model/template/template.ts'
import type { Workbook } from '../../db/workbook.ts'
import { newWorkbook } from './workbooks.ts'

/** An agreement with the sections A, B and C, and a way to speak of its nodes by their titles. */
export function smallPlan() {
  const workbook = newWorkbook()
  const planId = newId()
  const create: Command = {
    type: 'plan.create',
    id: planId,
    template: 'maalaftale',
    variant: 'center',
    title: 'Målaftale',
    period: { from: 2027, to: 2029 },
    unit: 'Center for Havne',
  }
  workbook.execute(create)
  for (const { id } of topOf(workbook, planId)) workbook.execute({ type: 'node.delete', id })
  const ids = new Map<string, string>()
  const idOf = (title: string): string => ids.get(title) ?? ''
  const insert = (nodeType: NodeType, title: string, parent: string | null, after: string | null = null) => {
    const id = newId()
    ids.set(title, id)
    const place = { parentId: parent && idOf(parent), after: after && idOf(after) }
    workbook.execute({ type: 'node.insert', id, planId, ...place, nodeType, title })
  }
  insert('section', 'A', null)
  insert('section', 'B', null, 'A')
  insert('section', 'C', null, 'B')
  insert('indsats', 'a1', 'A')
  insert('bidrag', 'a2', 'A', 'a1')
  const outline = (): string => drawn(workbook.plan(planId).outline)
  return { workbook, planId, idOf, insert, outline }
}

const topOf = (workbook: Workbook, planId: string) =>
  workbook.db
    .prepare<[string], { id: string }>(
      'SELECT id FROM node WHERE planId = ? AND parentId IS NULL ORDER BY pos',
    )
    .all(planId)

/** `A(a1 a2) B C` */
const drawn = (nodes: readonly OutlineNode[]): string =>
  nodes
    .map(({ title, children }) => (children.length === 0 ? title : `${title}(${drawn(children)})`))
    .join(' ')

/** A text of one paragraph. */
export const text = (value: string) => [
  { type: 'paragraph' as const, content: [{ type: 'text' as const, text: value }] },
]
