import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { useCaretReport } from '../caret.ts'
import { same } from '../same.ts'
import { fromEditor } from './convert.ts'
import { endLive, putCaret, showEditor, useLive } from './live.ts'
import { FROM_WORKBOOK, replaceContent } from './replace-content.ts'

/**
 * Draws the editor of a field in `host`, with the caret where it was wished, and takes it away with the field. Answers whether it
 * is on the page: taking it off takes the focus from it, which is not what a blur tells.
 */
export function useDrawnEditor(
  editor: Editor,
  field: string,
  host: RefObject<HTMLElement | null>,
): RefObject<boolean> {
  const drawn = useRef(false)
  useLayoutEffect(() => {
    if (!host.current) return
    editor.mount(host.current)
    drawn.current = true
    showEditor(field, editor)
    putCaret(editor, useLive.getState().caret)
    return () => {
      drawn.current = false
      editor.unmount()
      // Unless it is drawn again at once, its form has gone away, and with it the editing.
      queueMicrotask(() => drawn.current || endLive(field))
    }
  }, [editor, field, host])
  return drawn
}

/** Keeps the editor and the text of the field alike. Answers whether nothing is written in it. */
export function useSameText(editor: Editor, text: RichText, onChange: (text: RichText) => void): boolean {
  const [blank, setBlank] = useState(text.length === 0)
  /** The text as it stands in the editor; what differs from it comes from the workbook. */
  const written = useRef(text)
  const change = useEffectEvent(() => {
    written.current = fromEditor(editor.state.doc)
    setBlank(isBlank(editor))
    onChange(written.current)
  })
  useEffect(() => {
    const onUpdate = () => change()
    editor.on('update', onUpdate)
    return () => {
      editor.off('update', onUpdate)
    }
  }, [editor])
  // Before anything more can be typed: later, the letters typed since would be taken for old ones.
  useLayoutEffect(() => {
    if (text === written.current || same(text, written.current)) return
    written.current = text
    replaceContent(editor, text)
    setBlank(isBlank(editor))
  }, [editor, text])
  return blank
}

/** Tells the history where the caret is. */
export function useReportedCaret(editor: Editor, place: string): void {
  const caret = useCaretReport(place)
  useEffect(() => {
    const onTransaction = ({ transaction }: { readonly transaction: Transaction }) => {
      const { head } = editor.state.selection
      const typed = transaction.docChanged && transaction.getMeta(FROM_WORKBOOK) !== true
      if (typed) caret.typed(head)
      else if (transaction.selectionSet) caret.moved(head)
    }
    caret.moved(editor.state.selection.head)
    editor.on('transaction', onTransaction)
    return () => {
      editor.off('transaction', onTransaction)
    }
  }, [editor, caret])
}

/** Nothing but an empty paragraph; an empty list is something. */
const isBlank = ({ state: { doc } }: Editor): boolean => doc.childCount === 1 && doc.content.size === 2
