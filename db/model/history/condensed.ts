import { type DifferenceLine, isChangedLine } from './difference.ts'

/** A line of a difference, or lines that were left out because nothing in them differs. */
export type CondensedLine =
  | { readonly kind: 'line'; readonly line: DifferenceLine }
  | { readonly kind: 'left-out'; readonly count: number }

/** Unchanged lines that stay on either side of a change, so that it is seen where it is. */
const CONTEXT = 1
/** Leaving out one line would save no room. */
const LEAST_LEFT_OUT = 2

/** What changed and a little around it. */
export function condensed(lines: readonly DifferenceLine[]): readonly CondensedLine[] {
  const isNear = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(isChangedLine),
  )
  const result: CondensedLine[] = []
  for (let index = 0; index < lines.length; ) {
    const next = isNear.indexOf(true, index)
    const count = (next < 0 ? lines.length : next) - index
    if (count >= LEAST_LEFT_OUT) {
      result.push({ kind: 'left-out', count })
      index += count
      continue
    }
    const line = lines[index]
    if (line) result.push({ kind: 'line', line })
    index += 1
  }
  return result
}
