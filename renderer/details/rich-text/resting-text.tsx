import { mergeClasses } from '@fluentui/react-components'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { useIsFormLocked } from '../../state/locked.ts'
import { leaveForm } from '../places.ts'
import { type CaretWish, endRest, goLive, useLive } from './live.ts'
import { Placeholder } from './placeholder.tsx'
import { Prose } from './prose.tsx'
import { useProseStyles } from './prose-styles.ts'

interface RestingTextProps {
  readonly field: string
  readonly text: RichText
  readonly label: string
  readonly describedBy: string
  readonly placeholder: string
}

/** A rich text while it is not edited. It becomes editable when it gets the focus, before the key or the press that gave it counts. */
export function RestingText({ field, text, label, describedBy, placeholder }: RestingTextProps) {
  const styles = useProseStyles()
  const box = useRef<HTMLDivElement>(null)
  const resting = useLive((live) => live.resting === field)
  useEffect(() => {
    if (resting) box.current?.focus({ preventScroll: true })
  }, [resting])
  useEffect(() => () => endRest(field), [field])
  const isReadOnly = useIsFormLocked()
  const edit = (caret: CaretWish) => {
    if (!isReadOnly) flushSync(() => goLive(field, caret))
  }
  const down = (event: MouseEvent) => {
    // The right button too: its menu corrects the spelling of what can be edited.
    // What can only be read can still be marked and copied.
    if (event.button === 1 || isReadOnly) return
    event.preventDefault()
    edit({ left: event.clientX, top: event.clientY })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leaveForm()
    else if (event.key === 'Enter' || event.key === 'F2') edit('end')
    else {
      const types = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
      // The letter itself lands in the editor, which has the focus by then.
      if (types) edit('end')
      return
    }
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea cannot show lists and bold words
    <div
      ref={box}
      role="textbox"
      aria-multiline
      aria-readonly={isReadOnly || undefined}
      aria-label={label}
      aria-describedby={describedBy || undefined}
      tabIndex={0}
      lang="da"
      className={styles.frame}
      onMouseDown={down}
      onFocus={() => useLive.getState().resting !== field && edit('end')}
      onBlur={() => endRest(field)}
      onKeyDown={press}
    >
      {text.length === 0 ? (
        <Placeholder text={isReadOnly ? '' : placeholder} />
      ) : (
        <div className={mergeClasses(styles.prose, styles.padded, styles.layer)}>
          <Prose text={text} />
        </div>
      )}
    </div>
  )
}
