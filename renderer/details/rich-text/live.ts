import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { create } from 'zustand'

/** Where the caret goes when a text becomes editable: to a position, or to a point of the page where she pressed. */
export type CaretWish = 'end' | number | { readonly left: number; readonly top: number }

/** The one text that is being edited; all others are drawn as they read. */
export interface Live {
  /** Name of the field, unique in the window. */
  readonly field: string | null
  readonly caret: CaretWish
  /** Its editor, once it is drawn. */
  readonly editor: Editor | null
  /** Whether the address of a link is asked for. */
  readonly linking: boolean
  /** The field that has the focus without being edited, because Escape left it. */
  readonly resting: string | null
}

const none: Live = { field: null, caret: 'end', editor: null, linking: false, resting: null }

export const useLive = create<Live>(() => none)

/** Makes a field editable, or puts the caret into the one that is so. Without a position, a caret that stands in it stays. */
export function goLive(field: string, caret: CaretWish): void {
  const live = useLive.getState()
  if (live.field !== field || !live.editor) useLive.setState({ ...none, field, caret })
  else if (typeof caret === 'number' || !live.editor.isFocused) putCaret(live.editor, caret)
}

/** Ends the editing of a field; of another one nothing is changed. */
export function endLive(field: string): void {
  const live = useLive.getState()
  if (live.field === field) useLive.setState(none)
}

/** Ends the editing and keeps the focus on the field as a whole. */
export const restOn = (field: string): void => useLive.setState({ ...none, resting: field })

export const endRest = (field: string): void => {
  if (useLive.getState().resting === field) useLive.setState({ resting: null })
}

/** The field's editor has been drawn. */
export const showEditor = (field: string, editor: Editor): void => {
  if (useLive.getState().field === field) useLive.setState({ editor })
}

export const askForLink = (): void => useLive.setState({ linking: true })
export const endLink = (): void => useLive.setState({ linking: false })

/** Focuses the editor at once: TipTap's own command waits a frame, and what is typed meanwhile would be lost. */
export function putCaret(editor: Editor, caret: CaretWish): void {
  const { size } = editor.state.doc.content
  if (typeof caret === 'object') {
    const at = editor.view.posAtCoords(caret)?.pos ?? size
    editor.commands.setTextSelection(at)
    editor.view.focus()
    selectWhileDragging(editor, at)
    return
  }
  editor.commands.setTextSelection(caret === 'end' ? size : Math.min(caret, size))
  editor.view.focus()
  editor.commands.scrollIntoView()
}

/** The press that opened the editor began outside it, so the browser does not select as the pointer moves on. */
function selectWhileDragging({ view }: Editor, anchor: number): void {
  const over = new AbortController()
  const { signal } = over
  const move = ({ buttons, clientX, clientY }: MouseEvent) => {
    const head = view.isDestroyed || buttons !== 1 ? null : view.posAtCoords({ left: clientX, top: clientY })
    if (!head) return
    const { doc, tr } = view.state
    view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head.pos))))
  }
  document.addEventListener('mousemove', move, { signal })
  document.addEventListener('mouseup', () => over.abort(), { signal })
}

/** Marks the toolbar and what belongs to it: focus that goes there has not left the text. */
export const TOOLS = 'data-rich-tools'

/** Whether a focus that moves there stays with the text that is edited. */
export const staysWithText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`[${TOOLS}], .ProseMirror`) !== null
