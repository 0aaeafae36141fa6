import type { PastedNode } from '../../db/model/pasted-node.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { pasteTexts } from '../../db/model/texts/window/paste.ts'
import { understandTime } from '../../db/model/time/time-expression.ts'

/** A line cut into what is to happen and when. */
export interface TimedLine {
  readonly title: string
  /** As written. */
  readonly whenText: string
}

/** Longer lines are prose. */
const longestLine = 500
const mostSigns = 20

/** What may stand between a time and the rest of a line; a dash only with blanks around it. */
const sign = /\s+[–—-]\s+|\s*[,;:]\s+|\t|\s*\(/g
const strongSign = /[:–—\t-]/

/**
 * Takes the time off a line where it clearly is one: before a colon or dash, after any sign, or as a deadline at the end
 * ("senest 1. juni 2027"). Null where there is none.
 */
export function takeTime(line: string): TimedLine | null {
  if (line.length > longestLine) return null
  const signs = Array.from(line.matchAll(sign), (match) => ({ at: match.index, text: match[0] })).slice(
    0,
    mostSigns,
  )
  const before = signs.toReversed().map(({ at, text }) => ({
    strong: strongSign.test(text),
    whenText: line.slice(0, at),
    title: line.slice(at + text.length),
  }))
  const after = signs.map(({ at, text }) => ({
    whenText: text.includes('(')
      ? withoutBracket(line.slice(at + text.length))
      : line.slice(at + text.length),
    title: line.slice(0, at),
  }))
  const candidates = [...before.filter(({ strong }) => strong), ...after, ...before, ...deadlines(line)]
  const found = candidates.find(({ title, whenText }) => /\p{L}/u.test(title) && isTime(whenText))
  return found ? { title: found.title.trim(), whenText: withoutStop(found.whenText) } : null
}

const isTime = (text: string): boolean => understandTime(text).kind !== 'unknown'
const withoutBracket = (text: string): string => text.replace(/\)\s*\.?\s*$/, '')
const withoutStop = (text: string): string => text.trim().replace(/(?<=\d|\p{L}{4})\.$/u, '')

/** Fewer words before a deadline are no milestone but a name: "Klimaplan frem mod 2030". */
const wordsBeforeDeadline = 3
const longestDeadline = 7

function deadlines(line: string): readonly TimedLine[] {
  const words = line.trim().split(/\s+/)
  const first = Math.max(wordsBeforeDeadline, words.length - longestDeadline)
  return words
    .map((_, index) => ({ title: words.slice(0, index).join(' '), whenText: words.slice(index).join(' ') }))
    .slice(first)
    .filter(({ whenText }) => understandTime(whenText).kind === 'deadline')
}

type Milestone = Pick<PastedNode, 'title'> & Required<Pick<PastedNode, 'milestone'>>

/** "3. kvartal 2027: Rammen er vedtaget (ansvarlig: Skolechefen)", as in our documents, or any line with or without a time. */
export function milestoneOf(line: string): Milestone {
  const [rest, responsible] = takeResponsible(line)
  const timed = takeTime(rest)
  return {
    title: timed?.title ?? rest,
    milestone: { whenText: timed?.whenText ?? null, responsible },
  }
}

const responsiblePart = new RegExp(
  `\\s*[(,;–-]\\s*${documentTexts.responsible.trim()}\\s*([^()]{1,300})\\)?\\s*\\.?$`,
  'i',
)

function takeResponsible(line: string): readonly [string, string | null] {
  const match = line.length > longestLine ? null : responsiblePart.exec(line)
  const name = match?.[1]?.trim() ?? ''
  return match === null || name === '' ? [line, null] : [line.slice(0, match.index), name]
}

type Indicator = Pick<PastedNode, 'title'> & Required<Pick<PastedNode, 'indicator'>>

/** "Læseglade børn: udgangspunkt 62 %, mål 75 %, ultimo 2027" as in our documents, "fra 62 til 75 % ultimo 2027", or any line. */
export function indicatorOf(line: string): Indicator {
  const measured = line.length > longestLine ? null : (ownIndicator(line) ?? fromTo(line))
  if (measured) return measured
  const timed = takeTime(line)
  return {
    title: timed?.title ?? line,
    indicator: { unit: null, baseline: null, target: null, whenText: timed?.whenText ?? null },
  }
}

function ownIndicator(line: string): Indicator | null {
  const at = line.lastIndexOf(': ')
  const parts = line.slice(at + 2).split(', ')
  const baseline = parts.find((part) => part.startsWith(documentTexts.baseline))
  const target = parts.find((part) => part.startsWith(documentTexts.target))
  const others = parts.filter((part) => part !== baseline && part !== target)
  const [when, ...more] = others
  if (at <= 0 || (baseline === undefined && target === undefined) || more.length > 0) return null
  if (when !== undefined && !isTime(when)) return null
  const from = baseline?.slice(documentTexts.baseline.length)
  const to = target?.slice(documentTexts.target.length)
  return { title: line.slice(0, at), indicator: { ...valuesOf(from, to), whenText: when ?? null } }
}

const number = '\\d[\\d.]*(?:,\\d+)?'
const values = new RegExp(
  `^(.+?)(?:\\s*[:,(]\\s*|\\s+)${pasteTexts.from} (${number}) ?([^\\d\\s,.]*) ${pasteTexts.to} (${number})(?: ?(%|[^\\d\\s,.)]+))?[\\s,.)]*(.*)$`,
  'i',
)

function fromTo(line: string): Indicator | null {
  const [, title = '', baseline, firstUnit = '', target, secondUnit = '', rest = ''] = values.exec(line) ?? []
  if (baseline === undefined || target === undefined) return null
  // What reads as a unit may be the beginning of the time: "fra 62 til 75 ultimo 2027".
  const when = [`${secondUnit} ${rest}`, rest]
    .map((words) => withoutStop(withoutBracket(words)))
    .find((words) => words === '' || isTime(words))
  if (when === undefined) return null
  const unit = when.startsWith(secondUnit) && secondUnit !== '' ? firstUnit : secondUnit || firstUnit
  return { title, indicator: { unit: unit || null, baseline, target, whenText: when || null } }
}

/** "62 %" and "75 %" share their unit; where they do not, each value is kept as written. */
function valuesOf(baseline: string | undefined, target: string | undefined) {
  const written = [baseline, target].filter((value) => value !== undefined)
  const parts = written.map((value) => new RegExp(`^(${number})\\s+(\\S.*)$`).exec(value))
  const units = new Set(parts.map((part) => part?.[2]))
  const [unit] = units
  if (units.size !== 1 || unit === undefined)
    return { unit: null, baseline: baseline ?? null, target: target ?? null }
  const bare = (value: string | undefined) => value?.slice(0, -unit.length).trim() ?? null
  return { unit, baseline: bare(baseline), target: bare(target) }
}
