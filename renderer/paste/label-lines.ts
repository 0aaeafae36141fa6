import { normaliseContent } from '../../db/model/rich-text/normalise.ts'
import type { Inline } from '../../db/model/rich-text/rich-text.ts'
import type { Row } from '../../db/model/template/template.ts'
import { lineOfContent, type PastedBlock } from './blocks.ts'
import { isBoldLine, leadIn } from './lead-in.ts'
import { type Form, rowNamed } from './row-labels.ts'

/** A row of a form that is written as text: its label, and what follows it in the same paragraph. */
interface LabelLine {
  readonly label: string
  readonly rest: readonly Inline[]
}

const longestLabel = 60

/** What a paragraph may be the label of: a bold line, a line that ends in a colon, or a bold beginning before a sign. */
export function labelsIn(block: PastedBlock): readonly LabelLine[] {
  if (block.kind !== 'paragraph') return []
  const { content } = block
  const line = lineOfContent(content)
  if (line.endsWith(':') || isBoldLine(content)) return [{ label: line, rest: [] }, ...upToColon(content)]
  const lead = leadIn(content)
  return [...upToColon(content), ...(lead ? [{ label: lead.title, rest: lead.rest }] : [])]
}

/** "**Parametre: Ventetid**: fra 13 til 1 uge" is a label and a line, though all of its beginning is bold. */
function upToColon(content: readonly Inline[]): readonly LabelLine[] {
  const [first] = content
  if (first?.type !== 'text' || !first.bold) return []
  const text = content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
  const colon = text.indexOf(':')
  if (colon <= 0 || colon > longestLabel) return []
  return [{ label: text.slice(0, colon), rest: contentAfter(content, colon + 1) }]
}

function contentAfter(content: readonly Inline[], characters: number): readonly Inline[] {
  let passed = 0
  const after = content.flatMap((inline): readonly Inline[] => {
    const length = inline.type === 'text' ? inline.text.length : 1
    const from = characters - passed
    passed += length
    if (from <= 0) return [inline]
    return inline.type === 'text' && from < length ? [{ ...inline, text: inline.text.slice(from) }] : []
  })
  return normaliseContent(after)
}

/** The row of the form that a paragraph begins, and what follows the label in it. */
export function rowBegunBy(
  block: PastedBlock,
  form: Form | undefined,
): { readonly row: Row; readonly rest: readonly PastedBlock[] } | null {
  if (form === undefined) return null
  for (const { label, rest } of labelsIn(block)) {
    const row = rowNamed(form, label)
    if (row) return { row, rest: rest.length === 0 ? [] : [{ kind: 'paragraph', level: 0, content: rest }] }
  }
  return null
}
