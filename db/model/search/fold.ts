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
    .replaceAll(/[^\n -~æøå]/g, (letter) => withoutAccents(letter))
    .replaceAll('aa', 'å')
}

const withoutAccents = (letter: string): string => letter.normalize('NFD').replaceAll(/\p{M}/gu, '')

/** The words of a text, folded: letters and digits that stand together. */
export const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
