/** A word, a number or a single sign, in small letters. `close` = no space stands before it. */
export interface Token {
  readonly text: string
  readonly close: boolean
}

/** The longest time expression has far fewer; what has more is prose and is not parsed at all. */
const mostTokens = 60

const dashes = /[\u2010-\u2015\u2212]/gu
const invisible = /[\u00ad\u200b\u2060\ufeff]/gu
const tokenPattern = /(\s*)(\p{L}+|\d+|\S)/gu
const leadingSigns = new Set(['-', '•', '·', '*', '.', ',', ':', ';'])
const trailingSigns = new Set(['.', ',', ':', ';', '!', '?', '…', '*'])

/**
 * The tokens of a text: any letter case, any dash and any white space come out alike; signs that only surround the
 * expression (bullets, a full stop, brackets) are gone. Empty when the text is too long to be a time expression.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const uniform = text.normalize('NFC').toLowerCase().replace(invisible, '').replace(dashes, '-')
  for (const [, space, word] of uniform.trim().matchAll(tokenPattern)) {
    if (tokens.length === mostTokens) return []
    tokens.push({ text: word ?? '', close: space === '' })
  }
  return withoutSurroundings(tokens)
}

function withoutSurroundings(tokens: readonly Token[]): readonly Token[] {
  let first = 0
  let last = tokens.length
  while (first < last && leadingSigns.has(tokens[first]?.text ?? '')) first += 1
  while (last > first && trailingSigns.has(tokens[last - 1]?.text ?? '')) last -= 1
  const inBrackets = tokens[first]?.text === '(' && tokens[last - 1]?.text === ')'
  return inBrackets ? tokens.slice(first + 1, last - 1) : tokens.slice(first, last)
}
