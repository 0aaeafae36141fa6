import { type FoldedText, fold, foldWithOffsets, wordsOf } from './fold.ts'

/** A piece of an excerpt; hits are what the query found. */
export interface Run {
  readonly text: string
  readonly hit: boolean
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Characters of an excerpt, and of these before the first hit; cut at words, so that it is about so many. */
const LENGTH = 120
const BEFORE = 40

/**
 * The part of a text around the first place where a word of the query stands as part of a word, on one line; the
 * beginning of the text where there is none.
 */
export function excerptOf(text: string, query: string): readonly Run[] {
  const terms = [...new Set(wordsOf(query))]
  const context = contextOf(text, terms)
  const folded = foldWithOffsets(context)
  const hits = hitsIn(folded, terms)
  const shown = shownAround(context, folded, hits[0] ?? { start: 0, end: 0 })
  return runsOf(context, shown, hits)
}

/** The first line with a hit, and the next ones where it is short. */
function contextOf(text: string, terms: readonly string[]): string {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => {
    const folded = fold(line)
    return terms.some((term) => folded.includes(term))
  })
  let context = ''
  for (const line of lines.slice(Math.max(0, first))) {
    if (context.length > LENGTH) break
    context += `${line}\n`
  }
  return context.replaceAll(/\s+/g, ' ').trim()
}

/** All hits in order; those that overlap or touch are one. */
function hitsIn({ folded, offsets }: FoldedText, terms: readonly string[]): readonly Span[] {
  const spans = terms.flatMap((term) => {
    const found: Span[] = []
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      found.push({ start: offsets[at] ?? 0, end: offsets[at + term.length] ?? 0 })
    }
    return found
  })
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (!last || last.end < span.start) merged.push(span)
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return merged
}

function shownAround(text: string, { offsets }: FoldedText, hit: Span): Span {
  /** A word too long to be shown whole is cut between letters. */
  const letterAt = (offset: number): number => offsets.findLast((start) => start <= offset) ?? 0
  const wanted = Math.min(hit.start - BEFORE, text.length - LENGTH)
  const word = text.indexOf(' ', wanted - 1) + 1
  const cut = word > 0 && word <= hit.start ? word : letterAt(wanted)
  const start = wanted <= 0 ? 0 : cut
  if (text.length - start <= LENGTH) return { start, end: text.length }
  const blank = text.lastIndexOf(' ', start + LENGTH)
  const whole = blank > start && blank >= hit.end
  return { start, end: whole ? blank : Math.max(hit.end, letterAt(start + LENGTH)) }
}

function runsOf(text: string, shown: Span, hits: readonly Span[]): readonly Run[] {
  const runs: Run[] = []
  let plain = shown.start > 0 ? '…' : ''
  let at = shown.start
  for (const hit of hits) {
    const [start, end] = [Math.max(hit.start, shown.start), Math.min(hit.end, shown.end)]
    if (start >= end) continue
    runs.push(
      { text: plain + text.slice(at, start), hit: false },
      { text: text.slice(start, end), hit: true },
    )
    plain = ''
    at = end
  }
  const end = shown.end < text.length ? '…' : ''
  runs.push({ text: plain + text.slice(at, shown.end) + end, hit: false })
  return runs.filter((run) => run.text !== '')
}
