import { useEffect } from 'react'
import type { ActionId } from '../../preload/actions.ts'
import { actionFor, chordOf, type Where } from '../actions/keymap.ts'
import { act } from '../actions/registry.ts'

/** Listens to the whole window, so that a key means the same whichever control has the focus. */
export function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const chord = chordOf(event)
      const action = chord === null ? null : actionFor(chord, whereIs(event.target))
      if (action === null || (isModal() && !inDialogs.has(action))) return
      event.preventDefault()
      act(action)
    }
    // Texts have no history of their own: their undo is the workbook's.
    const input = (event: InputEvent) => {
      if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') event.preventDefault()
    }
    window.addEventListener('keydown', press)
    window.addEventListener('beforeinput', input)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('beforeinput', input)
    }
  }, [])
}

/** While a dialog is open, only these of the keys that count anywhere. */
const inDialogs: ReadonlySet<ActionId> = new Set([
  'workbook.save',
  'view.zoom-in',
  'view.zoom-out',
  'view.zoom-reset',
])

const isModal = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null

/** Controls of the outline say which mode they are in; a text elsewhere is a field. */
export function whereIs(target: EventTarget | null): Where {
  if (!(target instanceof HTMLElement)) return 'elsewhere'
  const keys = target.closest<HTMLElement>('[data-keys]')?.dataset.keys
  if (keys === 'navigation' || keys === 'editing') return keys
  return target.isContentEditable || target.matches('input, textarea, select') ? 'field' : 'elsewhere'
}
