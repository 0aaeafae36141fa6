import { ConcreteHyperlink, type ParagraphChild, SoftHyphen, Tab, TextRun } from 'docx'
import type { Inline, TextRun as Run } from '../../db/model/rich-text/rich-text.ts'
import type { Writing } from './writing.ts'

/** Runs of text as Word's: bold, italic, links and hard breaks. */
export function inlineRuns(content: readonly Inline[], writing: Writing, style?: string): ParagraphChild[] {
  return content.flatMap((inline): ParagraphChild[] => {
    if (inline.type === 'break') return [new TextRun({ break: 1 })]
    if (inline.link === undefined) return [textRun(inline.text, { ...marks(inline), ...styled(style) })]
    const id = writing.relationship(inline.link)
    if (id === undefined) return [textRun(withAddress(inline.text, inline.link), marks(inline))]
    return [new ConcreteHyperlink([textRun(inline.text, { ...marks(inline), style: 'Hyperlink' })], id)]
  })
}

/** A run of plain text in a character style. */
export const plainRun = (text: string, style?: string): TextRun => textRun(text, styled(style))

const styled = (style: string | undefined) => (style === undefined ? {} : { style })

const marks = (run: Run) => ({
  ...(run.bold ? { bold: true } : {}),
  ...(run.italic ? { italics: true } : {}),
})

/** An address that is not let out as a link is not lost either. */
const withAddress = (text: string, address: string): string =>
  text.includes(address) ? text : `${text} (${address})`

interface RunLook {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly style?: string
}

/** A line feed inside a run is a soft one, a blank; Word has elements of its own for tabs and soft hyphens. */
function textRun(text: string, look: RunLook): TextRun {
  const children = wordText(text)
    .split(/([\t\u00AD])/u)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? new Tab() : part === '\u00AD' ? new SoftHyphen() : part))
  return new TextRun({ ...look, children })
}

/** What XML cannot hold is taken out: control characters but the tab, lone surrogates, and non-characters. */
export function wordText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\n/gu, ' ')
    .replace(/(?!\t)\p{Cc}|[\uFFFE\uFFFF]/gu, '')
}
