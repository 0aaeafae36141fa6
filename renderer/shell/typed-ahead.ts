import { useEffect } from 'react'

/** What she types while the dialog that she asked for is still being read is written into it once it stands. */
export function useTypedAhead(waiting: boolean): void {
  useEffect(() => {
    if (!waiting) return
    let typed = ''
    const hold = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      typed += event.key
    }
    window.addEventListener('keydown', hold, { capture: true })
    return () => {
      // The dialog takes the focus when it is drawn, which it is just now.
      setTimeout(() => {
        window.removeEventListener('keydown', hold, { capture: true })
        if (typed !== '') document.execCommand('insertText', false, typed)
      })
    }
  }, [waiting])
}
