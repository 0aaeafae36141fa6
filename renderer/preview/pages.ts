import type { Layout } from '../../db/model/report/layout.ts'
import { characters, charactersOfPage } from '../../db/model/report/measures.ts'
import { type Part, partsOf } from '../../db/model/report/parts.ts'
import type { Report, ReportBlock } from '../../db/model/report/report.ts'
import type { KeyedBlock } from './keyed.ts'

/**
 * A sheet of paper of the preview, or a stretch of one. Paper begins where the report says so; running text is not cut
 * into pages, since only Word knows where they end, so its paper is as tall as it needs. A very tall one is drawn in
 * stretches.
 */
export interface PaperPage {
  readonly key: string
  readonly landscape: boolean
  /** Whether it begins with the title. */
  readonly cover: boolean
  /** Whether the table of contents stands on it, below the title if that does too. */
  readonly contents: boolean
  readonly blocks: readonly PaperBlock[]
  /** The first stretch of its paper, the last one. */
  readonly opens: boolean
  readonly closes: boolean
}

export interface PaperBlock extends KeyedBlock {
  /** At the top of its paper, where the space above a heading falls away. */
  readonly onTop: boolean
}

/** So many blocks are one stretch. */
const stretch = 40

/** The papers of the report, as the layout of the Word document begins its pages. */
export function pagesOf(report: Report, layout: Layout, keys: readonly KeyedBlock[]): readonly PaperPage[] {
  const contents = report.contentsDepth > 0 && !(report.contentsWhenPublished && layout === 'skabelon')
  const keyOf = new Map(keys.map(({ key, block }) => [block, key]))
  return partsOf(report)
    .flatMap((part, index) => papersOf(part, index === 0, { layout, contents, keyOf }))
    .flatMap(stretchesOf)
}

interface Setting {
  readonly layout: Layout
  readonly contents: boolean
  readonly keyOf: ReadonlyMap<ReportBlock, number>
}

type Paper = Omit<PaperPage, 'key' | 'opens' | 'closes'>

function papersOf(part: Part, first: boolean, { layout, contents, keyOf }: Setting): Paper[] {
  const landscape = part.kind === 'landscape'
  const ownContents = part.kind === 'cover' && contents
  const papers: (Paper & { readonly blocks: PaperBlock[] })[] = [
    { landscape, cover: first, contents: first && contents && !ownContents, blocks: [] },
    ...(ownContents ? [{ landscape, cover: false, contents: true, blocks: [] }] : []),
  ]
  let before: ReportBlock | undefined
  for (const block of part.blocks) {
    const onTop = before === undefined && !first
    const turns = !onTop && beginsPaper(block, before, first && !contents, layout)
    if (turns) papers.push({ landscape, cover: false, contents: false, blocks: [] })
    const key = keyOf.get(block) ?? 0
    papers.at(-1)?.blocks.push({ key, block, onTop: onTop || turns })
    before = block
  }
  return papers
}

/** Whether the Word document breaks the page before the block. Right below the title a heading does not. */
function beginsPaper(
  block: ReportBlock,
  before: ReportBlock | undefined,
  belowTitle: boolean,
  layout: Layout,
): boolean {
  if (block.kind === 'heading') return block.begins !== 'flow' && !(before === undefined && belowTitle)
  if (block.kind === 'sheet') return layout === 'skabelon' || before?.kind !== 'heading'
  return false
}

function stretchesOf(paper: Paper): PaperPage[] {
  const count = Math.max(1, Math.ceil(paper.blocks.length / stretch))
  return Array.from({ length: count }, (_, index) => {
    const blocks = paper.blocks.slice(index * stretch, (index + 1) * stretch)
    const first = index === 0
    return {
      key: paper.cover && first ? 'cover' : paper.contents && first ? 'contents' : `${blocks[0]?.key}`,
      landscape: paper.landscape,
      cover: paper.cover && first,
      contents: paper.contents && first,
      blocks,
      opens: first,
      closes: index === count - 1,
    }
  })
}

/** An agreement's table mostly fills more than one page of Word, and less than two. */
const sheetHeight = 1.5

/** About how many pages of Word the paper fills; good enough for the scroll bar before it is drawn. */
export function roughHeight({ blocks, opens, closes }: PaperPage): number {
  const height = blocks.reduce(
    (sum, { block }) => sum + (block.kind === 'sheet' ? sheetHeight : characters(block) / charactersOfPage),
    0,
  )
  return opens && closes ? Math.max(1, height) : height
}
