import type { Template } from '../../../db/model/template/template.ts'
import type { PastedBlock } from '../../../renderer/paste/blocks.ts'
import type { PasteTarget } from '../../../renderer/paste/growing-outline.ts'
import { toOutline } from '../../../renderer/paste/to-outline.ts'
import { treeOf } from './tree.ts'

export const paste = (
  template: Template,
  blocks: readonly PastedBlock[],
  more: Partial<PasteTarget> = {},
) => {
  const { nodes, notes } = toOutline(blocks, { template, parent: null, ...more })
  return { tree: treeOf(nodes), notes }
}

export const under = (sectionKey: string): Partial<PasteTarget> => ({
  parent: { type: 'section', sectionKey },
})
