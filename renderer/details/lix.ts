import { detailsTexts } from '../../db/model/texts/window/details.ts'

export interface Figures {
  readonly words: number
  /** Björnsson's readability index, rounded; null without a word. */
  readonly lix: number | null
}

/** A word has so many letters before it counts as long. */
const LONG = 7

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*|\d+(?:[.,:/]\d+)*/gu

/**
 * Ends a sentence: full stop, colon, question or exclamation mark before white space; a full stop before a small letter
 * belongs to an abbreviation or a date.
 */
const SENTENCE_END = /[:?!…]+(?=\s|$)|\.+(?=\s+(?!\p{Ll})|$)/u

/**
 * Words and LIX of texts: words per sentence, and the percentage of words with more than six letters. A paragraph, an item of a
 * list and a hard break end a sentence too; they are lines in the texts.
 */
export function figuresOf(texts: readonly string[]): Figures {
  const sentences = texts
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => line.split(SENTENCE_END))
    .map((sentence) => sentence.match(WORD) ?? [])
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  if (words.length === 0) return { words: 0, lix: null }
  const long = words.filter((word) => lettersIn(word) >= LONG).length
  return {
    words: words.length,
    lix: Math.round(words.length / sentences.length + (100 * long) / words.length),
  }
}

const lettersIn = (word: string): number => word.match(/\p{L}/gu)?.length ?? 0

/** How hard a text of that LIX is to read, in a word. */
export function levelOf(lix: number): string {
  const { easy, fair, medium, hard, veryHard } = detailsTexts.figures.levels
  if (lix < 25) return easy
  if (lix < 35) return fair
  if (lix < 45) return medium
  return lix < 55 ? hard : veryHard
}
