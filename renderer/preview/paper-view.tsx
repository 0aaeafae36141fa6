import { mergeClasses } from '@fluentui/react-components'
import type { Layout } from '../../db/model/report/layout.ts'
import type { Report } from '../../db/model/report/report.ts'
import { runningTitle, stampLines } from '../../db/model/report/running.ts'
import { BlockView } from './block-view.tsx'
import { ContentsView, contentsOf } from './contents-view.tsx'
import { CoverView } from './cover-view.tsx'
import type { PaperPage } from './pages.ts'
import { usePaperStyles } from './paper-styles.ts'
import { showsPlace } from './place.ts'

interface PaperProps {
  readonly page: PaperPage
  readonly report: Report
  readonly layout: Layout
  readonly labelWidth: number
  /** Code of the place on this paper where the user is. */
  readonly current: string | null
}

/** One sheet of paper, or a stretch of a tall one. */
export function PaperView({ page, report, layout, labelWidth, current }: PaperProps) {
  const styles = usePaperStyles()
  const { capitals } = report
  const whole = page.opens && page.closes
  return (
    <div
      className={mergeClasses(
        styles.paper,
        page.opens && styles.opens,
        page.closes && styles.closes,
        whole && styles.whole,
        page.landscape && styles.landscape,
        page.landscape && whole && styles.wholeLandscape,
      )}
    >
      {page.opens && !page.cover && (
        <div className={styles.header}>
          <span>{runningTitle(report.header)}</span>
          <span>{report.header.right}</span>
        </div>
      )}
      {page.cover && <CoverView cover={report.cover} capitals={capitals} layout={layout} current={current} />}
      {page.contents && <ContentsView entries={contentsOf(report)} capitals={capitals} />}
      {page.blocks.map(({ key, block, onTop }) => (
        <BlockView
          key={key}
          block={block}
          layout={layout}
          capitals={capitals}
          labelWidth={labelWidth}
          onTop={onTop}
          current={current !== null && showsPlace(block, current) ? current : null}
        />
      ))}
      {page.closes && (
        <div className={styles.footer}>
          {stampLines(report.stamp).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
    </div>
  )
}
