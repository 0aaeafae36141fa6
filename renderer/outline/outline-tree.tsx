import { makeStyles } from '@fluentui/react-components'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, useCallback, useLayoutEffect, useRef } from 'react'
import { outlineTexts } from '../../db/model/texts/window/outline.ts'
import { focusIsAt } from '../state/focus.ts'
import { look, useView } from '../state/view.ts'
import { openTemplate, useWorkbook } from '../state/workbook.ts'
import { useCutRows } from './clipboard/carried.ts'
import { clipboardEvents } from './clipboard/clipboard-events.ts'
import { openContextMenu } from './context-menu-place.ts'
import { useDraggedRows } from './drag/drag.ts'
import { DropMarker } from './drag/drop-marker.tsx'
import { indexOf } from './model/selection.ts'
import { Row } from './row.tsx'
import { goToRow, useRowWish } from './row-focus.ts'
import { clickRow, doubleClickRow, keepFocus, pressRow } from './row-pointer.ts'
import { useShownRows } from './scene.ts'
import { pressTreeKey } from './tree-keys.ts'
import { ROW_HEIGHT, rowsAreSeen } from './viewport.ts'

const useStyles = makeStyles({
  tree: { flex: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', position: 'relative' },
  rows: { position: 'relative', width: '100%', containerType: 'inline-size' },
})

/** Rows that are drawn beyond those that are seen, on either side. */
const OVERSCAN = 12
/** CSS pixels below the last row. */
const FOOT = 24

const estimateSize = (): number => ROW_HEIGHT

/** The rows, of which only those in sight are in the page; the current one always is, so that it keeps the focus. */
export function OutlineTree() {
  const styles = useStyles()
  const rows = useShownRows()
  const at = useView(({ outline }) => indexOf(rows, outline.current))
  const template = useWorkbook(openTemplate)
  const [dragged, cut] = [useDraggedRows(), useCutRows()]
  const wish = useRowWish()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    overscan: OVERSCAN,
    paddingEnd: FOOT,
    rangeExtractor: useCallback((range: Range) => withRow(range, Math.max(at, 0)), [at]),
  })
  useInSight(scroller, at)
  useKeptFocus(scroller)
  const height = virtual.scrollRect?.height ?? 0
  useLayoutEffect(() => rowsAreSeen(height), [height])
  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      aria-label={outlineTexts.tree}
      aria-multiselectable
      onPointerDown={pressRow}
      onMouseDown={keepFocus}
      onClick={clickRow}
      onDoubleClick={doubleClickRow}
      onContextMenu={openContextMenu}
      onKeyDown={pressTreeKey}
      onFocus={rowIsFocused}
      {...clipboardEvents}
    >
      <div className={styles.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row &&
            template && (
              <Row
                key={row.id}
                {...row}
                top={start}
                isEntry={index === Math.max(at, 0)}
                template={template}
                isLeaving={dragged?.has(row.id) === true || cut?.has(row.id) === true}
                wish={wish?.id === row.id ? wish : null}
              />
            )
          )
        })}
        <DropMarker />
      </div>
    </div>
  )
}

function withRow(range: Range, at: number): number[] {
  const seen = defaultRangeExtractor(range)
  return at >= range.count || seen.includes(at) ? seen : [...seen, at].toSorted((a, b) => a - b)
}

/** Scrolls as little as needed when another row becomes the current one, or it moves. */
function useInSight(scroller: React.RefObject<HTMLDivElement | null>, at: number): void {
  useLayoutEffect(() => {
    const { current: list } = scroller
    if (!list || at < 0) return
    const top = at * ROW_HEIGHT
    if (top < list.scrollTop) list.scrollTop = top
    else if (top + ROW_HEIGHT > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + ROW_HEIGHT - list.clientHeight
    }
  }, [scroller, at])
}

/** When a row that has the focus goes away under it, the current row gets it. */
function useKeptFocus(scroller: React.RefObject<HTMLDivElement | null>): void {
  const hadFocus = useRef(false)
  useLayoutEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body
    const { outline, dialog } = useView.getState()
    // A dialog that opens takes the focus itself.
    if (isLost && dialog === null && outline.current !== null) goToRow(outline.current)
    hadFocus.current = scroller.current?.contains(document.activeElement) ?? false
  })
}

function rowIsFocused({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || target.dataset.row === undefined) return
  focusIsAt('row')
  const { row } = target.dataset
  if (useView.getState().outline.current !== row) look({ current: row, anchor: row })
}
