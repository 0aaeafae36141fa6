import type { Indicator, Milestone } from '../../../db/model/plan/plan-document.ts'
import type { Report, ReportRow, RowContent, Sheet } from '../../../db/model/report/report.ts'
import type { Block, RichText } from '../../../db/model/rich-text/rich-text.ts'

/** What a peer sets on paper of an agreement: the same words in the same order as ours, without our styles for their parts. */
export type PeerBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'prose'; readonly text: RichText }
  | Sheet

/** Throws on what no agreement holds. */
export function peerBlocks(report: Report): readonly PeerBlock[] {
  return report.body.map((block) => {
    if (block.kind === 'heading' || block.kind === 'prose' || block.kind === 'sheet') return block
    throw new Error(`an agreement holds no ${block.kind}`)
  })
}

/** All that stands in a cell, as one rich text. */
export const rowText = (row: ReportRow): RichText => row.content.flatMap(contentText)

function contentText(content: RowContent): RichText {
  switch (content.kind) {
    case 'prose':
      return content.text
    case 'title':
      return [line(content.text)]
    case 'coordinators':
      return [line(content.names.join(', '))]
    case 'milestones':
      return list(content.milestones.map(milestoneLine))
    case 'indicators':
      return list(content.indicators.map(indicatorLine))
  }
}

const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

const list = (lines: readonly string[]): RichText =>
  lines.length === 0 ? [] : [{ type: 'bullets', items: lines.map((text) => ({ blocks: [line(text)] })) }]

const milestoneLine = ({ title, when = '', responsible = '' }: Milestone): string =>
  `${when}: ${title} (ansvarlig: ${responsible})`

const indicatorLine = ({ title, unit = '', baseline = '', target = '', when = '' }: Indicator): string =>
  `${title}: udgangspunkt ${baseline} ${unit}, mål ${target} ${unit}, ${when}`
