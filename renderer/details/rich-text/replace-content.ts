import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { toEditor } from './convert.ts'

/** Marks what nobody typed; it is TipTap's name for an edit that is not told of. */
export const FROM_WORKBOOK = 'preventUpdate'

/**
 * Shows another text in the editor, because the workbook holds another than what was typed (an undo). The caret goes to the end
 * of what is different; nobody is told of an edit.
 */
export function replaceContent(editor: Editor, text: RichText): void {
  const { state, view } = editor
  const before = state.doc.content
  const after = state.schema.nodeFromJSON(toEditor(text)).content
  const start = before.findDiffStart(after)
  if (start === null) return
  const end = before.findDiffEnd(after)
  const transaction = state.tr.replaceWith(0, before.size, after)
  const caret = Math.min(Math.max(start, end?.b ?? start), transaction.doc.content.size)
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(caret), -1))
  view.dispatch(transaction.setMeta(FROM_WORKBOOK, true))
}
