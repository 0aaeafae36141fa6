import { useShallow } from 'zustand/react/shallow'
import type { Period } from '../../db/model/period.ts'
import type { NodeRecord } from '../../db/model/records.ts'
import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import type { NodeType } from '../../db/model/template/template.ts'
import { childrenOf } from '../state/mirror.ts'
import { openPlan, useWorkbook, type WorkbookState } from '../state/workbook.ts'

/** What the form reads from the workbook: each small enough that only what changed is drawn again. */

export const nodeOf =
  (nodeId: string | null) =>
  ({ mirror }: WorkbookState): NodeRecord | undefined =>
    nodeId === null ? undefined : mirror?.nodes.get(nodeId)

/** The same value for every field that is empty. */
const NOTHING: RichText = []

export const textOf =
  (nodeId: string, key: string) =>
  ({ mirror }: WorkbookState): RichText =>
    mirror?.fields.get(nodeId)?.find((field) => field.key === key)?.doc ?? NOTHING

/** What decides which form a node has. Its title and its place among its siblings do not, and change while it is written. */
export interface FormNode {
  readonly id: string
  readonly type: NodeType
  readonly sectionKey: string | null
  readonly annex: boolean
  readonly isTop: boolean
}

export const useFormNode = (nodeId: string | null): FormNode | undefined =>
  useWorkbook(
    useShallow((state) => {
      const node = nodeOf(nodeId)(state)
      if (!node) return undefined
      const { id, type, sectionKey, annex, parentId } = node
      return { id, type, sectionKey, annex: annex === 1, isTop: parentId === null }
    }),
  )

/** Milestones or indicators below a node, in order. */
export const partsOf =
  (nodeId: string, type: NodeType) =>
  ({ mirror }: WorkbookState): readonly string[] =>
    mirror ? childrenOf(mirror, nodeId).filter((id) => mirror.nodes.get(id)?.type === type) : []

export const useParts = (nodeId: string, type: NodeType): readonly string[] =>
  useWorkbook(useShallow(partsOf(nodeId, type)))

/** The years of the open plan. */
export const usePeriod = (): Period | null =>
  useWorkbook(
    useShallow((state) => {
      const plan = openPlan(state)
      return plan ? { from: plan.periodFrom, to: plan.periodTo } : null
    }),
  )
