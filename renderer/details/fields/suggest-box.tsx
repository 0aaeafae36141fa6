import { mergeClasses } from '@fluentui/react-components'
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react'
import { useCaretReport } from '../caret.ts'
import { enterNextPlace, leaveForm } from '../places.ts'
import { suggestAction } from './suggest-keys.ts'
import { SuggestList } from './suggest-list.tsx'
import { LONGEST_LINE, useLineStyles } from './text-box.tsx'

export interface Suggestion {
  readonly key: string
  readonly text: string
  /** Said more quietly beside it. */
  readonly detail?: string
}

interface SuggestBoxProps {
  readonly place: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly suggestions: readonly Suggestion[]
  readonly onPick: (suggestion: Suggestion) => void
  /** Only what is suggested can be taken: Enter takes the first. */
  readonly pickOnly?: boolean
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  readonly onEnter?: (field: HTMLElement) => void
  readonly label: string
  /** '' = nothing describes it */
  readonly describedBy: string
  readonly placeholder?: string
  readonly className?: string
  readonly listLabel: string
  readonly ref?: Ref<HTMLInputElement>
}

/**
 * A line of text with suggestions below it while she types: arrows choose, Enter takes, Escape closes them. Any text may be
 * written, unless `pickOnly` says otherwise.
 */
export function SuggestBox(props: SuggestBoxProps) {
  const { place, value, suggestions, pickOnly = false, onEnter = enterNextPlace } = props
  const styles = useLineStyles()
  const listId = useId()
  const caret = useCaretReport(place)
  const box = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(false)
  const [index, setIndex] = useState(pickOnly ? 0 : -1)
  const isOpen = asked && suggestions.length > 0
  const active = isOpen ? Math.min(index, suggestions.length - 1) : -1
  const close = () => {
    setAsked(false)
    setIndex(pickOnly ? 0 : -1)
  }
  const pick = (suggestion: Suggestion) => {
    close()
    props.onPick(suggestion)
  }
  const step = (by: 1 | -1) => {
    setAsked(true)
    setIndex((active + by + suggestions.length) % Math.max(1, suggestions.length))
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    const { isComposing } = event.nativeEvent
    const chosen = suggestions[active]
    const action = suggestAction(
      { key, altKey, ctrlKey, metaKey, shiftKey, isComposing },
      { isOpen, isMarked: chosen !== undefined, isEmpty: value === '' },
    )
    if (action === null) return
    event.preventDefault()
    if (action === 'next') step(1)
    else if (action === 'previous') step(-1)
    else if (action === 'pick' && chosen) pick(chosen)
    else close()
    if (action === 'leave') leaveForm()
    if (action === 'enter') onEnter(event.currentTarget)
  }
  return (
    <div ref={box}>
      <input
        ref={props.ref}
        role="combobox"
        className={mergeClasses(styles.line, props.className)}
        data-place={place}
        aria-label={props.label}
        aria-describedby={props.describedBy || undefined}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_LINE}
        placeholder={props.placeholder}
        value={value}
        onChange={({ target }) => {
          caret.typed(target.selectionStart ?? 0)
          setAsked(true)
          setIndex(pickOnly ? 0 : -1)
          props.onChange(target.value)
        }}
        onSelect={({ currentTarget }) => caret.moved(currentTarget.selectionStart ?? 0)}
        onFocus={props.onFocus}
        onBlur={() => {
          close()
          props.onBlur?.()
        }}
        onKeyDown={press}
      />
      {isOpen && (
        <SuggestList
          id={listId}
          label={props.listLabel}
          target={box}
          suggestions={suggestions}
          active={active}
          onPick={pick}
        />
      )}
    </div>
  )
}
