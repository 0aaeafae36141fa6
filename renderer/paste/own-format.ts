import * as z from 'zod'
import { newId } from '../../db/model/ids.ts'
import { type PastedNode, pastedNodesSchema } from '../../db/model/pasted-node.ts'
import { normalise } from '../../db/model/rich-text/normalise.ts'

/** Planværk's own type on the clipboard: whole subtrees as JSON. */
export const OWN_TYPE = 'application/x-planvaerk'

/** The attribute that carries the same JSON in the HTML, where a program has dropped the type. */
export const OWN_ATTRIBUTE = 'data-planvaerk'

const envelope = z.strictObject({ version: z.literal(1), nodes: pastedNodesSchema })

export const toOwnFormat = (nodes: readonly PastedNode[]): string => JSON.stringify({ version: 1, nodes })

/** The nodes in our own format, with ids of their own; null for anything else, whoever made it. */
export function fromOwnFormat(json: string): readonly PastedNode[] | null {
  const value = parsed(json)
  if (value === undefined || isDeep(value)) return null
  const read = envelope.safeParse(value)
  return read.success ? withFreshIds(read.data.nodes.map(tidied)) : null
}

function parsed(json: string): unknown {
  if (!json.startsWith('{')) return undefined
  try {
    return JSON.parse(json)
  } catch (error) {
    // Whatever else lies under our name is not ours.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** No outline with its texts is so deep; what is would exhaust the stack. */
const deepest = 300

function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((each) => (each !== null && typeof each === 'object' ? Object.values(each) : []))
  }
  return false
}

function tidied(node: PastedNode): PastedNode {
  const { text, fields } = node
  return {
    ...node,
    ...(text && { text: normalise(text) }),
    ...(fields && {
      fields: Object.fromEntries(Object.entries(fields).map(([key, doc]) => [key, normalise(doc)])),
    }),
    children: node.children.map(tidied),
  }
}

/** What is pasted twice must not be one node; links among the nodes follow them to their new ids. */
function withFreshIds(nodes: readonly PastedNode[]): readonly PastedNode[] {
  const ids = new Map(idsIn(nodes).map((id) => [id, newId()]))
  const renewed = (id: string) => ids.get(id) ?? id
  const renew = (node: PastedNode): PastedNode => ({
    ...node,
    ...(node.id !== undefined && { id: renewed(node.id) }),
    ...(node.contributesTo && { contributesTo: node.contributesTo.map(renewed) }),
    ...(node.realises && { realises: node.realises.map(renewed) }),
    children: node.children.map(renew),
  })
  return nodes.map(renew)
}

const idsIn = (nodes: readonly PastedNode[]): readonly string[] =>
  nodes.flatMap(({ id, children }) => [...(id === undefined ? [] : [id]), ...idsIn(children)])
