import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { type KeyboardEvent, useId } from 'react'
import { detailsTexts } from '../../../db/model/texts/window/details.ts'
import { useIsFormLocked } from '../../state/locked.ts'
import { useDraft } from '../../state/use-draft.ts'
import { useCaretReport } from '../caret.ts'
import { enterNextPlace, leaveForm } from '../places.ts'

/** The file holds no longer line. */
export const LONGEST_LINE = 2000

export const useLineStyles = makeStyles({
  line: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    margin: '0',
    padding: '8px 12px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    resize: 'none',
    overflow: 'hidden',
    outlineOffset: '-2px',
    outlineStyle: 'none',
    fieldSizing: 'content',
    '::placeholder': { color: tokens.colorNeutralForeground3, fontStyle: 'italic', opacity: 1 },
    ':hover:not(:focus)': { outline: `1px solid ${tokens.colorNeutralStroke1}`, outlineOffset: '-1px' },
    ':focus': {
      backgroundColor: tokens.colorNeutralBackground1,
      outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
  hint: {
    padding: '0 12px 6px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
})

export interface LineProps {
  /** Its key in the places of the form. */
  readonly place: string
  readonly saved: string
  readonly send: (text: string) => void
  readonly label: string
  /** Id of what describes it. */
  readonly describedBy?: string
  readonly placeholder?: string
  /** Enter; without it, the caret goes to the next field. */
  readonly onEnter?: (field: HTMLElement) => void
}

interface TextBoxProps extends LineProps {
  readonly className?: string
  readonly tooLong?: string
}

/** One line of text that wraps. It takes no line ends, and no more than the file can hold. */
export function TextBox({ place, saved, send, onEnter = enterNextPlace, ...props }: TextBoxProps) {
  const styles = useLineStyles()
  const hintId = useId()
  const draft = useDraft({ saved, send })
  const caret = useCaretReport(place)
  const isReadOnly = useIsFormLocked()
  const full = draft.value.length >= LONGEST_LINE
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') onEnter(event.currentTarget)
    else if (event.key === 'Escape') leaveForm()
    else return
    event.preventDefault()
  }
  return (
    <>
      <textarea
        rows={1}
        className={mergeClasses(styles.line, props.className)}
        data-place={place}
        aria-label={props.label}
        aria-describedby={(full ? hintId : props.describedBy) || undefined}
        placeholder={props.placeholder}
        lang="da"
        spellCheck
        readOnly={isReadOnly}
        value={draft.value}
        onChange={({ target }) => {
          caret.typed(target.selectionStart)
          draft.change(oneLine(target.value))
        }}
        onSelect={({ currentTarget }) => caret.moved(currentTarget.selectionStart)}
        onBlur={draft.flush}
        onKeyDown={press}
      />
      {full && (
        <div id={hintId} role="status" className={styles.hint}>
          {props.tooLong ?? detailsTexts.lineTooLong}
        </div>
      )}
    </>
  )
}

export const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').slice(0, LONGEST_LINE)
