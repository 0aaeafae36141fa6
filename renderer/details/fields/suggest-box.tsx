import { mergeClasses } from '@fluentui/react-components'
import { useId, useRef } from 'react'
import { useIsFormLocked } from '../../state/locked.ts'
import { useCaretReport } from '../caret.ts'
import { enterNextPlace } from '../places.ts'
import { SuggestList } from './suggest-list.tsx'
import { LONGEST_LINE, useLineStyles } from './text-box.tsx'
import { type Suggestion, useSuggesting } from './use-suggesting.ts'

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
}

/**
 * A line of text with suggestions below it while she types: arrows choose, Enter takes, Escape closes them. Any text may be
 * written, unless `pickOnly` says otherwise.
 */
export function SuggestBox(props: SuggestBoxProps) {
  const { place, value, suggestions, pickOnly = false, onPick, onEnter = enterNextPlace } = props
  const styles = useLineStyles()
  const listId = useId()
  const caret = useCaretReport(place)
  const box = useRef<HTMLDivElement>(null)
  const isReadOnly = useIsFormLocked()
  const list = useSuggesting({ suggestions, isEmpty: value === '', pickOnly, onPick, onEnter })
  return (
    <div ref={box}>
      <input
        role="combobox"
        className={mergeClasses(styles.line, props.className)}
        data-place={place}
        aria-label={props.label}
        aria-describedby={props.describedBy || undefined}
        aria-autocomplete="list"
        aria-expanded={list.isOpen}
        aria-controls={list.isOpen ? listId : undefined}
        aria-activedescendant={list.active < 0 ? undefined : `${listId}-${list.active}`}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_LINE}
        placeholder={props.placeholder}
        readOnly={isReadOnly}
        value={value}
        onChange={({ target }) => {
          caret.typed(target.selectionStart ?? 0)
          list.open()
          props.onChange(target.value)
        }}
        onSelect={({ currentTarget }) => caret.moved(currentTarget.selectionStart ?? 0)}
        onFocus={props.onFocus}
        onBlur={() => {
          list.close()
          props.onBlur?.()
        }}
        onKeyDown={list.press}
      />
      {list.isOpen && (
        <SuggestList
          id={listId}
          label={props.listLabel}
          target={box}
          suggestions={suggestions}
          active={list.active}
          onPick={list.pick}
        />
      )}
    </div>
  )
}
