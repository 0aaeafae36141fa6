import type { RichText } from '../../db/model/rich-text/rich-text.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import type { Heading, Sheet } from './report/report.ts'

/** The line of a heading as the table of contents repeats it. */
export function headingTitle({ number, text, beside }: Heading): string {
  const numbered = number === undefined ? text : `${number} ${text}`
  return beside === undefined ? numbered : `${numbered}${beside.sign}${lineOf(beside.text)}`
}

/** "Indsats: En stærk organisation" */
export const sheetTitle = ({ label, title }: Sheet): string => documentTexts.sheetCaption(label, title)

/** The beginning of a title where the whole one would crowd a running line. */
export function shortened(title: string, longest: number): string {
  const characters = [...title]
  return characters.length <= longest ? title : `${characters.slice(0, longest).join('').trimEnd()}…`
}

/** Rich text on one line. */
export function lineOf(text: RichText): string {
  return text
    .map((block) =>
      block.type === 'paragraph'
        ? block.content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
        : block.items.map((item) => lineOf(item.blocks)).join(' '),
    )
    .join(' ')
}
