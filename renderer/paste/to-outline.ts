import type { PastedNode } from '../../db/model/pasted-node.ts'
import { flatBlocks, lineOfContent, type PastedBlock } from './blocks.ts'
import { finished } from './finish.ts'
import { GrowingOutline, type PasteTarget } from './growing-outline.ts'
import { isBoldLine } from './lead-in.ts'
import type { PasteNote } from './notes.ts'
import { placeLines } from './place-lines.ts'
import { placeRegions } from './place-regions.ts'
import { type Form, formsOf, rowNamed } from './row-labels.ts'
import { readSheets } from './sheet.ts'

/** What would be inserted, to be looked at first. */
export interface PasteProposal {
  /** Empty where nothing can be inserted there; the notes say why. */
  readonly nodes: readonly PastedNode[]
  readonly notes: readonly PasteNote[]
}

/**
 * The tree that pasted blocks become at a place in a plan. Headings and list levels give its depth, tables that hold the
 * template's form become nodes with their rows filled, and the template chooses the types. Whatever finds no place of its own
 * becomes text of the nearest node, and a note says so; nothing is lost but pictures.
 */
export function toOutline(blocks: readonly PastedBlock[], target: PasteTarget): PasteProposal {
  const outline = new GrowingOutline(target)
  const forms = formsOf(target.template)
  const text = withBoldHeadings(
    blocks.filter(({ kind }) => kind !== 'image'),
    forms,
  )
  const found = isStructured(text, forms) ? placeRegions(outline, text, forms) : placeLines(outline, text)
  const pictures = flatBlocks(blocks).filter(({ kind }) => kind === 'image').length
  return finished(outline, { ...found, pictures })
}

/** Whether headings or forms say what belongs together. */
const isStructured = (blocks: readonly PastedBlock[], forms: readonly Form[]): boolean =>
  blocks.some(
    (block) =>
      block.kind === 'heading' || (block.kind === 'table' && readSheets(block, forms, []).length > 0),
  )

/** Where there are no headings, bold lines among other text are; those that name a row of a form stand below the others. */
function withBoldHeadings(blocks: readonly PastedBlock[], forms: readonly Form[]): readonly PastedBlock[] {
  const isHeading = (block: PastedBlock) =>
    block.kind === 'paragraph' && block.level === 0 && isBoldLine(block.content)
  if (isStructured(blocks, forms) || blocks.every(isHeading)) return blocks
  return blocks.map((block) => {
    if (!isHeading(block) || !('content' in block)) return block
    const isLabel = forms.some((form) => rowNamed(form, lineOfContent(block.content)))
    return { kind: 'heading', level: isLabel ? 2 : 1, content: block.content }
  })
}
