import { countPasted, MAX_PASTED_NODES, type PastedNode } from '../../db/model/pasted-node.ts'
import { documentTexts } from '../../db/model/texts/documents.ts'
import { type GrowingNode, GrowingOutline, isMeasure, type PasteTarget } from './growing-outline.ts'
import type { PasteNote } from './notes.ts'
import type { PasteProposal } from './to-outline.ts'

/**
 * Nodes that were copied in Planværk, as they may stand at a place in a plan: as they are, where the template lets them;
 * otherwise as the type that it offers there, or less deep, and the notes say so. Without notes nothing was changed.
 */
export function fitNodes(nodes: readonly PastedNode[], target: PasteTarget): PasteProposal {
  const fitting = new Fitting(target)
  fitting.addAll(nodes, 0)
  const { outline, retyped } = fitting
  const count = countPasted(nodes)
  const notes: readonly (PasteNote | null)[] = [
    outline.refused ? { kind: 'no-place' } : null,
    count > MAX_PASTED_NODES ? { kind: 'too-many', count, most: MAX_PASTED_NODES } : null,
    outline.raised.length > 0 ? { kind: 'raised', titles: outline.raised } : null,
    retyped.length > 0 ? { kind: 'retyped', titles: retyped } : null,
  ]
  const fits = !outline.refused && count <= MAX_PASTED_NODES
  return {
    nodes: fits ? outline.nodes.map((node) => fitting.fitted(node)) : [],
    notes: notes.filter((note) => note !== null),
  }
}

class Fitting {
  readonly outline: GrowingOutline
  readonly retyped: string[] = []
  readonly #sources = new Map<GrowingNode, PastedNode>()
  readonly #taken: Set<string>

  constructor(target: PasteTarget) {
    this.outline = new GrowingOutline(target)
    this.#taken = new Set(target.sections)
  }

  addAll(nodes: readonly PastedNode[], depth: number): void {
    for (const node of nodes) {
      this.#add(node, depth)
      this.addAll(node.children, depth + 1)
    }
  }

  #add(node: PastedNode, depth: number): void {
    const { type, title, annex } = node
    const key = node.sectionKey ?? null
    const sectionKey = key !== null && this.#taken.has(key) ? null : key
    const placed = this.outline.add({ depth, title, type, sectionKey, annex })
    if (placed === null) return
    // What is measured and what is done cannot become one another.
    if (isMeasure(placed.type) !== isMeasure(type)) this.outline.refused = true
    if (placed.sectionKey !== null) this.#taken.add(placed.sectionKey)
    if (placed.type !== type) this.retyped.push(title)
    this.#sources.set(placed, node)
  }

  fitted(placed: GrowingNode): PastedNode {
    const source = this.#sources.get(placed)
    if (source === undefined) throw new Error('every placed node has its source')
    const { type, sectionKey, annex } = placed
    const { sectionKey: _key, annex: _annex, coordinators, contributesTo, realises, ...rest } = source
    const isBidrag = type === 'bidrag'
    const names = isBidrag ? [] : (coordinators ?? [])
    return {
      ...rest,
      type,
      ...(names.length > 0 && { text: [...(source.text ?? []), coordinatorLine(names)] }),
      ...(isBidrag && coordinators && { coordinators }),
      ...(isBidrag && contributesTo && { contributesTo }),
      ...(type === 'indsats' && realises && { realises }),
      ...(sectionKey !== null && { sectionKey }),
      ...(annex && { annex }),
      children: placed.children.map((child) => this.fitted(child)),
    }
  }
}

/** Only a bidrag has coordinators; elsewhere their names are kept as text. */
const coordinatorLine = (names: readonly string[]) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text: `${documentTexts.coordinators}: ${names.join('; ')}` }],
})
