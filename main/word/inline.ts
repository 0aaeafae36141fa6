import { ConcreteHyperlink, type ParagraphChild, SoftHyphen, Tab, TextRun } from 'docx'
import { printable, stretchesOf } from '../../db/model/report/printable.ts'
import type { Inline, TextRun as Run } from '../../db/model/rich-text/rich-text.ts'
import type { Writing } from './writing.ts'

/**
 * Runs of text as Word's: bold, italic, links and hard breaks. An address that a document may not hold does not
 * become a link.
 */
export function inlineRuns(content: readonly Inline[], writing: Writing, style?: string): ParagraphChild[] {
  return stretchesOf(content).flatMap(({ link, inlines }): ParagraphChild[] => {
    const id = link === undefined ? undefined : writing.relationship(link)
    const runs = inlines.map((inline) =>
      inline.type === 'break'
        ? new TextRun({ break: 1 })
        : textRun(inline.text, { ...marks(inline), ...styled(id === undefined ? style : 'Hyperlink') }),
    )
    return id === undefined ? runs : [new ConcreteHyperlink(runs, id)]
  })
}

/** A run of plain text in a character style. */
export const plainRun = (text: string, style?: string): TextRun => textRun(text, styled(style))

const styled = (style: string | undefined) => (style === undefined ? {} : { style })

const marks = (run: Run) => ({
  ...(run.bold ? { bold: true } : {}),
  ...(run.italic ? { italics: true } : {}),
})

interface RunLook {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly style?: string
}

/** Word has elements of its own for tabs and soft hyphens. */
function textRun(text: string, look: RunLook): TextRun {
  const children = printable(text)
    .split(/([\t\u00AD])/u)
    .filter((part) => part !== '')
    .map((part) => (part === '\t' ? new Tab() : part === '\u00AD' ? new SoftHyphen() : part))
  return new TextRun({ ...look, children })
}
