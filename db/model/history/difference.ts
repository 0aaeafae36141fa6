import { alikeGroups } from './alike-groups.ts'
import { commonPairs } from './common-pairs.ts'
import type { LineShape, TextLine } from './lines.ts'
import { LINE_END, type Piece, type Side, wordDifference, wordsOfLine } from './words.ts'

/** A line of the difference: of a line that stands in both texts, its pieces say what was changed in it. */
export interface DifferenceLine {
  readonly side: Side
  /** As it stands after, or where it went, as it stood before. */
  readonly shape: LineShape
  /** How it stood before, where it stands in both and has become or left an item of a list. */
  readonly shapeBefore: LineShape | null
  readonly pieces: readonly Piece[]
  /** Where the end of the line stands: it came where a paragraph was cut, and went where two were put together. */
  readonly end: Side
}

/**
 * What came and what went between two texts, given line by line (`linesOf`): paragraphs are laid beside each other first, then
 * their words. Without what came it is the text before, without what went the text after.
 */
export function difference(
  before: readonly TextLine[],
  after: readonly TextLine[],
): readonly DifferenceLine[] {
  const lines: DifferenceLine[] = []
  let [x, y] = [0, 0]
  for (const [a, b] of [
    ...commonPairs(before.map(signature), after.map(signature)),
    [before.length, after.length] as const,
  ]) {
    lines.push(...rewritten(before.slice(x, a), after.slice(y, b)))
    const line = after[b]
    if (line) lines.push(only('both', line))
    ;[x, y] = [a + 1, b + 1]
  }
  return lines
}

/** Whether anything differs at all. */
export const isChanged = (lines: readonly DifferenceLine[]): boolean => lines.some(isChangedLine)

export const isChangedLine = ({ side, shapeBefore, pieces, end }: DifferenceLine): boolean =>
  side !== 'both' || shapeBefore !== null || end !== 'both' || pieces.some((piece) => piece.side !== 'both')

const signature = ({ shape: { depth, mark }, content }: TextLine): string =>
  JSON.stringify([depth, mark, content])

const only = (side: Side, { shape, content }: TextLine): DifferenceLine => ({
  side,
  shape,
  shapeBefore: null,
  pieces: content.map((stretch) => ({ ...stretch, side })),
  end: 'both',
})

/** Lines that are the same, rewritten. */
function alike(before: readonly TextLine[], after: readonly TextLine[]): readonly DifferenceLine[] {
  const lines: DifferenceLine[] = []
  const pieces = wordDifference(before.map(contentOf), after.map(contentOf))
  let [x, y] = [0, 0]
  let began: Side = 'both'
  for (let from = 0; from <= pieces.length; ) {
    const next = pieces.findIndex(({ text }, index) => index >= from && text === LINE_END)
    const to = next < 0 ? pieces.length : next
    const end = pieces[next]?.side ?? 'both'
    lines.push({ side: 'both', ...shapesOf(began, before[x], after[y]), pieces: pieces.slice(from, to), end })
    if (end !== 'came') x += 1
    if (end !== 'went') y += 1
    began = end
    from = to + 1
  }
  return lines
}

const contentOf = ({ content }: TextLine) => content

/** How a line stands that began where one ended on both sides, or only on one of them. */
function shapesOf(
  began: Side,
  before: TextLine | undefined,
  after: TextLine | undefined,
): Pick<DifferenceLine, 'shape' | 'shapeBefore'> {
  const [was, is] = [
    began === 'came' ? undefined : before?.shape,
    began === 'went' ? undefined : after?.shape,
  ]
  const isMoved = was && is && (was.depth !== is.depth || was.mark !== is.mark)
  return { shape: is ?? was ?? { depth: 0, mark: 'none', number: null }, shapeBefore: isMoved ? was : null }
}

/** Lines of which none is the same: those that are alike are one line, rewritten; the others went or came. */
function rewritten(went: readonly TextLine[], came: readonly TextLine[]): readonly DifferenceLine[] {
  const lines: DifferenceLine[] = []
  let [x, y] = [0, 0]
  for (const { before, after } of alikeGroups(went.map(words), came.map(words))) {
    lines.push(...went.slice(x, before.from).map((line) => only('went', line)))
    lines.push(...came.slice(y, after.from).map((line) => only('came', line)))
    lines.push(...alike(went.slice(before.from, before.to), came.slice(after.from, after.to)))
    ;[x, y] = [before.to, after.to]
  }
  lines.push(...went.slice(x).map((line) => only('went', line)))
  lines.push(...came.slice(y).map((line) => only('came', line)))
  return lines
}

const words = ({ content }: TextLine): readonly string[] => wordsOfLine(content)
