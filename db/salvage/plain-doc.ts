import { storable } from '../model/rich-text/characters.ts'
import { normalise } from '../model/rich-text/normalise.ts'
import type { RichText } from '../model/rich-text/rich-text.ts'

const PARAGRAPH = /"type"\s*:\s*"paragraph"/
/** A run's text up to its end, or to where the bytes end. */
const TEXT = /"text"\s*:\s*"((?:[^"\\]|\\.)*)/gs

/**
 * The text that stands in a rich text which is broken: a paragraph for each that can be told apart, without formatting. What
 * was never one is kept as it is.
 */
export function plainDoc(broken: string): RichText {
  const paragraphs = broken
    .split(PARAGRAPH)
    .map((part) => Array.from(part.matchAll(TEXT), ([, text]) => unescaped(text ?? '')).join(''))
  const found = paragraphs.filter((text) => text !== '')
  return normalise((found.length > 0 ? found : [broken]).map(paragraph))
}

/** Text as paragraphs: one for each that an empty line sets apart. */
export const paragraph = (text: string): RichText[number] => ({
  type: 'paragraph',
  content: [{ type: 'text', text: storable(text) }],
})

/** A text as JSON writes it; one that JSON would not take is kept as it is written. */
function unescaped(text: string): string {
  try {
    const value: unknown = JSON.parse(`"${text.replaceAll(/\p{Cc}/gu, ' ')}"`)
    return String(value)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
