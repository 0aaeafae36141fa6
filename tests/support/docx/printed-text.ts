import type { Inline, RichText, TextRun } from '../../../db/model/rich-text/rich-text.ts'

/** Rich text as its reader meets it on the page: one line a paragraph, with the sign that stands before it. */
export interface Line {
  /** How far it is set in: 0 is the margin. */
  readonly level: number
  /** "•", "3.", "3)", or nothing. */
  readonly sign: string
  readonly runs: readonly PrintedRun[]
}

/** A hard break is a line feed. */
export interface PrintedRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly link?: string
}

/** Word's lists have nine levels; what lies deeper stands on the deepest, and text below an item one further in. */
const deepestItem = 8
const deepestText = 9

/** The lines of a text that begins at a level of the list around it. */
export function linesOf(text: RichText, level = 0): Line[] {
  return text.flatMap((block): Line[] => {
    if (block.type === 'paragraph') {
      const line = { level: Math.min(level, deepestText), sign: '', runs: printedRuns(block.content) }
      return isBlank(line) ? [] : [line]
    }
    return block.items.flatMap((item, index) => {
      const sign = block.type === 'bullets' ? '•' : `${block.start + index}${block.delimiter ?? '.'}`
      const [first, ...rest] = item.blocks
      const line = { level: Math.min(level, deepestItem), sign }
      if (first?.type !== 'paragraph') return [{ ...line, runs: [] }, ...linesOf(item.blocks, level + 1)]
      return [{ ...line, runs: printedRuns(first.content) }, ...linesOf(rest, level + 1)]
    })
  })
}

/** Nothing to see, and no sign either. */
export const isBlank = (line: Line): boolean => line.sign === '' && sayNothing(line.runs)

const sayNothing = (runs: readonly PrintedRun[]): boolean => textOfRuns(runs).trim() === ''

export const textOfRuns = (runs: readonly PrintedRun[]): string => runs.map((run) => run.text).join('')

/** All lines on one, as beside a title. */
export const onOneLine = (lines: readonly Line[]): PrintedRun[] =>
  joined(
    lines
      .filter((line) => !sayNothing(line.runs))
      .flatMap((line, index) => [...(index === 0 ? [] : [{ text: ' ' }]), ...line.runs]),
  )

/**
 * What no Word file can hold or no reader can see is gone: control characters and non-characters; a line feed
 * that is no hard break is a blank.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|\n/gu, ' ')
    .replace(/\p{Cc}/gu, (character) => (character === '\t' ? character : ''))
    .replace(/[\uFFFE\uFFFF]/gu, '')

export function printedRuns(content: readonly Inline[]): PrintedRun[] {
  const runs = content.flatMap((inline, index): PrintedRun[] => {
    if (inline.type === 'break') return [{ text: '\n' }]
    return [run(inline), ...addressBehind(inline, index, content)]
  })
  return joined(runs.map((each, index) => (sayNothing(linkAround(runs, index)) ? unlinked(each) : each)))
}

/** The neighbours that are one link with the run. No one can follow a link without a text. */
function linkAround(runs: readonly PrintedRun[], index: number): PrintedRun[] {
  const isOther = ({ link }: PrintedRun): boolean => link !== runs[index]?.link
  const from = runs.findLastIndex((each, at) => at < index && isOther(each)) + 1
  const to = runs.findIndex((each, at) => at > index && isOther(each))
  return runs.slice(from, to === -1 ? undefined : to)
}

const unlinked = ({ link: _, ...run }: PrintedRun): PrintedRun => run

function run(inline: TextRun): PrintedRun {
  const target = inline.link === undefined ? undefined : openAddress(inline.link)
  return {
    text: printable(inline.text),
    ...(inline.bold && { bold: true }),
    ...(inline.italic && { italic: true }),
    ...(target !== undefined && { link: target }),
  }
}

/** Only http, https and mailto become links; any other address stands in brackets behind its text, once. */
function addressBehind(inline: TextRun, index: number, content: readonly Inline[]): PrintedRun[] {
  const { link } = inline
  if (link === undefined || openAddress(link) !== undefined) return []
  const next = content[index + 1]
  if (next?.type === 'text' && next.link === link) return []
  const from =
    content.findLastIndex((each, at) => at < index && !(each.type === 'text' && each.link === link)) + 1
  const said = content.slice(from, index + 1).some((each) => each.type === 'text' && each.text.includes(link))
  if (said) return []
  return [{ ...run(inline), text: ` (${printable(link)})` }]
}

function openAddress(address: string): string | undefined {
  const url = URL.parse(address.trim())
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined
}

/** Neighbours that look alike are one run, and no run is empty; breaks stand alone. */
export function joined(runs: readonly PrintedRun[]): PrintedRun[] {
  const all: PrintedRun[] = []
  for (const each of runs) {
    const last = all.at(-1)
    if (each.text === '') continue
    if (last && last.text !== '\n' && each.text !== '\n' && alike(last, each)) {
      all[all.length - 1] = { ...last, text: last.text + each.text }
    } else all.push(each)
  }
  return all
}

const alike = (a: PrintedRun, b: PrintedRun): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.link === b.link
