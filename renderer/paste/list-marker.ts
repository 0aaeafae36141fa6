/** What stands before a list item: a bullet, or a number with its delimiter. */
export interface ListMarker {
  /** Absent = a bullet. */
  readonly number?: number
  readonly delimiter?: ')'
}

/** A number, letters or a Roman number, perhaps after those of the levels above ("1.2.a"), in brackets or before a sign. */
const numbered = /^\(?(?:[0-9]{1,9}[.:])*([0-9]{1,9}|[a-z]{1,6})([.):]?)$/iu

/**
 * Reads the sign before a list item; everything that counts nothing is a bullet. `i` and the like mean a letter or a
 * Roman number: `expected`, the number after the item before, decides where it can.
 */
export function readMarker(text: string, expected: number): ListMarker {
  const match = numbered.exec(text.replaceAll(/\s/g, ''))
  const [, sign = '', end = ''] = match ?? []
  const digits = /^[0-9]+$/.test(sign)
  // A lone "o" is Word's second bullet; letters count only before a sign.
  if (match === null || (!digits && end === '')) return {}
  const meanings = digits ? [Number(sign)] : meaningsOf(sign.toLowerCase())
  const number = meanings.includes(expected) ? expected : meanings[0]
  if (number === undefined) return {}
  return { number, ...(end === ')' && { delimiter: ')' }) }
}

/** The likelier meaning first. */
function meaningsOf(letters: string): readonly number[] {
  const roman = romanNumber(letters)
  const letter = letterNumber(letters)
  const asLetter = letter === null ? [] : [letter]
  if (roman === null) return asLetter
  return letters === 'i' || letters.length > 1 ? [roman, ...asLetter] : [...asLetter, roman]
}

/** a = 1, z = 26; Word goes on with aa = 27, bb = 28. */
function letterNumber(letters: string): number | null {
  const alike = [...letters].every((letter) => letter === letters[0])
  return alike ? (letters.length - 1) * 26 + letters.charCodeAt(0) - 96 : null
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
const romanForm = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/

function romanNumber(letters: string): number | null {
  if (!romanForm.test(letters)) return null
  const values = [...letters].map((letter) => romanDigits[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}
