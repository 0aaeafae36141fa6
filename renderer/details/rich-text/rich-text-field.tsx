import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { useIsFormLocked } from '../../state/locked.ts'
import { useDraft } from '../../state/use-draft.ts'
import { same } from '../same.ts'
import { useLive } from './live.ts'
import { LiveEditor } from './live-editor.tsx'
import { RestingText } from './resting-text.tsx'

const useStyles = makeStyles({
  field: {
    display: 'grid',
    '--field-padding': '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    cursor: 'text',
    ':hover': { outline: `1px solid ${tokens.colorNeutralStroke1}`, outlineOffset: '-1px' },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  live: {
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-2px',
    ':hover': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
    ':focus-within': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-2px' },
  },
})

interface RichTextFieldProps {
  /** Unique in the window, and always of the same text: a draft lives as long as the field. */
  readonly field: string
  /** Its key in the places of the form. */
  readonly place: string
  readonly saved: RichText
  /** Gives the workbook the text in its normal form; null = empty. */
  readonly send: (text: RichText | null) => void
  readonly label: string
  readonly describedBy: string
  readonly placeholder: string
}

/** A rich text of the form: drawn as it reads, and an editor while it has the focus. */
export function RichTextField({ field, place, saved, send, ...texts }: RichTextFieldProps) {
  const styles = useStyles()
  const draft = useDraft<RichText>({
    saved,
    same,
    send: (text) => send(text.length === 0 ? null : text),
  })
  const isReadOnly = useIsFormLocked()
  const isLive = useLive((live) => live.field === field) && !isReadOnly
  return (
    <div className={mergeClasses(styles.field, isLive && styles.live)} data-place={place} data-field={field}>
      {isLive ? (
        <LiveEditor
          field={field}
          place={place}
          text={draft.value}
          onChange={draft.change}
          onLeave={draft.flush}
          {...texts}
        />
      ) : (
        <RestingText field={field} text={draft.value} {...texts} />
      )}
    </div>
  )
}
