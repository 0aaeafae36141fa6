import type { Editor } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { toEditor } from './convert.ts'

/** Marks what nobody typed; it is TipTap's name for an edit that is not told of. */
export const FROM_WORKBOOK = 'preventUpdate'

/**
 * Shows another text in the editor, because the workbook holds another than what was typed: by an undo, or since a colleague's
 * words came in. The caret stays in its paragraph where that is still there, and goes else to the end of what is different;
 * nobody is told of an edit.
 */
export function replaceContent(editor: Editor, text: RichText): void {
  const { state, view } = editor
  const before = state.doc.content
  const after = state.schema.nodeFromJSON(toEditor(text)).content
  const start = before.findDiffStart(after)
  if (start === null) return
  const end = before.findDiffEnd(after)
  const transaction = state.tr.replaceWith(0, before.size, after)
  const caret = caretIn(transaction.doc, state.selection.$head) ?? Math.max(start, end?.b ?? start)
  transaction.setSelection(
    TextSelection.near(transaction.doc.resolve(Math.min(caret, transaction.doc.content.size)), -1),
  )
  view.dispatch(transaction.setMeta(FROM_WORKBOOK, true))
}

/** Where the caret stands in the paragraph or list that it stood in; null where that is not there any more. */
function caretIn(doc: Node, head: ResolvedPos): number | null {
  if (head.depth === 0) return null
  const block = head.node(1)
  let caret: number | null = null
  doc.forEach((node, offset) => {
    if (node.eq(block)) caret ??= offset + head.pos - head.before(1)
  })
  return caret
}
