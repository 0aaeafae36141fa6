import type { FileGuess } from '../model/errors.ts'

/** What a file that is no database seems to be, from its first bytes (8 kB are plenty). */
export function guessFile(start: Buffer): FileGuess {
  if (start.subarray(0, 5).equals(PDF)) return 'pdf'
  if (start.subarray(0, 4).equals(ZIP)) return start.includes('word/') ? 'word' : 'unknown'
  if (start.includes(0)) return 'unknown'
  const text = decode(start)
  if (text === null) return 'unknown'
  return /^\uFEFF?\s*[{[]/.test(text) ? 'json' : 'text'
}

const PDF = Buffer.from('%PDF-')
const ZIP = Buffer.from('PK\u0003\u0004')

/** Null when the bytes are no UTF-8; a character that is cut off at the end does no harm. */
function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}
