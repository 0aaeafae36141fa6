import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { focusIsAt } from '../state/focus.ts'
import { useDraft } from '../state/use-draft.ts'
import { look, useView } from '../state/view.ts'
import { useWorkbook } from '../state/workbook.ts'
import { deleteEmptyRow } from './actions/structure.ts'
import { type Caret, takeWish, useWishFor } from './row-focus.ts'
import { useRowStyles } from './row-styles.ts'
import { rename } from './titles.ts'

interface TitleInputProps {
  readonly id: string
  readonly saved: string
  readonly label: string
  readonly placeholder: string
}

/** Fluent's own handling of Tab hears the key first and would take the focus out of the list: here the key is an action. */
const leaveTabAlone = JSON.stringify({ focusable: { ignoreKeydown: { Tab: true } } })

/** As many characters as a workbook holds of a title. */
const LONGEST_TITLE = 2000

/** The title of the current row while it is edited. */
export function TitleInput({ id, saved, label, placeholder }: TitleInputProps) {
  const styles = useRowStyles()
  const draft = useDraft({ saved, send: (title) => void rename(id, title) })
  const isReadOnly = useWorkbook((workbook) => workbook.readOnly)
  const input = useRef<HTMLInputElement>(null)
  const wish = useWishFor(id)
  useLayoutEffect(() => {
    if (!wish || wish.caret === null || !input.current || !takeWish(wish)) return
    placeCaret(input.current, wish.caret)
  }, [wish])
  return (
    <input
      ref={input}
      className={styles.input}
      data-keys="editing"
      data-tabster={leaveTabAlone}
      aria-label={label}
      placeholder={placeholder}
      maxLength={LONGEST_TITLE}
      autoComplete="off"
      spellCheck
      readOnly={isReadOnly}
      value={draft.value}
      onChange={(event) => draft.change(event.target.value)}
      onSelect={(event) => focusIsAt(`title@${event.currentTarget.selectionStart ?? 0}`)}
      onKeyDown={leaveByBackspace}
      onBlur={() => endEditing(id)}
    />
  )
}

function placeCaret(input: HTMLInputElement, caret: Caret): void {
  input.focus()
  if (caret === 'all') input.select()
  else {
    const at = caret === 'end' ? input.value.length : Math.min(caret, input.value.length)
    input.setSelectionRange(at, at)
    focusIsAt(`title@${at}`)
  }
}

/** A key that is held down empties the title but never deletes the row. */
function leaveByBackspace(event: KeyboardEvent<HTMLInputElement>): void {
  const plain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey
  if (event.key !== 'Backspace' || !plain || event.currentTarget.value !== '') return
  event.preventDefault()
  if (!event.repeat && !event.nativeEvent.isComposing) deleteEmptyRow()
}

/** Not when the whole window loses the focus: it comes back here. */
function endEditing(id: string): void {
  const { current, editing } = useView.getState().outline
  if (editing && current === id && document.hasFocus()) look({ editing: false })
}
