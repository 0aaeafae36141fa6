import { storable } from '../../db/model/rich-text/characters.ts'
import { normaliseContent } from '../../db/model/rich-text/normalise.ts'
import { DEEPEST_LEVEL, type PastedBlock } from './blocks.ts'
import { type LineStart, readLineStart } from './plain-markers.ts'

/** A list that goes on; deeper ones stand after it. */
interface OpenLevel {
  readonly indent: number
  readonly style: string | null
  number: number
}

/**
 * Reads plain text: each line is a paragraph or, by its marker or indent, a list item. A line that was broken where
 * the page ended is put together again. Never fails; takes time linear in the length of the text.
 */
export function readPlainText(text: string): readonly PastedBlock[] {
  const lines = unwrapped(storable(text).split('\n')).map((line) =>
    line.trim() === '' ? null : readLineStart(line),
  )
  const hasMarkers = lines.some((line) => line !== null && line.style !== null)
  const blocks: PastedBlock[] = []
  let open: readonly OpenLevel[] = []
  let afterBlank = false
  for (const line of lines) {
    if (line === null) {
      afterBlank = true
      continue
    }
    const content = normaliseContent([{ type: 'text', text: line.text }])
    if (content.length === 0) continue
    if (line.style === null && (hasMarkers || line.indent === 0)) {
      const level = open.findLastIndex(({ indent }) => indent < line.indent) + 1
      blocks.push({ kind: 'paragraph', level, content })
      open = level === 0 ? [] : open
    } else {
      open = levelsAfter(open, line, afterBlank)
      blocks.push({ kind: 'item', level: open.length, ...countedBy(open, line), content })
    }
    afterBlank = false
  }
  return blocks
}

/** The lists that go on with this item: a deeper indent or a new kind of marker begins a list in the item before. */
function levelsAfter(
  open: readonly OpenLevel[],
  { indent, style }: LineStart,
  afterBlank: boolean,
): readonly OpenLevel[] {
  const around = open.slice(0, open.findLastIndex((level) => level.indent <= indent) + 1)
  const same = around.findLastIndex((level) => level.indent === indent && level.style === style)
  if (same >= 0) return around.slice(0, same + 1)
  const beside = around.findIndex((level) => level.indent === indent)
  const outer = afterBlank && beside >= 0 ? around.slice(0, beside) : around
  const begun: OpenLevel = { indent, style, number: 0 }
  return outer.length < DEEPEST_LEVEL ? [...outer, begun] : [...outer.slice(0, -1), begun]
}

function countedBy(open: readonly OpenLevel[], line: LineStart) {
  const level = open.at(-1)
  const marker = line.marker((level?.number ?? 0) + 1)
  if (level) level.number = marker.number ?? 0
  return marker
}

/** Mail programs break lines at 72 or 76 characters. */
const longLine = 60

/** Joins a line to the one before where that is long and ends within a sentence that goes on in lower case. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const whole: string[][] = []
  for (const line of lines) {
    const before = whole.at(-1)
    if (before && goesOn(before.at(-1) ?? '', line)) before.push(line)
    else whole.push([line])
  }
  return whole.map(([first = '', ...others]) => [first, ...others.map((line) => line.trim())].join(' '))
}

function goesOn(before: string, line: string): boolean {
  if (before.trimEnd().length < longLine || /[.:;!?]\s*$/.test(before)) return false
  return /^\s*\p{Ll}/u.test(line) && readLineStart(line).style === null
}
