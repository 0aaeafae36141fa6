import type { PastedNode } from '../../../db/model/pasted-node.ts'
import { formatCommonMark } from '../../../db/model/rich-text/common-mark.ts'

/** A pasted tree as lines to read: type and title, and below them what the node holds. */
export const treeOf = (nodes: readonly PastedNode[], indent = ''): readonly string[] =>
  nodes.flatMap((node) => [
    `${indent}${node.type}${node.annex ? ' (annex)' : ''}${node.sectionKey ? ` [${node.sectionKey}]` : ''}: ${node.title}${measuresOf(node)}`,
    ...(node.coordinators ?? []).map((name) => `${indent}  * ${name}`),
    ...(node.text ? [`${indent}  = ${formatCommonMark(node.text)}`] : []),
    ...Object.entries(node.fields ?? {}).map(([key, doc]) => `${indent}  ${key} = ${formatCommonMark(doc)}`),
    ...treeOf(node.children, `${indent}  `),
  ])

function measuresOf({ milestone, indicator }: PastedNode): string {
  const values = Object.entries({ ...milestone, ...indicator }).filter(([, value]) => value !== null)
  return values.map(([key, value]) => ` | ${key} ${value}`).join('')
}
