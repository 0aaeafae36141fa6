import { putFocus } from '../state/focus.ts'
import { useView } from '../state/view.ts'

/** Moves the focus to the next pane (1) or the one before (-1), around in a circle. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[at < 0 ? 0 : (at + step + panes.length) % panes.length]
  const place = places[next?.dataset.pane ?? '']
  if (place !== undefined) putFocus({ nodeId: useView.getState().outline.current, place })
  else next?.querySelector<HTMLElement>(FOCUSABLE)?.focus()
}

/** Where the cursor belongs in a pane: on the current row, or in the first text of its form. */
const places: Readonly<Record<string, string>> = { outline: 'row', details: 'field:' }

const FOCUSABLE =
  'input:not(:disabled), textarea:not(:disabled), button:not(:disabled), [tabindex="0"], [contenteditable="true"]'
