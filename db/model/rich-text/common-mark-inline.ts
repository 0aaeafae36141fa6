import type { Token } from 'markdown-it'
import { isAsciiPunctuation } from './characters.ts'
import { inlineTokens } from './common-mark-grammar.ts'
import { layOut, type Piece } from './common-mark-layout.ts'
import { normaliseContent } from './normalise.ts'
import type { Inline, TextRun } from './rich-text.ts'

/** A paragraph's content from its tokens, in the normal form. */
export function readInline(tokens: readonly Token[]): readonly Inline[] {
  const content: Inline[] = []
  const depth = { strong: 0, em: 0 }
  let link: { readonly token: Token; readonly start: number } | undefined
  const add = (text: string): void => {
    const address = link?.token.attrGet('href')
    content.push(run(text, { depth, ...(typeof address === 'string' && { link: address }) }))
  }
  for (const token of tokens) {
    if (token.type === 'text') add(token.content)
    else if (token.type === 'softbreak') add('\n')
    else if (token.type === 'hardbreak') content.push({ type: 'break' })
    else if (token.tag === 'strong') depth.strong += token.nesting
    else if (token.tag === 'em') depth.em += token.nesting
    else if (token.type === 'link_open') link = { token, start: content.length }
    else if (token.type === 'link_close' && link) {
      const { token: opening, start } = link
      link = undefined
      if (!holdsLink(content.slice(start))) content.splice(start, Infinity, run(opening.content, { depth }))
    }
  }
  return normaliseContent(content)
}

/** A link around nothing visible would be lost, and with it what somebody typed as its address. */
function holdsLink(content: readonly Inline[]): boolean {
  return normaliseContent(content).some((inline) => inline.type === 'text' && inline.link !== undefined)
}

function run(
  text: string,
  { depth, link }: { depth: { strong: number; em: number }; link?: string },
): TextRun {
  return {
    type: 'text',
    text,
    ...(depth.strong > 0 && { bold: true }),
    ...(depth.em > 0 && { italic: true }),
    ...(link !== undefined && { link }),
  }
}

/** What of a paragraph's literal text is escaped though nothing has misread it yet. */
type Caution = (char: string, piece: Piece) => boolean

/** From the prettiest way to write to the one that cannot be misread. */
const ATTEMPTS: readonly { readonly fenced: boolean; readonly caution: Caution }[] = [
  { fenced: false, caution: () => false },
  { fenced: false, caution: (char, piece) => piece.inLink && '[]'.includes(char) },
  { fenced: false, caution: () => true },
  { fenced: true, caution: () => true },
]

/** CommonMark of a paragraph's content, which must be in the normal form, as it reads inside a line. */
export function formatInline(content: readonly Inline[]): string {
  let source = ''
  for (const { fenced, caution } of ATTEMPTS) {
    const pieces = layOut(content, fenced)
    const attempt = escapeMisread(pieces, caution)
    source = attempt.source
    if (sameContent(readInline(attempt.tokens), content)) break
  }
  return source
}

function sameContent(a: readonly Inline[], b: readonly Inline[]): boolean {
  return a.length === b.length && a.every((inline, index) => sameInline(inline, b[index]))
}

function sameInline(a: Inline, b: Inline | undefined): boolean {
  if (a.type === 'break' || b?.type !== 'text') return a.type === b?.type
  return a.text === b.text && a.bold === b.bold && a.italic === b.italic && a.link === b.link
}

/** An escape can lay bare the next thing that would be misread; real texts take one round. */
const MOST_ROUNDS = 4

/** Escapes the literal characters that are taken for markup as long as nothing is. */
function escapeMisread(
  pieces: readonly Piece[],
  caution: Caution,
): { source: string; tokens: readonly Token[] } {
  const escaped = new Set<number>()
  for (let round = 1; ; round++) {
    const { source, unescaped } = write(pieces, escaped, caution)
    const tokens = inlineTokens(source)
    const misread = markupOffsets(tokens).flatMap((offset) => unescaped.get(offset) ?? [])
    if (misread.length === 0 || round === MOST_ROUNDS) return { source, tokens }
    for (const index of misread) escaped.add(index)
  }
}

/** Where in the source a character was read as markup. */
function markupOffsets(tokens: readonly Token[]): readonly number[] {
  return tokens.flatMap((token) => {
    const offset = token.meta?.offset
    if (token.type === 'text' || typeof offset !== 'number') return []
    // markdown-it keeps the inner of a strong delimiter's two characters.
    return token.tag === 'strong' ? [offset, offset - token.nesting] : [offset]
  })
}

/**
 * The source of the pieces. `unescaped` tells, by their offset in the source, which of the literal
 * characters stand there as they are that could be markup; characters are known by their number.
 */
function write(
  pieces: readonly Piece[],
  escaped: ReadonlySet<number>,
  caution: Caution,
): { source: string; unescaped: ReadonlyMap<number, number> } {
  const unescaped = new Map<number, number>()
  let source = ''
  let number = 0
  pieces.forEach((piece, at) => {
    if (!piece.literal) {
      source += piece.source
      return
    }
    const following = pieces[at + 1]?.source.charAt(0) ?? ''
    let written = 0
    for (const match of piece.source.matchAll(/[\\!*_[\]]/g)) {
      const [char] = match
      const next = piece.source.charAt(match.index + 1)
      source += piece.source.slice(written, match.index)
      written = match.index + 1
      number++
      if (
        needsEscape(char, next, following) ||
        escaped.has(number) ||
        ('*_[]'.includes(char) && caution(char, piece))
      ) {
        source += '\\'
      } else {
        unescaped.set(source.length, number)
      }
      source += char
    }
    source += piece.source.slice(written)
  })
  return { source, unescaped }
}

/** A backslash that would escape or break, an exclamation mark that would make a link an image. */
function needsEscape(char: string, next: string, following: string): boolean {
  if (char === '\\') return isAsciiPunctuation(next || following) || (next || following) === '\n'
  return char === '!' && next === '' && following === '['
}
