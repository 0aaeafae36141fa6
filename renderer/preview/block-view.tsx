import { memo } from 'react'
import type { Layout } from '../../db/model/report/layout.ts'
import type { ReportBlock } from '../../db/model/report/report.ts'
import { HeadingView } from './heading-view.tsx'
import { ItemsView, LeadRow, RunInView } from './leads.tsx'
import { OverviewView } from './overview-view.tsx'
import { placed } from './place.ts'
import { RichTextView } from './rich-text-view.tsx'
import { same } from './same.ts'
import { SheetView } from './sheet-view.tsx'

export interface BlockProps {
  readonly block: ReportBlock
  readonly layout: Layout
  readonly capitals: boolean
  /** Width of the row labels' column, in twips. */
  readonly labelWidth: number
  readonly onTop: boolean
  /** Code of the place in this block where the user is. */
  readonly current: string | null
}

/** One block of the report. It is drawn again only when it says something else. */
export const BlockView = memo(function BlockView(props: BlockProps) {
  const { block, current } = props
  switch (block.kind) {
    case 'heading':
      return <HeadingView heading={block} {...props} />
    case 'prose':
      return (
        <div {...placed(block.at, current)}>
          <RichTextView text={block.text} setting="prose" />
        </div>
      )
    case 'row':
      return <LeadRow row={block} current={current} />
    case 'run-in':
      return <RunInView block={block} current={current} />
    case 'items':
      return <ItemsView items={block.items} current={current} />
    case 'sheet':
      return <SheetView sheet={block} {...props} />
    case 'table':
      return <OverviewView table={block} />
  }
}, same)
