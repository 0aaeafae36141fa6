import type { ReportPlace } from '../../db/model/report/report.ts'
import { placeOf } from './place.ts'

/** The place that a click on the page means; none where text was marked with the mouse. */
export function clickedPlace({ target }: MouseEvent): ReportPlace | null {
  if (getSelection()?.isCollapsed === false) return null
  const piece = target instanceof Element ? target.closest('[data-at]') : null
  return piece && placeIn(piece)
}

const placeIn = (piece: Element): ReportPlace => placeOf(piece.getAttribute('data-at') ?? '')

/**
 * The pages are one stop of the Tab key. In them the arrows go from piece to piece, and Enter or the space bar answers
 * with the piece's place.
 */
export function pressedPlace(event: KeyboardEvent, pages: Element): ReportPlace | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null
  const pieces = [...pages.querySelectorAll<HTMLElement>('[data-at]')]
  const at = event.target instanceof HTMLElement ? pieces.indexOf(event.target) : -1
  const piece = pieces[at]
  if (event.key === 'Enter' || event.key === ' ') {
    if (piece === undefined) return null
    event.preventDefault()
    return placeIn(piece)
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return null
  const next = at === -1 ? firstSeen(pieces, pages) : pieces[at + step]
  if (next === undefined) return null
  event.preventDefault()
  next.focus()
  return null
}

/** Where the arrows begin: at the mark of where the user is, if it can be seen, else at the top of what is seen. */
function firstSeen(pieces: readonly HTMLElement[], pages: Element): HTMLElement | undefined {
  const { top, bottom } = pages.getBoundingClientRect()
  const seen = pieces.filter((piece) => {
    const box = piece.getBoundingClientRect()
    return box.bottom > top && box.top < bottom
  })
  return seen.find((piece) => piece.hasAttribute('aria-current')) ?? seen[0] ?? pieces[0]
}
