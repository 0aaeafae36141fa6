import { useEffect, useState } from 'react'
import { currentFocus, putFocus } from '../state/focus.ts'

/**
 * Gives the focus back to what had it when the component was first drawn, once the component is gone: whoever closes a
 * dialog goes on where she was, and nothing else stays hidden from screen readers. A text that ended its editing when the
 * dialog took the focus is edited again at the same place.
 */
export function useFocusReturn(): void {
  const [before] = useState(() => ({ element: document.activeElement, focus: currentFocus() }))
  useEffect(
    () => () => {
      const { element, focus } = before
      if (element instanceof HTMLElement && element.isConnected) element.focus()
      else if (focus) putFocus(focus)
    },
    [before],
  )
}
