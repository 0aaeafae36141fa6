import { useEffect, useState } from 'react'

/**
 * Gives the focus back to what had it when the component was first drawn, once the component is gone: whoever closes a
 * dialog goes on where she was, and nothing else stays hidden from screen readers.
 */
export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    },
    [before],
  )
}
