import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
} from 'react'

/** A line of a long list. */
export interface Line {
  readonly key: string
  /** CSS pixels. */
  readonly height: number
  /** Whether the cursor can stand on it; on headings it cannot. */
  readonly isStop: boolean
}

interface CursorOptions {
  readonly lines: readonly Line[]
  /** Key of the line that has the focus, or had it last. */
  readonly current: string | null
  readonly onCurrent: (key: string) => void
  /** CSS pixels of a heading that stays at the top while the list scrolls. */
  readonly head: number
  /** Index of the line to show at the top where none is current yet. */
  readonly begin?: number
}

export interface Cursor {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly virtual: Virtualizer<HTMLDivElement, Element>
  /** Index of the line that Tab comes to; -1 = there is none. */
  readonly at: number
  readonly goTo: (index: number) => void
  /** Arrows, Home, End and the page keys; answers whether it was one of them. */
  readonly press: (event: KeyboardEvent) => boolean
  readonly hearFocus: (event: FocusEvent) => void
}

/** Lines that are drawn beyond those that are seen, on either side. */
const OVERSCAN = 10
/** CSS pixels below the last line: there the quiet line stands. */
const FOOT = 56

/**
 * A list of which only what is in sight is in the page, and its cursor: one line of it can be reached by Tab, the arrows go on to the
 * others. That line is always drawn, so it keeps the focus. Elements of lines carry `data-line`, what takes the focus `data-entry`.
 */
export function useCursor({ lines, current, onCurrent, head, begin = -1 }: CursorOptions): Cursor {
  const scroller = useRef<HTMLDivElement>(null)
  const known = lines.findIndex(({ key, isStop }) => isStop && key === current)
  const at = known >= 0 ? known : nextStop(lines, Math.max(begin, 0) - 1, 1)
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => lines[index]?.height ?? 0,
    overscan: OVERSCAN,
    scrollMargin: head,
    scrollPaddingStart: head,
    paddingEnd: FOOT,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    rangeExtractor: useCallback((range: Range) => withLine(range, at), [at]),
  })
  useBegin(virtual, known >= 0 ? known : begin, known >= 0 ? 'center' : 'start')
  const wish = useFocusWish(scroller, at)
  const goTo = (index: number) => {
    const key = lines[index]?.key
    if (key === undefined) return
    virtual.scrollToIndex(index)
    wish(index)
    onCurrent(key)
  }
  const press = (event: KeyboardEvent): boolean => {
    const to = destination(event.key, lines, at)
    if (to === null || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false
    goTo(to)
    return true
  }
  const hearFocus = ({ target }: FocusEvent) => {
    const key = lines[lineOf(target)]?.key
    if (key !== undefined && key !== current) onCurrent(key)
  }
  return { scroller, virtual, at, goTo, press, hearFocus }
}

/** How many lines the page keys go. */
const PAGE = 10

function destination(key: string, lines: readonly Line[], at: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return nextStop(lines, at, 1)
    case 'ArrowUp':
      return nextStop(lines, at, -1)
    case 'Home':
      return nextStop(lines, -1, 1)
    case 'End':
      return nextStop(lines, lines.length, -1)
    case 'PageDown':
      return nextStop(lines, at + PAGE - 1, 1, nextStop(lines, lines.length, -1))
    case 'PageUp':
      return nextStop(lines, at - PAGE + 1, -1, nextStop(lines, -1, 1))
    default:
      return null
  }
}

/** The next line after `from` on which the cursor can stand; where there is none, `stay`. */
function nextStop(lines: readonly Line[], from: number, step: 1 | -1, stay = from): number {
  for (let index = from + step; index >= 0 && index < lines.length; index += step) {
    if (lines[index]?.isStop) return index
  }
  return lines[stay]?.isStop ? stay : -1
}

function withLine(range: Range, at: number): number[] {
  const seen = defaultRangeExtractor(range)
  return at < 0 || seen.includes(at) ? seen : [...seen, at].toSorted((a, b) => a - b)
}

/** The line that an element is in; -1 = none. */
export const lineOf = (target: EventTarget): number =>
  target instanceof Element ? Number(target.closest<HTMLElement>('[data-line]')?.dataset.line ?? '-1') : -1

/** A list is first seen where the user left it. */
function useBegin(
  virtual: Virtualizer<HTMLDivElement, Element>,
  index: number,
  align: 'center' | 'start',
): void {
  const begun = useRef(false)
  useLayoutEffect(() => {
    if (begun.current) return
    begun.current = true
    if (index > 0) virtual.scrollToIndex(index, { align })
  })
}

/** Puts the focus on a line once it is drawn, and on the current line when what had it is gone. */
function useFocusWish(scroller: RefObject<HTMLDivElement | null>, at: number): (index: number) => void {
  const wished = useRef(false)
  // At first: what had it before the list was shown.
  const hadFocus = useRef(true)
  useLayoutEffect(() => {
    const isLost = hadFocus.current && document.activeElement === document.body
    wished.current = (wished.current || isLost) && at >= 0 && !focusLine(scroller, at)
    hadFocus.current = wished.current || (scroller.current?.contains(document.activeElement) ?? false)
  })
  return useCallback(
    (index) => {
      wished.current = index !== at || !focusLine(scroller, index)
    },
    [scroller, at],
  )
}

/** Answers whether the line is drawn. */
function focusLine({ current }: RefObject<HTMLDivElement | null>, index: number): boolean {
  const line = current?.querySelector<HTMLElement>(`[data-line="${index}"]`)
  const entry = line?.dataset.entry === undefined ? line?.querySelector<HTMLElement>('[data-entry]') : line
  entry?.focus({ preventScroll: true })
  return entry !== null && entry !== undefined
}
