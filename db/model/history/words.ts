import type { Marks } from '../rich-text/normalise.ts'
import { commonPairs } from './common-pairs.ts'

/** A stretch of text with the same marks; a hard break is a line end in it. */
export interface Stretch {
  readonly text: string
  readonly marks: Marks
}

/** Where something stands: in both texts, only in the one before, or only in the one after. */
export type Side = 'both' | 'went' | 'came'

export interface Piece extends Stretch {
  readonly side: Side
}

/** The text of a piece that stands for the end of a line; no text has it. */
export const LINE_END = '\u2029'

/**
 * What came and what went between texts of a line or several, by whole words. What stands on both sides gives the text before
 * together with what went, and the text after together with what came, character for character.
 */
export function wordDifference(
  before: readonly (readonly Stretch[])[],
  after: readonly (readonly Stretch[])[],
): readonly Piece[] {
  return joined(readable(segmentsOf(wordsInLines(before), wordsInLines(after))).flatMap(piecesOf))
}

/** The words of a line alone. */
export const wordsOfLine = (line: readonly Stretch[]): readonly string[] =>
  wordsIn(line)
    .map(({ text }) => text)
    .filter((text) => /[\p{L}\p{N}]/u.test(text))

/** A word or a sign, and the blanks after it, which do not count when words are compared. */
interface Word extends Stretch {
  readonly blanks: readonly Stretch[]
}

/** Blanks; a word, which may hold signs inside (»f.eks.«, »7,5«, »2027/28«, »og/eller«); any other sign. */
const PARTS = /(\s+)|[\p{L}\p{N}\p{M}]+(?:[-–'’.,:/][\p{L}\p{N}\p{M}]+)*|./gsu

function wordsIn(line: readonly Stretch[]): readonly Word[] {
  const words: (Stretch & { readonly blanks: Stretch[] })[] = []
  for (const { text, marks } of line) {
    for (const [part, blank] of text.matchAll(PARTS)) {
      const last = words.at(-1)
      if (blank === undefined) words.push({ text: part, marks, blanks: [] })
      else if (last) last.blanks.push({ text: blank, marks })
      // Blanks before the first word stand after none.
      else words.push({ text: '', marks: {}, blanks: [{ text: blank, marks }] })
    }
  }
  return words
}

/** White space is never a word, so the end of a line can be told from all that is. */
const wordsInLines = (lines: readonly (readonly Stretch[])[]): readonly Word[] =>
  lines.flatMap((line, index) => [
    ...(index === 0 ? [] : [{ text: LINE_END, marks: {}, blanks: [] }]),
    ...wordsIn(line),
  ])

const signature = ({ text, marks: { bold, italic, link } }: Stretch): string =>
  `${bold ? 'b' : ''}${italic ? 'i' : ''}${link === undefined ? '' : `[${link}]`} ${text}`

/** Words that both lines hold, each as it stands in the one and in the other; or what was put in the place of what. */
type Segment =
  | { readonly kind: 'both'; readonly words: readonly (readonly [before: Word, after: Word])[] }
  | { readonly kind: 'changed'; readonly went: readonly Word[]; readonly came: readonly Word[] }

function segmentsOf(before: readonly Word[], after: readonly Word[]): readonly Segment[] {
  const segments: Segment[] = []
  let [x, y] = [0, 0]
  const change = (toX: number, toY: number) => {
    if (toX === x && toY === y) return
    segments.push({ kind: 'changed', went: before.slice(x, toX), came: after.slice(y, toY) })
  }
  let run: (readonly [Word, Word])[] = []
  for (const [a, b] of commonPairs(before.map(signature), after.map(signature))) {
    const [one, other] = [before[a], after[b]]
    if (!one || !other) continue
    if (run.length === 0 || a > x || b > y) {
      change(a, b)
      run = []
      segments.push({ kind: 'both', words: run })
    }
    run.push([one, other])
    ;[x, y] = [a + 1, b + 1]
  }
  change(before.length, after.length)
  return segments
}

/**
 * Few words that happen to stand in both, between much that was changed, only make the difference hard to read: they are
 * taken for changed too where they are shorter than the changes on both their sides.
 */
function readable(segments: readonly Segment[]): readonly Segment[] {
  const kept: Segment[] = []
  for (const segment of segments) {
    kept.push(segment)
    for (let one = swallowed(kept); one; one = swallowed(kept)) kept.splice(-3, 3, one)
  }
  return kept
}

function swallowed(segments: readonly Segment[]): Segment | null {
  const [left, island, right] = segments.slice(-3)
  if (left?.kind !== 'changed' || island?.kind !== 'both' || right?.kind !== 'changed') return null
  const size = sizeOf(island.words.map(([word]) => word))
  const isSmall = [left, right].every(({ went, came }) => size < Math.max(sizeOf(went), sizeOf(came)))
  if (!isSmall) return null
  return {
    kind: 'changed',
    went: [...left.went, ...island.words.map(([word]) => word), ...right.went],
    came: [...left.came, ...island.words.map(([, word]) => word), ...right.came],
  }
}

const sizeOf = (words: readonly Word[]): number => words.reduce((sum, { text }) => sum + text.length, 0)

function piecesOf(segment: Segment): readonly Piece[] {
  if (segment.kind === 'both') {
    return segment.words.flatMap(([before, after]) => [
      on('both', after),
      ...blanksBetween(before.blanks, after.blanks),
    ])
  }
  const [went, came] = [segment.went, segment.came]
  const [lastWent, lastCame] = [went.at(-1), came.at(-1)]
  if (!lastWent || !lastCame) return [...onSide('went', went), ...onSide('came', came)]
  return [
    ...onSide('went', went.slice(0, -1)),
    on('went', lastWent),
    ...onSide('came', came.slice(0, -1)),
    on('came', lastCame),
    ...blanksBetween(lastWent.blanks, lastCame.blanks),
  ]
}

const on = (side: Side, { text, marks }: Stretch): Piece => ({ side, text, marks })

const onSide = (side: Side, words: readonly Word[]): readonly Piece[] =>
  words.flatMap((word) => [on(side, word), ...word.blanks.map((blank) => on(side, blank))])

const textOf = (stretches: readonly Stretch[]): string => stretches.map(({ text }) => text).join('')

function blanksBetween(before: readonly Stretch[], after: readonly Stretch[]): readonly Piece[] {
  return textOf(before) === textOf(after)
    ? after.map((blank) => on('both', blank))
    : [...before.map((blank) => on('went', blank)), ...after.map((blank) => on('came', blank))]
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.text === '') continue
    const isEnd = piece.text === LINE_END || last?.text === LINE_END
    if (last && !isEnd && last.side === piece.side && sameMarks(last.marks, piece.marks)) {
      result[result.length - 1] = { ...last, text: last.text + piece.text }
    } else result.push(piece)
  }
  return result
}

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.link === b.link
