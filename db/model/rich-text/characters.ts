/**
 * The text with what no workbook and no document can hold made harmless: NUL and lone surrogates become
 * U+FFFD, and every line end is "\n". All other characters stay.
 */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\r\n?/g, '\n')
}

/** Whether the database and a Word document can hold the text: no NUL, no lone surrogate. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** White space as CommonMark counts it (0.31, section 2.1, and the vertical tab, as markdown-it has it). */
export function isWhiteSpace(char: string): boolean {
  return /^[\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]$/.test(char)
}

/** Can be escaped with a backslash (CommonMark 0.31, section 2.4). */
export function isAsciiPunctuation(char: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(char)
}

/** Punctuation as CommonMark's rules for emphasis count it: Unicode's punctuation and symbols. */
export function isPunctuation(char: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(char)
}

/** Schemes that run something instead of showing something. */
const REFUSED_SCHEME = /^(?:javascript|vbscript|file|data):/i

/**
 * An address as written, without control characters and surrounding white space (a browser ignores them,
 * and they could hide a scheme); `undefined` where nothing may be linked to.
 */
export function normaliseAddress(address: string): string | undefined {
  const written = storable(address)
    .replace(/\p{Cc}/gu, '')
    .trim()
  return written === '' || REFUSED_SCHEME.test(written) ? undefined : written
}
