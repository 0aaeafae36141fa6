import type { PastedNode } from '../../db/model/pasted-node.ts'
import type { PastedBlock } from './blocks.ts'
import { fromOwnFormat, OWN_ATTRIBUTE, OWN_TYPE } from './own-format.ts'
import { readPlainText } from './read-plain-text.ts'
import { readWordHtml } from './read-word-html.ts'

/** What the clipboard holds of a type, as `DataTransfer.getData` answers: empty where it holds none. */
export type ClipboardGetter = (type: string) => string

/** Nodes that were copied in Planværk, or what another program copied. */
export type ClipboardReading =
  | { readonly kind: 'nodes'; readonly nodes: readonly PastedNode[] }
  | { readonly kind: 'blocks'; readonly blocks: readonly PastedBlock[] }

/** Reads the best of what the clipboard holds for the outline: our own nodes, then HTML, then plain text. Never fails. */
export function readClipboard(get: ClipboardGetter): ClipboardReading {
  const nodes = fromOwnFormat(get(OWN_TYPE)) ?? nodesInHtml(get('text/html'))
  return nodes === null ? { kind: 'blocks', blocks: readBlocks(get) } : { kind: 'nodes', nodes }
}

/** Reads text for a field or a title: HTML, then plain text. Nodes of our own are there as the text that Word would get. */
export function readBlocks(get: ClipboardGetter): readonly PastedBlock[] {
  const blocks = readWordHtml(get('text/html'))
  return blocks.some(({ kind }) => kind !== 'image')
    ? blocks
    : [...blocks, ...readPlainText(get('text/plain'))]
}

function nodesInHtml(html: string): readonly PastedNode[] | null {
  if (!html.includes(OWN_ATTRIBUTE)) return null
  const page = new DOMParser().parseFromString(html, 'text/html')
  const own = page.querySelector(`[${OWN_ATTRIBUTE}]`)?.getAttribute(OWN_ATTRIBUTE)
  return own ? fromOwnFormat(own) : null
}
