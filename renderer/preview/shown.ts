import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Cover, ReportBlock, ReportPlace } from '../../db/model/report/report.ts'
import type { PaperPage } from './pages.ts'
import { coverCodes, nearest, showsPlace } from './place.ts'

/** A place that the preview shows, and the paper on which it stands. */
export interface ShownPlace {
  readonly code: string
  readonly page: number
}

/** Where the preview shows a place, or what is nearest above it. */
export function shownPlace(
  place: ReportPlace | null,
  cover: Cover,
  pages: readonly PaperPage[],
): ShownPlace | null {
  if (place === null) return null
  const ofCover = coverCodes(cover)
  const pageOf = (code: string): number =>
    ofCover.includes(code)
      ? pages.findIndex((page) => page.cover)
      : pages.findIndex(({ blocks }) =>
          blocks.some(({ block }) => mayHold(block, place) && showsPlace(block, code)),
        )
  const code = nearest(place, (each) => pageOf(each) !== -1)
  return code === null ? null : { code, page: pageOf(code) }
}

/** Whether the block is of the node of the place or of one above it; a list of items may be of any. */
function mayHold(block: ReportBlock, { path }: ReportPlace): boolean {
  if (!('at' in block) || block.at === undefined) return true
  return block.at.path.every((index, depth) => index === path[depth])
}

/**
 * Brings the mark of where the user is into view when it has moved out of it; never while it stays where it is,
 * however she scrolls. `bring` scrolls to a paper that is not drawn yet.
 */
export function useShown(
  pages: RefObject<HTMLElement | null>,
  mark: ShownPlace | null,
  bring: (page: number) => void,
): void {
  const asked = useRef<string | null>(null)
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    const scroller = pages.current
    const code = mark?.code ?? null
    if (!scroller || code === shown.current) return
    const piece = scroller.querySelector('[aria-current]')
    if (piece || mark === null) {
      shown.current = code
      asked.current = null
      if (piece) intoView(scroller, piece)
    } else if (asked.current !== code) {
      asked.current = code
      bring(mark.page)
    }
  })
}

/** Of a piece so many CSS pixels must be seen. */
const least = 24
/** What was out of view comes so far down the pane. */
const third = 1 / 3

function intoView(scroller: HTMLElement, mark: Element): void {
  const pane = scroller.getBoundingClientRect()
  const piece = mark.getBoundingClientRect()
  const seen = Math.min(piece.bottom, pane.bottom) - Math.max(piece.top, pane.top)
  if (seen >= Math.min(least, piece.height)) return
  const scale = pane.height / scroller.clientHeight
  const room = Math.max(0, pane.height - piece.height) * third
  scroller.scrollTop += (piece.top - pane.top - room) / scale
}
