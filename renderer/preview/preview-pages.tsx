import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useId, useMemo, useRef, useState } from 'react'
import type { Layout } from '../../db/model/report/layout.ts'
import { page as paper } from '../../db/model/report/look.ts'
import { labelWidth } from '../../db/model/report/measures.ts'
import type { Report, ReportPlace } from '../../db/model/report/report.ts'
import { previewTexts } from '../../db/model/texts/window/preview.ts'
import { useFit } from './fit.ts'
import { clickedPlace, pressedPlace } from './going.ts'
import { useKeyed } from './keyed.ts'
import { type PaperPage, pagesOf, roughHeight } from './pages.ts'
import { accent, ink, usePaperColours } from './paper-colours.ts'
import { PaperView } from './paper-view.tsx'
import { shownPlace, useShown } from './shown.ts'
import { pixels } from './units.ts'

/** Between papers, in CSS pixels of the paper. */
const gap = 24

interface PreviewPagesProps {
  readonly report: Report
  readonly layout: Layout
  /** Where the user is in the plan; marked, and brought into view when it changes. */
  readonly current: ReportPlace | null
  readonly onGo: (place: ReportPlace) => void
  /** 1 = the paper fills the pane's width. */
  readonly zoom: number
}

/** The pages of the plan as they are being made. A click on something goes to where it is written. */
export function PreviewPages({ report, layout, current, onGo, zoom }: PreviewPagesProps) {
  const styles = useStyles()
  const { colours } = usePaperColours()
  const hint = useId()
  const frame = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const scale = useFit(frame) * zoom
  const keys = useKeyed(report.body)
  const pages = useMemo(() => pagesOf(report, layout, keys), [report, layout, keys])
  const width = useMemo(() => labelWidth(report), [report])
  const mark = useMemo(() => shownPlace(current, report.cover, pages), [current, report.cover, pages])
  const [focused, setFocused] = useState<number | null>(null)

  const virtualizer = useVirtualizer({
    count: pages.length,
    getScrollElement: () => scroller.current,
    ...useSizes(pages),
    overscan: 2,
    rangeExtractor: (range) => withFocused(range, focused),
  })
  // The papers stand in the flow, so the browser itself keeps in place what is read when what is above it changes.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false
  useShown(scroller, mark, (index) => virtualizer.scrollToIndex(index, { align: 'start' }))

  const drawn = virtualizer.getVirtualItems()
  return (
    <div ref={frame} className={styles.frame}>
      <div
        ref={scroller}
        className={mergeClasses(styles.scroller, colours)}
        style={{ zoom: scale }}
        role="document"
        aria-label={previewTexts.document}
        aria-describedby={hint}
        tabIndex={focused === null ? 0 : -1}
        onClick={(event) => {
          const place = clickedPlace(event.nativeEvent)
          if (place) onGo(place)
        }}
        onKeyDown={(event) => {
          const place = pressedPlace(event.nativeEvent, event.currentTarget)
          if (place) onGo(place)
        }}
        onFocus={(event) => setFocused(pageAround(event.target))}
        onBlur={() => setFocused(null)}
      >
        {drawn.map((item, at) => {
          const page = pages[item.index]
          const room = item.start - (drawn[at - 1]?.end ?? 0)
          return (
            page && (
              <div key={item.key}>
                {room > 0 && <div style={{ height: room }} />}
                <div
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  className={page.closes ? styles.gap : undefined}
                >
                  <PaperView
                    page={page}
                    report={report}
                    layout={layout}
                    labelWidth={width}
                    current={mark?.page === item.index ? mark.code : null}
                  />
                </div>
              </div>
            )
          )
        })}
        <div style={{ height: virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0) }} />
        <p className={styles.note}>{previewTexts.pageBreaks}</p>
        <p id={hint} hidden>
          {previewTexts.hint}
        </p>
      </div>
    </div>
  )
}

/** What carries the bar: the turned label of a group is placed over all its rows, so its first row may not hold it. */
const bar = (part: string, state = ''): string =>
  `:is([data-at]${state}:not(tr), tr[data-at]${state} > [scope="row"])${part}`

const useStyles = makeStyles({
  frame: { flexGrow: 1, height: '100%', minHeight: 0, minWidth: 0, overflow: 'hidden' },
  scroller: {
    boxSizing: 'border-box',
    height: '100%',
    overflow: 'auto',
    paddingTop: `${gap}px`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-4px' },
    '& [data-at]': { cursor: 'pointer', outlineStyle: 'none' },
    // The bar in the margin: quiet under the mouse, plain where the user is. A row has it on its label.
    [`& ${bar('')}`]: { position: 'relative' },
    [`& ${bar('::before')}`]: {
      content: '""',
      position: 'absolute',
      top: '0',
      bottom: '0',
      left: 'var(--bar)',
      borderLeft: `2.5pt none ${accent}`,
    },
    [`& ${bar('::before', ':hover')}`]: {
      borderLeftStyle: 'solid',
      borderLeftColor: tokens.colorNeutralStroke1,
    },
    [`& ${bar('::before', '[aria-current]')}`]: {
      borderLeftStyle: 'solid',
      borderLeftColor: accent,
    },
    '& [data-at]:focus-visible': {
      outline: `2px solid ${ink}`,
      outlineOffset: '2px',
    },
  },
  gap: { paddingBottom: `${gap}px` },
  note: {
    margin: `0 0 ${gap}px`,
    textAlign: 'center',
    color: tokens.colorNeutralForeground3,
    fontSize: '16px',
  },
})

/** Keys of the papers, and their heights before they are drawn; the same functions while the papers are the same. */
function useSizes(pages: readonly PaperPage[]) {
  const estimateSize = useCallback(
    (index: number) => {
      const page = pages[index]
      return page === undefined ? 0 : roughHeight(page) * pixels(paper.height) + gap
    },
    [pages],
  )
  const getItemKey = useCallback((index: number) => pages[index]?.key ?? index, [pages])
  return { estimateSize, getItemKey }
}

/** What has the focus stays drawn wherever the user scrolls, so that the focus is not lost. */
function withFocused(range: Range, focused: number | null): number[] {
  const drawn = defaultRangeExtractor(range)
  if (focused === null || focused >= range.count || drawn.includes(focused)) return drawn
  return [...drawn, focused].toSorted((a, b) => a - b)
}

const pageAround = (element: Element): number | null => {
  const index = element.closest('[data-index]')?.getAttribute('data-index')
  return index === null || index === undefined ? null : Number(index)
}
