import { Editor } from '@tiptap/core'
import { type Fragment, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { MAX_LIST_DEPTH } from '../../../db/model/rich-text/normalise.ts'
import type { RichText } from '../../../db/model/rich-text/rich-text.ts'
import { readBlocks } from '../../paste/read-clipboard.ts'
import { toRichText } from '../../paste/to-rich-text.ts'
import { toEditor } from './convert.ts'
import { askForLink, TOOLS, useLive } from './live.ts'
import { extensions, typedSigns } from './schema.ts'

interface EditorOptions {
  readonly text: RichText
  readonly attributes: Readonly<Record<string, string>>
  /** Escape was pressed. */
  readonly onLeave: () => void
}

/** An editor that is not drawn yet. It adds no styles to the page and keeps no history. */
export const newEditor = ({ text, attributes, onLeave }: EditorOptions): Editor => {
  // Before she has done anything in the text, Tab only passes through the form and must not move its points.
  let touched = typeof useLive.getState().caret === 'object'
  const editor: Editor = new Editor({
    element: null,
    extensions,
    content: toEditor(text),
    injectCSS: false,
    enableInputRules: typedSigns,
    enablePasteRules: false,
    editorProps: {
      attributes: { ...attributes },
      // ProseMirror would spend these keys, even without a history; true leaves them to the window.
      handleDOMEvents: {
        keydown: (view, event) => {
          readSelection()
          forgetFocus(view)
          return isUndoOrRedo(event) || (event.key === 'Tab' && !touched)
        },
        mousedown: () => {
          touched = true
        },
      },
      handleKeyDown: (_, event) => {
        touched ||= !passing.has(event.key)
        return pressed(editor, event, onLeave)
      },
      handlePaste: paste,
    },
  })
  return editor
}

/**
 * Browsers move the caret at once and tell of it a moment later; a key that follows within that moment would be about where the
 * caret was before. ProseMirror reads the selection when it is told.
 */
const readSelection = (): boolean => document.dispatchEvent(new Event('selectionchange'))

/**
 * ProseMirror takes a caret that comes to the very beginning soon after the focus for a whim of the browser, and puts it back. After
 * a key it is where she wants it. There is no public way to say so.
 */
function forgetFocus(view: EditorView): void {
  const { input } = view as unknown as { readonly input?: { lastFocus: number } }
  if (input) input.lastFocus = 0
}

const isUndoOrRedo = ({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && /^[zy]$/i.test(key)

/** Keys by which one only passes by. */
const passing: ReadonlySet<string> = new Set(['Tab', 'Shift'])

/** Keys that mean something else here than in the rest of the window. Answers whether the key is spent. */
function pressed(editor: Editor, event: KeyboardEvent, onLeave: () => void): boolean {
  const control = (event.ctrlKey || event.metaKey) && !event.altKey
  if (event.isComposing) return false
  if (event.key === 'Escape') onLeave()
  else if (event.key === 'F10' && event.altKey) enterToolbar()
  else if (control && event.key.toLowerCase() === 'k') askForLink()
  else if (control && event.key.toLowerCase() === 'u') return true
  else if (event.key === 'Tab' && !control && !event.altKey && isInList(editor)) {
    if (event.shiftKey) outdent(editor)
    else indent(editor)
    event.preventDefault()
  } else return false
  // The rest of the window listens to the same keys.
  event.stopPropagation()
  return true
}

function enterToolbar(): void {
  document.querySelector<HTMLElement>(`[${TOOLS}] button:not(:disabled)`)?.focus()
}

export const isInList = (editor: Editor): boolean => editor.isActive('listItem')

/** One level deeper, as deep as a document can number. */
export function indent(editor: Editor): boolean {
  const { $from } = editor.state.selection
  const lists = Array.from({ length: $from.depth }, (_, depth) => $from.node(depth + 1))
  const depth = lists.filter(({ type }) => type.name === 'listItem').length
  return depth < MAX_LIST_DEPTH && editor.commands.sinkListItem('listItem')
}

export const outdent = (editor: Editor): boolean => editor.commands.liftListItem('listItem')

/** What other programs copied, cleaned; what this editor copied, it understands best itself. */
function paste(view: EditorView, event: ClipboardEvent): boolean {
  const data = event.clipboardData
  if (!data || data.getData('text/html').includes('data-pm-slice')) return false
  const text = toRichText(readBlocks((type) => data.getData(type)))
  if (text.length === 0) return false
  const { content } = view.state.schema.nodeFromJSON(toEditor(text))
  view.dispatch(view.state.tr.replaceSelection(openSlice(content)).scrollIntoView())
  return true
}

/** The first and the last paragraph join the text around the caret; lists in between stay lists. */
function openSlice(content: Fragment): Slice {
  const isText = (node: Fragment['firstChild']) => (node?.type.name === 'paragraph' ? 1 : 0)
  return new Slice(content, isText(content.firstChild), isText(content.lastChild))
}
