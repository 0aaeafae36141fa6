import { type Editor, getMarkRange } from '@tiptap/core'
import { normaliseAddress } from '../../../db/model/rich-text/characters.ts'

/** A link of the editor's text, or the place where one may be put. */
export interface LinkPlace {
  readonly from: number
  readonly to: number
  /** '' = there is no link yet */
  readonly address: string
  readonly shown: string
}

/** The link that the caret stands in, or else what is selected. */
export function linkAt({ state, schema }: Editor): LinkPlace {
  const { selection, doc } = state
  const type = schema.marks.link
  const range = type ? getMarkRange(selection.$from, type) : undefined
  const { from, to } = range ?? selection
  const mark = range && doc.nodeAt(from)?.marks.find((each) => each.type === type)
  const href: unknown = mark?.attrs.href
  return { from, to, address: typeof href === 'string' ? href : '', shown: doc.textBetween(from, to, ' ') }
}

const WITH_SCHEME = /^(?:https?:\/\/[^\s/]+|mailto:[^\s@]+@[^\s@]+)/i
const MAIL = /^[^\s/@:]+@[^\s/@:]+\.[^\s/@:]+$/
/** A host with a dot in its name, and what may follow it. */
const WEB = /^[^\s/:@?#]+\.[^\s/:@?#.]+(?::\d+)?(?:[/?#]\S*)?$/

/** The address to write for what was typed, its scheme added where it lacks one; null for what a document may not link to. */
export function addressOf(typed: string): string | null {
  const written = normaliseAddress(typed)
  if (written === undefined || /\s/.test(written)) return null
  if (WITH_SCHEME.test(written)) return written
  if (MAIL.test(written)) return `mailto:${written}`
  return WEB.test(written) ? `https://${written}` : null
}

/** Makes the place a link. Its formatting stays unless its words are changed. */
export function setLink(
  editor: Editor,
  { from, to, shown: before }: LinkPlace,
  href: string,
  shown: string,
): void {
  const type = editor.schema.marks.link
  if (!type) return
  const { tr } = editor.state
  const words = shown.trim() === '' ? before || href : shown
  const kept = words === before && from < to
  if (!kept) tr.insertText(words, from, to)
  const end = kept ? to : from + words.length
  tr.removeMark(from, end, type).addMark(from, end, type.create({ href })).removeStoredMark(type)
  editor.view.dispatch(tr)
}

/** Leaves the words of a link, without it. */
export function removeLink(editor: Editor, { from, to }: LinkPlace): void {
  const type = editor.schema.marks.link
  if (type) editor.view.dispatch(editor.state.tr.removeMark(from, to, type))
}
