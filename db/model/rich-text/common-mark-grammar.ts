import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it'
import { isAsciiPunctuation, isWhiteSpace, normaliseAddress } from './characters.ts'
import { MAX_LIST_DEPTH } from './normalise.ts'

/*
 * The part of CommonMark that rich texts know: paragraphs, lists, strong and plain emphasis, links, hard
 * breaks, backslash escapes. All else is not recognised and so stays text. Where CommonMark would show
 * nothing for what somebody typed, it stays text too: list markers without content, thematic breaks, links
 * with a title, without a text or to a refused address.
 */

/**
 * The one thing that reads as nothing: CommonMark's empty link. As punctuation it keeps delimiters apart
 * that would be misread side by side, and as a paragraph it keeps two numbered lists apart.
 */
export const SEPARATOR = '[]()'

const markdown = new MarkdownIt('zero', { maxNesting: 100 }).enable(['list'])

/** The tokens of a whole text; an `inline` token holds those of its paragraph as `children`. */
export function blockTokens(source: string): readonly Token[] {
  return markdown.parse(source, {})
}

/** The tokens of one paragraph. */
export function inlineTokens(source: string): readonly Token[] {
  return markdown.parseInline(source, {})[0]?.children ?? []
}

/** A line of three or more equal markers and nothing else, which CommonMark shows as a line across the page. */
export function isThematicBreak(line: string): boolean {
  return /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$/.test(line)
}

function readsAsText(state: StateBlock, line: number): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  const source = state.src.slice(start, state.eMarks[line])
  return /^(?:[-+*]|\d{1,9}[.)])[ \t]*$/.test(source) || isThematicBreak(source)
}

const [listRule] = markdown.block.ruler.getRules('paragraph')

markdown.block.ruler.at(
  'list',
  (state, startLine, endLine, silent) =>
    // A list and its item are one level each.
    state.level < 2 * MAX_LIST_DEPTH &&
    !readsAsText(state, startLine) &&
    (listRule?.(state, startLine, endLine, silent) ?? false),
  { alt: ['paragraph'] },
)

// Asked before each further item of a list, where the list rule itself is not asked.
markdown.block.ruler.before(
  'list',
  'marker_as_text',
  (state, startLine, _endLine, silent) => silent && readsAsText(state, startLine),
  { alt: ['list'] },
)

markdown.inline.ruler.enableOnly(['emphasis'])
markdown.inline.ruler2.enable('emphasis')
const [emphasisRule] = markdown.inline.ruler.getRules('')

markdown.inline.ruler.at('emphasis', (state, silent) => {
  const start = state.pos
  if (!emphasisRule?.(state, silent)) return false
  // One token was pushed for each delimiter character.
  state.tokens.slice(start - state.pos).forEach((token, index) => {
    token.meta = { offset: start + index }
  })
  return true
})

interface Link {
  readonly labelEnd: number
  readonly end: number
  /** None: it is a separator. */
  readonly address?: string
}

const linksOf = new WeakMap<StateInline, ReadonlyMap<number, Link>>()

/** Replaces markdown-it's rule, which decodes entities and takes time quadratic in the number of brackets. */
markdown.inline.ruler.at('link', (state) => {
  const start = state.pos
  if (state.src.charAt(start) !== '[') return false
  const links = linksOf.get(state) ?? findLinks(state.src)
  linksOf.set(state, links)
  const link = links.get(start)
  if (!link) return false
  if (link.address === undefined) {
    state.push('separator', '', 0).meta = { offset: start }
  } else {
    const opening = state.push('link_open', 'a', 1)
    opening.meta = { offset: start }
    opening.attrs = [['href', link.address]]
    opening.content = state.src.slice(start, link.end)
    const { posMax } = state
    state.pos = start + 1
    state.posMax = link.labelEnd
    state.md.inline.tokenize(state)
    state.posMax = posMax
    state.push('link_close', 'a', -1)
  }
  state.pos = link.end
  return true
})

markdown.inline.ruler.enableOnly(['text', 'newline', 'escape', 'emphasis', 'link'])

/** Every inline link by the offset of its `[`: CommonMark's bracket stack (0.31, appendix), in linear time. */
function findLinks(source: string): ReadonlyMap<number, Link> {
  const links = new Map<number, Link>()
  const open: { readonly start: number; readonly image: boolean }[] = []
  // Brackets further out than a link: a link holds no links.
  let outside = 0
  const brackets = /\\.|!?\[|\]/gs
  for (let match = brackets.exec(source); match; match = brackets.exec(source)) {
    const [bracket] = match
    if (bracket === '[' || bracket === '![')
      open.push({ start: brackets.lastIndex - 1, image: bracket === '![' })
    const opener = bracket === ']' ? open.pop() : undefined
    if (!opener) continue
    const holdsLink = open.length < outside
    outside = Math.min(outside, open.length)
    const link = opener.image || holdsLink ? undefined : linkBetween(source, opener.start, match.index)
    if (!link) continue
    links.set(opener.start, link)
    brackets.lastIndex = link.end
    if (link.address !== undefined) outside = open.length
  }
  return links
}

function linkBetween(source: string, start: number, labelEnd: number): Link | undefined {
  if (source.startsWith(SEPARATOR, start)) return { labelEnd, end: start + SEPARATOR.length }
  if (source.charAt(labelEnd + 1) !== '(' || isBlankLabel(source, start + 1, labelEnd)) return undefined
  const from = skipBlanks(source, labelEnd + 2)
  const destination = markdown.helpers.parseLinkDestination(source, from, source.length)
  const end = skipBlanks(source, destination.pos)
  if (!destination.ok || source.charAt(end) !== ')') return undefined
  const address = normaliseAddress(unescapeAddress(source.slice(from, destination.pos)))
  return address === undefined ? undefined : { labelEnd, end: end + 1, address }
}

function isBlankLabel(source: string, start: number, end: number): boolean {
  let at = start
  while (at < end && (isWhiteSpace(source.charAt(at)) || source.startsWith('\\\n', at))) at++
  return at === end
}

function skipBlanks(source: string, start: number): number {
  let at = start
  while (' \t\n'.includes(source.charAt(at)) && at < source.length) at++
  return at
}

function unescapeAddress(written: string): string {
  const bare = written.startsWith('<') ? written.slice(1, -1) : written
  return bare.replace(/\\(.)/gs, (escaped, char) => (isAsciiPunctuation(char) ? char : escaped))
}
