import type { NodeRecord, Records } from '../../../db/model/records.ts'
import { maalaftale } from '../../../db/model/template/built-in/maalaftale.ts'
import { type NodeType, nodeType, type Template } from '../../../db/model/template/template.ts'
import type { PlanRows } from '../../../preload/contract.ts'
import type { Outline } from '../../../renderer/outline/model/outline.ts'
import type { Move, Rearrangement } from '../../../renderer/outline/model/rearranging.ts'
import { childrenOf, type Mirror, mirrorOf } from '../../../renderer/state/mirror.ts'

/**
 * An outline as it looks: a row a line, two blanks a level. A row is its title, which is also its id; the first letter tells
 * its type (`S` section, `T` theme, `P` programme, `I` indsats, `B` bidrag, `G` goal, `m` milestone, `i` indicator), and a
 * key of the template's section may follow in parentheses: `S Egne bidrag (egne-bidrag)`.
 */
export function mirrorIn(lines: string, more: Partial<PlanRows> = {}): Mirror {
  const nodes: NodeRecord[] = []
  const path: string[] = []
  for (const [index, line] of linesOf(lines).entries()) {
    const depth = (line.length - line.trimStart().length) / 2
    const [, title = '', sectionKey = null] = /^\s*(.*?)(?: \(([\w-]+)\))?$/.exec(line) ?? []
    path.length = depth
    nodes.push({
      id: title,
      planId: 'plan',
      parentId: path.at(-1) ?? null,
      pos: String(index).padStart(6, '0'),
      type: typeOf(title),
      title,
      ref: null,
      sectionKey,
      annex: 0,
    })
    path.push(title)
  }
  return mirrorOf('plan', { ...noRows, nodes, ...more })
}

const noRows: PlanRows = {
  nodes: [],
  fields: [],
  cover: [],
  milestones: [],
  indicators: [],
  links: [],
  coordinators: [],
  statuses: [],
  targets: [],
  contributors: [],
}

const types: Readonly<Record<string, NodeType>> = {
  S: 'section',
  T: 'theme',
  P: 'programme',
  I: 'indsats',
  B: 'bidrag',
  G: 'goal',
  m: 'milestone',
  i: 'indicator',
}

const typeOf = (title: string): NodeType => nodeType.parse(types[title[0] ?? ''])

/** Lines without the blanks that they have in common. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const margin = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  return lines.map((line) => line.slice(margin))
}

export const outlineIn = (
  lines: string,
  {
    template = maalaftale,
    ...rest
  }: Partial<Omit<Outline, 'mirror'>> & { readonly template?: Template } = {},
): Outline => ({ mirror: mirrorIn(lines), template, root: null, isShown: () => true, ...rest })

/** The outline after the moves, done one by one as main does them; or why there are none. */
export function rearranged({ mirror }: Outline, result: Rearrangement): string {
  if (!result.ok) return result.why.kind
  const children = new Map<string | null, string[]>()
  for (const parent of [null, ...mirror.nodes.keys()]) children.set(parent, [...childrenOf(mirror, parent)])
  for (const move of result.moves) applyMove(children, move)
  return drawn(children)
}

function applyMove(children: Map<string | null, string[]>, { id, parentId, after }: Move): void {
  for (const [parent, siblings] of children) {
    children.set(
      parent,
      siblings.filter((sibling) => sibling !== id),
    )
  }
  const siblings = children.get(parentId) ?? []
  if (after !== null && !siblings.includes(after)) throw new Error(`${after} does not stand there`)
  siblings.splice(after === null ? 0 : siblings.indexOf(after) + 1, 0, id)
  children.set(parentId, siblings)
}

function drawn(children: ReadonlyMap<string | null, readonly string[]>): string {
  const lines: string[] = []
  const walk = (parent: string | null, depth: number): void => {
    for (const id of children.get(parent) ?? []) {
      lines.push(`${'  '.repeat(depth)}${id}`)
      walk(id, depth + 1)
    }
  }
  walk(null, 0)
  return lines.join('\n')
}

export const drawing = (lines: string): string => linesOf(lines).join('\n')

export const fieldIn = (nodeId: string, key: string, text = 'Tekst'): Records['field'] => ({
  id: `${nodeId} ${key}`,
  nodeId,
  key,
  doc: text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
