import type { OutlineNode, PlanDocument } from '../plan/plan-document.ts'
import type { Inline, RichText, TextRun } from '../rich-text/rich-text.ts'
import { linkTarget } from './links.ts'

/**
 * Text as paper can have it: a line feed is a soft one, a blank; what XML cannot hold is taken out, that is control
 * characters but the tab, lone surrogates, and non-characters.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\n/gu, ' ')
    .replace(/(?!\t)\p{Cc}|[\uFFFE\uFFFF]/gu, '')
}

/**
 * The plan with titles and rich texts as paper can have them, so that what comes after may ask whether there is
 * something to show. A title of blanks is none.
 */
export const printablePlan = (plan: PlanDocument): PlanDocument => ({
  ...plan,
  title: titleOf(plan.title),
  cover: Object.fromEntries(
    Object.entries(plan.cover).map(([key, value]) => [
      key,
      'rich' in value ? { rich: richTextOf(value.rich) } : { plain: printable(value.plain) },
    ]),
  ),
  outline: plan.outline.map(nodeOf),
})

const nodeOf = (node: OutlineNode): OutlineNode => ({
  ...node,
  title: titleOf(node.title),
  ...(node.text === undefined ? {} : { text: richTextOf(node.text) }),
  fields: Object.fromEntries(Object.entries(node.fields).map(([key, text]) => [key, richTextOf(text)])),
  children: node.children.map(nodeOf),
})

const titleOf = (title: string): string => (printable(title).trim() === '' ? '' : printable(title))

const richTextOf = (text: RichText): RichText =>
  text.map((block) =>
    block.type === 'paragraph'
      ? { ...block, content: stretchesOf(block.content).flatMap(stretchInlines) }
      : { ...block, items: block.items.map(({ blocks }) => ({ blocks: richTextOf(blocks) })) },
  )

/** Neighbouring runs with the same address, which are one link whatever they look like, or without any. */
export interface Stretch {
  readonly link: string | undefined
  readonly inlines: readonly Inline[]
}

export function stretchesOf(content: readonly Inline[]): Stretch[] {
  const stretches: { readonly link: string | undefined; readonly inlines: Inline[] }[] = []
  for (const inline of content) {
    const link = inline.type === 'text' ? inline.link : undefined
    const last = stretches.at(-1)
    if (last !== undefined && last.link === link) last.inlines.push(inline)
    else stretches.push({ link, inlines: [inline] })
  }
  return stretches
}

/** An address that may not leave the program as a link is not lost: it stands behind its text, unless that says it. */
function stretchInlines({ link, inlines }: Stretch): Inline[] {
  const shown = inlines
    .map((inline) => (inline.type === 'text' ? { ...inline, text: printable(inline.text) } : inline))
    .filter((inline) => inline.type === 'break' || inline.text !== '')
  if (link === undefined) return shown
  const target = linkTarget(link)
  const text = shown.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
  if (target !== undefined && text.trim() !== '') return shown.map((inline) => linked(inline, target))
  const last = inlines.findLast((inline) => inline.type === 'text')
  const unlinked = shown.map((inline) => linked(inline, undefined))
  return target !== undefined || last === undefined || text.includes(link)
    ? unlinked
    : [...unlinked, linked({ ...last, text: ` (${printable(link)})` }, undefined)]
}

function linked(inline: Inline, target: string | undefined): Inline {
  if (inline.type === 'break') return inline
  const { link: _, ...run }: TextRun = inline
  return target === undefined ? run : { ...run, link: target }
}
