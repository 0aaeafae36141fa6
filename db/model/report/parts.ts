import type { Report, ReportBlock } from './report.ts'

/** A stretch of the report on pages of one kind: a section of Word. */
export interface Part {
  readonly kind: 'cover' | 'upright' | 'landscape'
  readonly blocks: readonly ReportBlock[]
}

/** So many blocks before a landscape table go with it when the nearest one is its heading: heading and a little text. */
const lead = 3

/** The report's body in stretches; a cover on a page of its own is a stretch without blocks. */
export function partsOf(report: Report): Part[] {
  const parts: Part[] = []
  let upright: ReportBlock[] = []
  for (const block of report.body) {
    if (block.kind !== 'table' || !block.landscape) {
      upright.push(block)
      continue
    }
    const from = leadFrom(upright)
    if (from > 0) parts.push({ kind: 'upright', blocks: upright.slice(0, from) })
    parts.push({ kind: 'landscape', blocks: [...upright.slice(from), block] })
    upright = []
  }
  if (upright.length > 0 || parts.length === 0) parts.push({ kind: 'upright', blocks: upright })
  return withCover(parts, report.cover.ownPage)
}

/** A cover that is not alone begins the first part; that part must then be upright, as the cover is. */
function withCover(parts: readonly Part[], ownPage: boolean): Part[] {
  const [first] = parts
  const cover: Part = { kind: 'cover', blocks: [] }
  if (first === undefined || (ownPage && first.kind === 'upright' && first.blocks.length === 0))
    return [cover]
  if (ownPage || first.kind === 'landscape') return [cover, ...parts]
  return [...parts]
}

/** Where the blocks begin that belong to the table: at the heading just before it. */
function leadFrom(blocks: readonly ReportBlock[]): number {
  const heading = blocks.findLastIndex((block) => block.kind === 'heading')
  const between = blocks.length - heading
  return heading !== -1 && between <= lead ? heading : blocks.length
}
