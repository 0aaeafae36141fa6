import { useEffect, useState } from 'react'
import { presentPlace, putFocus } from '../state/focus.ts'

/**
 * Gives the focus back to what had it when the component was first drawn, once the component is gone: whoever closes a
 * dialog goes on where she was, and nothing else stays hidden from screen readers. A text that ended its editing when the
 * dialog took the focus is edited again at the same place.
 */
export function useFocusReturn(): void {
  const [before] = useState(() => ({ element: origin(), place: presentPlace() }))
  useEffect(
    () => () => {
      const { element, place } = before
      // A text gets its caret back too, which `focus` would put at its beginning.
      const isThere = element instanceof HTMLElement && element.isConnected && !element.isContentEditable
      if (isThere) element.focus()
      else putFocus(place)
    },
    [before],
  )
}

/** What has the focus; of an item in a menu, which goes away, what opened the menu. */
function origin(): Element | null {
  const { activeElement } = document
  const opener = activeElement?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return document.getElementById(opener ?? '') ?? activeElement
}
