import { putFocus } from '../state/focus.ts'
import { useView } from '../state/view.ts'

/** Moves the focus to the next pane (1) or the one before (-1), around in a circle. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[at < 0 ? 0 : (at + step + panes.length) % panes.length]
  if (next?.dataset.pane === 'outline') {
    putFocus({ nodeId: useView.getState().outline.current, place: 'row' })
    return
  }
  next?.querySelector<HTMLElement>(FOCUSABLE)?.focus()
}

const FOCUSABLE =
  'input:not(:disabled), textarea:not(:disabled), button:not(:disabled), [tabindex="0"], [contenteditable="true"]'
