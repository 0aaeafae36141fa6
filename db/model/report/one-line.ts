import type { Inline, Paragraph, RichText } from '../rich-text/rich-text.ts'
import { documentTexts } from '../texts/documents.ts'
import type { Heading, Sheet } from './report.ts'

/** A paragraph's text, each hard break a line feed. Line feeds within the text are soft ones, blanks. */
export const textOf = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text.replaceAll('\n', ' ') : '\n')).join('')

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

/** Rich text as one paragraph, a blank between those that it had. */
export function onOneLine(text: RichText): Inline[] {
  return paragraphsIn(text)
    .filter(({ content }) => textOf(content).trim() !== '')
    .flatMap(({ content }, index) => [
      ...(index === 0 ? [] : [{ type: 'text' as const, text: ' ' }]),
      ...content,
    ])
}

const paragraphsIn = (text: RichText): Paragraph[] =>
  text.flatMap((block) =>
    block.type === 'paragraph' ? [block] : block.items.flatMap((item) => paragraphsIn(item.blocks)),
  )

/** Rich text as plain text on one line. */
export const lineOf = (text: RichText): string => textOf(onOneLine(text)).replaceAll('\n', ' ')
