import { mergeClasses } from '@fluentui/react-components'
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { type FocusEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { useCaretReport } from '../caret.ts'
import { same } from '../same.ts'
import { fromEditor } from './convert.ts'
import { newEditor } from './editor.ts'
import { endLive, putCaret, restOn, showEditor, staysWithText, useLive } from './live.ts'
import { useProseStyles } from './prose-styles.ts'
import { FROM_WORKBOOK, replaceContent } from './replace-content.ts'

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
  const [editor] = useState(() => editorFor(props, mergeClasses('ProseMirror', styles.prose)))
  const caret = useCaretReport(place)
  const [blank, setBlank] = useState(text.length === 0)
  /** The text as it stands in the editor; what differs from it comes from the workbook. */
  const written = useRef(text)
  /** Taking the editor off the page takes the focus from it, which is not what a blur tells. */
  const drawn = useRef(false)

  useLayoutEffect(() => {
    if (!host.current || !frame.current) return
    editor.mount(host.current)
    drawn.current = true
    // The guidance goes away with the first letter; the rows below stay where they are.
    frame.current.style.minHeight = `${frame.current.offsetHeight}px`
    showEditor(field, editor)
    putCaret(editor, useLive.getState().caret)
    return () => {
      drawn.current = false
      editor.unmount()
      // Unless it is drawn again at once, its form has gone away, and with it the editing.
      queueMicrotask(() => drawn.current || endLive(field))
    }
  }, [editor, field])

  const change = useEffectEvent(() => {
    written.current = fromEditor(editor.state.doc)
    setBlank(isBlank(editor))
    onChange(written.current)
  })

  useEffect(() => {
    const onTransaction = ({ transaction }: { readonly transaction: Transaction }) => {
      const { head } = editor.state.selection
      const written = transaction.docChanged && transaction.getMeta(FROM_WORKBOOK) !== true
      if (written) caret.typed(head)
      else if (transaction.selectionSet) caret.moved(head)
    }
    const onUpdate = () => change()
    caret.moved(editor.state.selection.head)
    editor.on('transaction', onTransaction).on('update', onUpdate)
    return () => {
      editor.off('transaction', onTransaction).off('update', onUpdate)
    }
  }, [editor, caret])

  useEffect(() => {
    if (text === written.current || same(text, written.current)) return
    written.current = text
    replaceContent(editor, text)
    setBlank(isBlank(editor))
  }, [editor, text])

  const blur = ({ relatedTarget }: FocusEvent) => {
    // Another window may have the focus now; the text stays open until she comes back.
    if (!drawn.current || !document.hasFocus() || staysWithText(relatedTarget)) return
    onLeave()
    endLive(field)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves the text in it
    <div ref={frame} className={styles.frame} onBlur={blur}>
      {blank && (
        <div className={styles.placeholder} aria-hidden>
          {placeholder}
        </div>
      )}
      <div ref={host} className={styles.layer} />
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

/** Nothing but an empty paragraph; an empty list is something. */
const isBlank = ({ state: { doc } }: Editor): boolean => doc.childCount === 1 && doc.content.size === 2
