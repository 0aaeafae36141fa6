import { mergeClasses } from '@fluentui/react-components'
import type { Editor } from '@tiptap/core'
import { type FocusEvent, useLayoutEffect, useRef, useState } from 'react'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { newEditor } from './editor.ts'
import { endLive, restOn, staysWithText } from './live.ts'
import { Placeholder } from './placeholder.tsx'
import { useProseStyles } from './prose-styles.ts'
import { useDrawnEditor, useReportedCaret, useSameText } from './use-live-editor.ts'

interface LiveEditorProps {
  readonly field: string
  readonly place: string
  readonly text: RichText
  readonly label: string
  readonly describedBy: string
  readonly placeholder: string
  readonly onChange: (text: RichText) => void
  /** The focus has left the text. */
  readonly onLeave: () => void
}

/** A rich text while it is edited. */
export function LiveEditor(props: LiveEditorProps) {
  const { field, place, text, placeholder, onChange, onLeave } = props
  const styles = useProseStyles()
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [editor] = useState(() => editorFor(props, mergeClasses('ProseMirror', styles.prose, styles.padded)))
  const drawn = useDrawnEditor(editor, field, host)
  const blank = useSameText(editor, text, onChange)
  useReportedCaret(editor, place)
  useLayoutEffect(() => {
    // The guidance goes away with the first letter; the rows below stay where they are.
    if (frame.current) frame.current.style.minHeight = `${frame.current.offsetHeight}px`
  }, [])
  const blur = ({ relatedTarget }: FocusEvent) => {
    // Another window may have the focus now; the text stays open until she comes back.
    if (!drawn.current || !document.hasFocus() || staysWithText(relatedTarget)) return
    onLeave()
    endLive(field)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves the text in it
    <div ref={frame} className={styles.frame} onBlur={blur}>
      {blank && <Placeholder text={placeholder} />}
      <div ref={host} className={mergeClasses(styles.layer, styles.host)} />
    </div>
  )
}

const editorFor = ({ field, text, label, describedBy }: LiveEditorProps, className: string): Editor =>
  newEditor({
    text,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      ...(describedBy !== '' && { 'aria-describedby': describedBy }),
      lang: 'da',
      spellcheck: 'true',
      class: className,
    },
    onLeave: () => restOn(field),
  })
