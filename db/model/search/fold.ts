/**
 * Text as it is compared in a search: lower case; æ, ø and å are letters of their own, written in any of their ways
 * (aa, ä, ö, a with a ring as two characters); other accents do not count; soft hyphens are not there.
 * SQLite can do none of this for Danish, so both sides are folded here.
 */
export function fold(text: string): string {
  const lower = text.normalize('NFC').toLowerCase()
  return isPlain(lower) ? lower.replaceAll('aa', 'å') : foldLetters(lower)
}

/** Nearly all text: nothing in it but letters that stay as they are. */
const isPlain = (lower: string): boolean => !/[^\n -~æøå]/.test(lower)

function foldLetters(lower: string): string {
  return lower
    .replaceAll(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replaceAll('ä', 'æ')
    .replaceAll('ö', 'ø')
    .replaceAll('ς', 'σ')
    .replaceAll(/[^\n -~æøå]/g, (letter) => withoutAccents(letter))
    .replaceAll('aa', 'å')
}

const withoutAccents = (letter: string): string => letter.normalize('NFD').replaceAll(/\p{M}/gu, '')

/** The words of a text, folded: letters and digits that stand together. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** A text as it is compared, and where each of its characters comes from. */
export interface FoldedText {
  readonly folded: string
  /** For each UTF-16 unit of `folded` the offset in the text of the letter it stands for; last the text's length. */
  readonly offsets: readonly number[]
}

/** As `fold`, letter by letter, to find in the text what was found in its folded form. */
export function foldWithOffsets(text: string): FoldedText {
  const letters: string[] = []
  const offsets: number[] = []
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const folded = fold(letter)
    if (folded === 'a' && letters.at(-1) === 'a') letters[letters.length - 1] = 'å'
    else {
      for (const unit of folded.split('')) {
        letters.push(unit)
        offsets.push(index)
      }
    }
  }
  return { folded: letters.join(''), offsets: [...offsets, text.length] }
}
