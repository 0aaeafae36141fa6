import type { MouseEvent, PointerEvent } from 'react'
import { toggleFold } from './actions/folding.ts'
import { selectTo, toggleSelected } from './actions/moving-about.ts'
import { followPointer } from './drag/follow-pointer.ts'
import { goToRow } from './row-focus.ts'
import { scene } from './scene.ts'

/** What the mouse does with rows. The list listens for all of them, so that a row costs no listeners. */

interface Place {
  readonly id: string
  readonly part: string | undefined
  readonly element: HTMLElement
}

/** The row under the pointer; null beside the rows, and in a title that is edited. */
export function rowUnder(target: EventTarget): Place | null {
  if (!(target instanceof Element) || target.closest('input')) return null
  const element = target.closest<HTMLElement>('[data-row]')
  const id = element?.dataset.row
  if (!element || id === undefined) return null
  return { id, element, part: target.closest<HTMLElement>('[data-part]')?.dataset.part }
}

/** The row that was the only one and had the focus when it was pressed: another click edits its title. */
let pressedAgain: string | null = null

export function pressRow(event: PointerEvent<HTMLElement>): void {
  const at = scene()
  const row = rowUnder(event.target)
  pressedAgain = null
  if (!at || !row || event.button !== 0 || row.part === 'fold') return
  const { selected, current } = at.view
  if (event.shiftKey) selectTo(at, row.id)
  else if (event.ctrlKey || event.metaKey) toggleSelected(at, row.id)
  else if (selected.size > 1 && selected.has(row.id)) {
    // It may be the beginning of a drag of them all.
  } else {
    const isAgain = current === row.id && document.activeElement === row.element
    pressedAgain = isAgain ? row.id : null
    goToRow(row.id)
  }
  followPointer(event.nativeEvent, event.currentTarget)
}

/** The mark beside a row folds it without taking the focus. */
export function keepFocus(event: MouseEvent): void {
  if (rowUnder(event.target)?.part === 'fold') event.preventDefault()
}

export function clickRow(event: MouseEvent): void {
  const at = scene()
  const row = rowUnder(event.target)
  if (!at || !row) return
  if (row.part === 'fold') toggleFold(row.id)
  else if (event.shiftKey || event.ctrlKey || event.metaKey) return
  else if (pressedAgain === row.id && row.part === 'title') goToRow(row.id, caretAt(event))
  else if (at.view.selected.size > 1) goToRow(row.id)
}

export function doubleClickRow(event: MouseEvent): void {
  const row = rowUnder(event.target)
  if (row && row.part !== 'fold') goToRow(row.id, row.part === 'title' ? caretAt(event) : 'end')
}

/** After how many characters of the text under the pointer. */
function caretAt({ clientX, clientY }: MouseEvent): number | 'end' {
  const at = document.caretPositionFromPoint?.(clientX, clientY)
  return at && at.offsetNode.nodeType === Node.TEXT_NODE ? at.offset : 'end'
}
