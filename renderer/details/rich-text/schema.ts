import { Extension, Mark, wrappingInputRule } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { normaliseAddress } from '../../../db/model/rich-text/characters.ts'

/**
 * What a rich text may hold, and nothing more: paragraphs, lists, hard breaks, bold, italic and links. There is no
 * history here: undo is the workbook's.
 */
const text = StarterKit.configure({
  blockquote: false,
  code: false,
  codeBlock: false,
  dropcursor: false,
  gapcursor: false,
  heading: false,
  horizontalRule: false,
  link: false,
  strike: false,
  trailingNode: false,
  underline: false,
  undoRedo: false,
})

/** An address as written. A link in a text that is edited is never live, so it cannot lead anywhere by itself. */
const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => (mayBeLinkedTo(element) ? null : false) }],
  renderHTML: ({ HTMLAttributes: { href } }) => ['a', { href, title: href }, 0],
})

const mayBeLinkedTo = (element: HTMLElement): boolean =>
  normaliseAddress(element.getAttribute('href') ?? '') !== undefined

/** Lists numbered 1) 2) 3) beside those numbered 1. 2. 3. */
const delimiter = Extension.create({
  name: 'delimiter',
  addGlobalAttributes: () => [
    {
      types: ['orderedList'],
      attributes: {
        delimiter: {
          default: null,
          parseHTML: (element) => (element.dataset.delimiter === ')' ? ')' : null),
          renderHTML: ({ delimiter: sign }) => (sign === ')' ? { 'data-delimiter': ')' } : {}),
        },
      },
    },
  ],
  addInputRules() {
    const type = this.editor.schema.nodes.orderedList
    if (!type) return []
    const getAttributes = ([, start]: RegExpMatchArray) => ({ start: Number(start), delimiter: ')' })
    return [wrappingInputRule({ find: /^(\d{1,9})\)\s$/, type, getAttributes })]
  },
})

export const extensions = [text, link, delimiter]

/** Those whose signs become something as they are typed: `- `, `1. ` and `1) ` begin a list. */
export const typedSigns = ['bulletList', 'orderedList', 'delimiter']
