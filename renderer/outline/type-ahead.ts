import type { KeyboardEvent } from 'react'
import { rowTyped } from './model/type-ahead.ts'
import { goToRow } from './row-focus.ts'
import { scene } from './scene.ts'

/** Milliseconds after which typing begins a new word. */
const PAUSE = 700

let typed = ''
let typedAt = 0

/** Letters on a focused row go to the next row whose title begins with them. */
export function typeAhead(event: KeyboardEvent): void {
  const at = scene()
  if (!at || !typesLetter(event)) return
  const isNew = event.timeStamp - typedAt > PAUSE
  if (event.key === ' ' && (isNew || typed === '')) return
  typed = isNew ? event.key : typed + event.key
  typedAt = event.timeStamp
  event.preventDefault()
  const found = rowTyped(at.mirror, at.rows, at.view.current, typed)
  if (found !== null) goToRow(found)
}

function typesLetter(event: KeyboardEvent): boolean {
  const inRow = event.target instanceof HTMLElement && event.target.dataset.keys === 'navigation'
  const isAltGr = event.getModifierState('AltGraph')
  const chord = (event.ctrlKey || event.altKey || event.metaKey) && !isAltGr
  return inRow && !chord && !event.nativeEvent.isComposing && [...event.key].length === 1
}
