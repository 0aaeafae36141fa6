import type { Command } from '../../../db/model/commands.ts'
import { newId } from '../../../db/model/ids.ts'
import type { NodeRecord } from '../../../db/model/records.ts'
import type { Random } from '../content/random.ts'
import { richText, title } from '../content/texts.ts'

/** So many edits of each of two people are merged. */
export const EDITS = 300

/** Rows that edits are about. */
export const edited = ['indsats', 'bidrag', 'milestone'] as const

export type EditedNode = Pick<NodeRecord, 'id' | 'planId' | 'parentId' | 'type'>

export type EditCommand = Extract<
  Command,
  { readonly type: 'milestone.update' | 'node.move' | 'node.rename' | 'node.insert' | 'field.write' }
>

/** An edit that is allowed whatever the edits before it were. */
export function commandAbout(random: Random, node: EditedNode): EditCommand {
  const { id, planId } = node
  const name = title(random)
  if (node.type === 'milestone') {
    return random.chance(0.5)
      ? { type: 'milestone.update', id, changes: { whenText: '3. kvartal 2027', responsible: name } }
      : { type: 'node.move', id, parentId: node.parentId, after: null }
  }
  const kind = random.below(3)
  if (kind === 0) return { type: 'node.rename', id, title: name }
  if (kind === 1) {
    return {
      type: 'node.insert',
      id: newId(),
      planId,
      parentId: id,
      after: null,
      nodeType: 'milestone',
      title: name,
    }
  }
  return {
    type: 'field.write',
    nodeId: id,
    key: 'effekt',
    doc: richText(random, { paragraphs: 2, items: 3 }),
  }
}
