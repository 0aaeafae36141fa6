/** What a key press says; React's `KeyboardEvent` is one. */
export interface SuggestPress {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
}

export type SuggestAction = 'next' | 'previous' | 'pick' | 'enter' | 'close' | 'leave'

interface SuggestState {
  readonly isOpen: boolean
  /** Whether a suggestion is marked. */
  readonly isMarked: boolean
  readonly isEmpty: boolean
}

/** What a key means in a field with suggestions; null = what it means in any field. Alt+Down opens, as in every list box. */
export function suggestAction(press: SuggestPress, { isOpen, isMarked, isEmpty }: SuggestState) {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = press
  if (isComposing || ctrlKey || metaKey || shiftKey) return null
  if (key === 'ArrowDown' && (isOpen || altKey || !isEmpty)) return 'next'
  if (altKey) return null
  const actions: Readonly<Record<string, SuggestAction | null>> = {
    ArrowUp: isOpen ? 'previous' : null,
    Escape: isOpen ? 'close' : 'leave',
    Enter: isMarked ? 'pick' : 'enter',
  }
  return actions[key] ?? null
}
