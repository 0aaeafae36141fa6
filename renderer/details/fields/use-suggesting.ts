import { type KeyboardEvent, useState } from 'react'
import { leaveForm } from '../places.ts'
import { suggestAction } from './suggest-keys.ts'

export interface Suggestion {
  readonly key: string
  readonly text: string
  /** Said more quietly beside it. */
  readonly detail?: string
}

interface SuggestingOptions {
  readonly suggestions: readonly Suggestion[]
  readonly isEmpty: boolean
  /** Only what is suggested can be taken: the first is marked. */
  readonly pickOnly: boolean
  readonly onPick: (suggestion: Suggestion) => void
  readonly onEnter: (field: HTMLElement) => void
}

/** Whether suggestions are shown, which is marked, and what keys do with them. */
export function useSuggesting({ suggestions, isEmpty, pickOnly, onPick, onEnter }: SuggestingOptions) {
  const first = pickOnly ? 0 : -1
  const [asked, setAsked] = useState(false)
  const [index, setIndex] = useState(first)
  const isOpen = asked && suggestions.length > 0
  const active = isOpen ? Math.min(index, suggestions.length - 1) : -1
  const show = (isAsked: boolean, mark = first) => {
    setAsked(isAsked)
    setIndex(mark)
  }
  const pick = (suggestion: Suggestion) => {
    show(false)
    onPick(suggestion)
  }
  const step = (by: 1 | -1) =>
    show(true, (active + by + suggestions.length) % Math.max(1, suggestions.length))
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    const { isComposing } = event.nativeEvent
    const chosen = suggestions[active]
    const action = suggestAction(
      { key, altKey, ctrlKey, metaKey, shiftKey, isComposing },
      { isOpen, isMarked: chosen !== undefined, isEmpty },
    )
    if (action === null) return
    event.preventDefault()
    if (action === 'next') step(1)
    else if (action === 'previous') step(-1)
    else if (action === 'pick' && chosen) pick(chosen)
    else show(false)
    if (action === 'leave') leaveForm()
    if (action === 'enter') onEnter(event.currentTarget)
  }
  return { isOpen, active, press, pick, open: () => show(true), close: () => show(false) }
}
