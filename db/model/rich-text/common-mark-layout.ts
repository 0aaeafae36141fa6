import { isPunctuation, isWhiteSpace } from './characters.ts'
import { SEPARATOR } from './common-mark-grammar.ts'
import { type Marks, sharedMarks } from './normalise.ts'
import type { Inline } from './rich-text.ts'

/** A piece of a paragraph's source: text as typed, in which markup characters may need escapes, or markup. */
export interface Piece {
  readonly source: string
  readonly literal: boolean
  readonly inLink: boolean
}

type Mark = keyof Marks

/** Of marks that end together, the first stands outermost. */
const MARKS: readonly Mark[] = ['bold', 'italic', 'link']

interface Stretch {
  readonly source: string
  readonly literal: boolean
  readonly marks: Marks
}

/**
 * Puts the delimiters of the marks around the text. CommonMark reads a delimiter by the characters at its
 * sides and cannot tell some neighbours apart; there a separator goes between. `fenced` puts one on each
 * side of each delimiter and writes italic as `_`, so that none can be misread.
 */
export function layOut(content: readonly Inline[], fenced: boolean): readonly Piece[] {
  const stretches = stretchesOf(content)
  const ends = markEnds(stretches)
  const pieces: Piece[] = []
  const open: Mark[] = []
  stretches.forEach((stretch, index) => {
    const { source, literal, marks } = stretch
    const before = stretches[index - 1]
    const firstChanged = open.findIndex((mark) => marks[mark] !== before?.marks[mark])
    const closing = firstChanged < 0 ? [] : open.splice(firstChanged).toReversed()
    const opening = MARKS.filter((mark) => marks[mark] !== undefined && !open.includes(mark)).toSorted(
      (a, b) => (ends[index]?.[b] ?? 0) - (ends[index]?.[a] ?? 0),
    )
    open.push(...opening)
    const joint: Joint = {
      closing: closing.map((mark) =>
        mark === 'link' ? closeLink(before?.marks.link ?? '') : delimiter(mark, fenced),
      ),
      opening: opening.map((mark) => (mark === 'link' ? '[' : delimiter(mark, fenced))),
      before: lastCharacter(before?.source ?? ''),
      after: firstCharacter(source),
    }
    const markup = fenced ? fence(joint) : separate(joint)
    pieces.push({ source: markup, literal: false, inLink: false })
    pieces.push({ source, literal, inLink: marks.link !== undefined })
  })
  return pieces.filter((piece) => piece.source !== '')
}

/** The runs and breaks, and an empty stretch at the end where every mark ends; a break has what its sides share. */
function stretchesOf(content: readonly Inline[]): readonly Stretch[] {
  let after: Marks = {}
  const marksAfter = content.toReversed().map((inline) => {
    if (inline.type === 'text') after = inline
    return after
  })
  let before: Marks = {}
  const stretches = content.map((inline): Stretch => {
    if (inline.type === 'break') {
      return { source: '\\\n', literal: false, marks: sharedMarks(before, marksAfter.pop() ?? {}) }
    }
    marksAfter.pop()
    before = inline
    return { source: inline.text, literal: true, marks: inline }
  })
  return [...stretches, { source: '', literal: true, marks: {} }]
}

type MarkEnds = Readonly<Record<Mark, number>>

/** For each stretch and each of its marks, the number of the last stretch that the mark reaches unbroken. */
function markEnds(stretches: readonly Stretch[]): readonly MarkEnds[] {
  const ends: MarkEnds[] = []
  for (const [index, { marks }] of [...stretches.entries()].toReversed()) {
    const next = stretches[index + 1]?.marks
    const after = ends.at(-1)
    const end = (mark: Mark): number => (after && next?.[mark] === marks[mark] ? after[mark] : index)
    ends.push({ bold: end('bold'), italic: end('italic'), link: end('link') })
  }
  return ends.toReversed()
}

function delimiter(mark: 'bold' | 'italic', fenced: boolean): string {
  if (mark === 'bold') return '**'
  return fenced ? '_' : '*'
}

function isDelimiter(markup: string | undefined): boolean {
  return markup !== undefined && /^[*_]/.test(markup)
}

/** `](address)`, the address in angle brackets where it could not stand bare. */
function closeLink(address: string): string {
  const escaped = address.replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
  return canStandBare(address) ? `](${escaped})` : `](<${escaped.replace(/[<>]/g, '\\$&')}>)`
}

/** CommonMark lets a reader give up on more parentheses in each other than these. */
const MOST_PARENTHESES = 32

function canStandBare(address: string): boolean {
  if (address.startsWith('<') || address.includes(' ')) return false
  let depth = 0
  for (const [parenthesis] of address.matchAll(/[()]/g)) {
    depth += parenthesis === '(' ? 1 : -1
    if (depth < 0 || depth > MOST_PARENTHESES) return false
  }
  return depth === 0
}

/** What closes and opens between two characters of the text; at the paragraph's ends a character is ''. */
interface Joint {
  readonly closing: readonly string[]
  readonly opening: readonly string[]
  readonly before: string
  readonly after: string
}

function fence({ closing, opening }: Joint): string {
  return [...closing, ...opening]
    .map((markup) => (isDelimiter(markup) ? SEPARATOR + markup + SEPARATOR : markup))
    .join('')
}

/** The markup of a joint, with separators where a delimiter could not close or open (CommonMark 0.31, section 6.2). */
function separate({ closing, opening, before, after }: Joint): string {
  const closes = closing.join('')
  const opens = opening.join('')
  const lead = isDelimiter(closing[0]) && isSpace(before) ? SEPARATOR : ''
  const trail = isDelimiter(opening.at(-1)) && isSpace(after) ? SEPARATOR : ''
  const beforeClosing = lastCharacter((lead || before) + closes.replace(/\*+$/, ''))
  const afterOpening = firstCharacter(opens.replace(/^\*+/, '') + (trail || after))
  const cannotClose =
    opening.length === 0 && isDelimiter(closing.at(-1)) && isPunctuation(beforeClosing) && isLetter(after)
  const cannotOpen =
    closing.length === 0 && isDelimiter(opening[0]) && isPunctuation(afterOpening) && isLetter(before)
  const wouldJoin = isDelimiter(closing.at(-1)) && isDelimiter(opening[0])
  const between = cannotClose || cannotOpen || wouldJoin ? SEPARATOR : ''
  return lead + closes + between + opens + trail
}

function isSpace(char: string): boolean {
  return char === '' || isWhiteSpace(char)
}

function isLetter(char: string): boolean {
  return !isSpace(char) && !isPunctuation(char)
}

/** The first code point, '' where there is none. */
function firstCharacter(text: string): string {
  return /^./su.exec(text)?.[0] ?? ''
}

/** The last code point, '' where there is none. */
function lastCharacter(text: string): string {
  return firstCharacter(
    /[\uD800-\uDBFF]/.test(text.charAt(text.length - 2)) ? text.slice(-2) : text.slice(-1),
  )
}
