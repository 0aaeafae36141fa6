import type { KeyboardEvent } from 'react'
import { openContextMenuAt } from './context-menu-place.ts'
import { typeAhead } from './type-ahead.ts'

/** Keys that the list itself answers; all others are chords of the program's actions. */
export function pressTreeKey(event: KeyboardEvent<HTMLElement>): void {
  const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
  if (isMenuKey && event.target instanceof HTMLElement) {
    event.preventDefault()
    openContextMenuAt(event.target)
    return
  }
  // Copying and pasting are left to the browser, whose events alone carry all that programs put on the clipboard.
  if (isClipboardKey(event)) event.stopPropagation()
  else typeAhead(event)
}

const isClipboardKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  ['c', 'v'].includes(event.key.toLowerCase())
