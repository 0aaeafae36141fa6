import { normaliseContent } from '../../db/model/rich-text/normalise.ts'
import type { Inline } from '../../db/model/rich-text/rich-text.ts'
import { lineOfContent, type PastedBlock } from './blocks.ts'

/** Text cut into the title of a row and what follows it. */
export interface Titled {
  readonly title: string
  readonly rest: readonly Inline[]
}

const longestTitle = 200

const isBold = (inline: Inline): boolean =>
  inline.type === 'break' || inline.bold === true || inline.text.trim() === ''

/** A paragraph that begins with a bold title and a sign: "**Flere læser:** Alle skoler …". Null for any other. */
export function leadIn(content: readonly Inline[]): Titled | null {
  const end = content.findIndex((inline) => !isBold(inline))
  if (end <= 0) return null
  const lead = lineOfContent(content.slice(0, end))
  const rest = content.slice(end)
  const [first] = rest
  const following = first?.type === 'text' ? first.text.trimStart() : ''
  const [, title = lead, signInLead = ''] = /^(.*?)\s*([:.–—-])$/.exec(lead) ?? []
  const signAfter = signInLead === '' ? (/^[:–—-](?=\s|$)/.exec(following)?.[0] ?? '') : ''
  if (title === '' || title.length > longestTitle || signInLead + signAfter === '') return null
  return { title, rest: signAfter === '' ? normaliseContent(rest) : withoutSign(rest) }
}

function withoutSign([first, ...others]: readonly Inline[]): readonly Inline[] {
  if (first?.type !== 'text') return normaliseContent(others)
  return normaliseContent([{ ...first, text: first.text.trimStart().slice(1) }, ...others])
}

/** Whether a paragraph is one bold line, as writers make headings without the heading styles. */
export function isBoldLine(content: readonly Inline[]): boolean {
  const line = lineOfContent(content)
  return (
    line !== '' &&
    line.length <= longestTitle &&
    content.every((inline) => inline.type === 'text' && isBold(inline))
  )
}

/** The title that a paragraph or item gives its row, and the text that stays: what is too long for a title, and further lines. */
export function titleOf(content: readonly Inline[]): {
  readonly title: string
  readonly text: readonly PastedBlock[]
} {
  const lead = leadIn(content)
  if (lead) return { title: lead.title, text: paragraph(lead.rest) }
  const [first = [], ...others] = linesOf(content)
  const line = lineOfContent(first)
  if (line.length <= longestTitle) return { title: line, text: others.flatMap(paragraph) }
  return { title: beginningOf(line), text: paragraph(content) }
}

const paragraph = (content: readonly Inline[]): readonly PastedBlock[] =>
  content.length === 0 ? [] : [{ kind: 'paragraph', level: 0, content }]

/** What stands between the hard breaks. */
export function linesOf(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]]
  for (const inline of content) {
    if (inline.type === 'break') lines.push([])
    else lines.at(-1)?.push(inline)
  }
  return lines.map(normaliseContent).filter((line) => line.length > 0)
}

const longestBeginning = 100

/** The first sentence, or as many words as a title may have. */
function beginningOf(line: string): string {
  const sentence = /^.{10,200}?[.!?](?=\s+\p{Lu})/u.exec(line)?.[0]
  if (sentence !== undefined) return sentence.replace(/\.$/, '')
  const words = line.slice(0, longestBeginning)
  return `${words
    .slice(0, Math.max(words.lastIndexOf(' '), longestBeginning / 2))
    .toWellFormed()
    .trimEnd()}…`
}
