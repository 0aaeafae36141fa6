import type { PastedNode } from '../../db/model/pasted-node.ts'
import { mayStandUnder, type Place, ruleOf, sectionOf } from '../../db/model/template/rules.ts'
import type { NodeType, OutlineType, Row, Template } from '../../db/model/template/template.ts'
import type { PastedBlock } from './blocks.ts'

/** Where what is pasted is to land, and what the plan has there. */
export interface PasteTarget {
  readonly template: Template
  /** What the first level is to stand under; null = the top of the outline. */
  readonly parent: Place | null
  /** The type of the row beside which it lands: the first choice for the first level. */
  readonly siblingType?: NodeType
  /** Keys of the template's sections that the plan has already. */
  readonly sections?: readonly string[]
  /** Names of the units that the workbook knows. */
  readonly units?: readonly string[]
}

/** A node while what belongs to it is still being found. */
export interface GrowingNode {
  readonly type: NodeType
  title: string
  readonly sectionKey: string | null
  readonly annex: boolean
  readonly text: PastedBlock[]
  readonly fields: Map<Row, PastedBlock[]>
  readonly coordinators: string[]
  readonly measure: Pick<PastedNode, 'milestone' | 'indicator'>
  readonly children: GrowingNode[]
}

export const growingNode = (type: NodeType, title: string, more: Partial<GrowingNode> = {}): GrowingNode => ({
  type,
  title,
  sectionKey: null,
  annex: false,
  text: [],
  fields: new Map(),
  coordinators: [],
  measure: {},
  children: [],
  ...more,
})

export const isMeasure = (type: NodeType): type is 'milestone' | 'indicator' =>
  type === 'milestone' || type === 'indicator'

/** What is known of a node before its place is found. */
export interface Wish {
  /** Nodes of a greater depth stand under it; only the order of depths counts. */
  readonly depth: number
  readonly title: string
  /** The type that it says it is. */
  readonly type?: NodeType | undefined
  readonly sectionKey?: string | null | undefined
  readonly annex?: boolean | undefined
  /** Whether it reads as a milestone: one it becomes where milestones are what is put there. */
  readonly isTimed?: () => boolean
}

interface Level {
  readonly depth: number
  readonly node: GrowingNode
}

/** The tree as it grows at its end: each node stands as deep as it wishes and the template allows. */
export class GrowingOutline {
  readonly target: PasteTarget
  readonly nodes: GrowingNode[] = []
  /** Titles of nodes that stand less deep than they were. */
  readonly raised: string[] = []
  /** Whether something could stand nowhere. */
  refused = false
  #levels: readonly Level[] = []

  constructor(target: PasteTarget) {
    this.target = target
  }

  /** The last node, and those above it up to the first level. */
  get open(): readonly GrowingNode[] {
    return this.#levels.map(({ node }) => node).toReversed()
  }

  /** Those that a node of this depth would stand under, the deepest first. */
  around(depth: number): readonly GrowingNode[] {
    return this.#levels
      .filter((level) => level.depth < depth)
      .map(({ node }) => node)
      .toReversed()
  }

  /** Adds a node under the deepest that may hold it; null where none may. */
  add(wish: Wish): GrowingNode | null {
    const above = this.#levels.filter(({ depth }) => depth < wish.depth)
    const found = this.#placeFor(wish, above) ?? this.#placeFor({ ...wish, type: undefined }, above)
    if (found === null) {
      this.refused = true
      return null
    }
    if (found.levels.length < above.length) this.raised.push(wish.title)
    const isSection = found.type === 'section'
    const node = growingNode(found.type, wish.title, {
      sectionKey: isSection ? (wish.sectionKey ?? null) : null,
      annex: isSection && wish.annex === true,
    })
    const parent = found.levels.at(-1)?.node
    ;(parent?.children ?? this.nodes).push(node)
    this.#levels = [...found.levels, { depth: wish.depth, node }]
    return node
  }

  /** What the template offers first under a node, or on the first level; undefined where no row of the outline may stand there. */
  offeredUnder(parent: GrowingNode | null): NodeType | undefined {
    const { template, siblingType } = this.target
    const place = this.#placeOf(parent)
    if (parent === null && siblingType && mayStandUnder(template, siblingType, place)) return siblingType
    const [first] = this.#childrenOf(place)
    // Who pastes into a node that holds nothing else means its milestones.
    return first ?? (parent === null && this.isMeasured(parent) ? 'milestone' : undefined)
  }

  /** The outline types that may stand there, the likeliest first. */
  typesUnder(parent: GrowingNode | null): readonly NodeType[] {
    const offered = this.offeredUnder(parent)
    return [...(offered ? [offered] : []), ...this.#childrenOf(this.#placeOf(parent))]
  }

  isMeasured(parent: GrowingNode | null): boolean {
    return mayStandUnder(this.target.template, 'milestone', this.#placeOf(parent))
  }

  #placeFor(
    wish: Wish,
    above: readonly Level[],
  ): { readonly type: NodeType; readonly levels: readonly Level[] } | null {
    for (let depth = above.length; depth >= 0; depth--) {
      const levels = above.slice(0, depth)
      const parent = levels.at(-1)?.node ?? null
      const type = this.#typeAt(wish, parent)
      if (type) return { type, levels }
    }
    return null
  }

  #typeAt(wish: Wish, parent: GrowingNode | null): NodeType | undefined {
    if (wish.type) {
      return mayStandUnder(this.target.template, wish.type, this.#placeOf(parent)) ? wish.type : undefined
    }
    const offered = this.offeredUnder(parent)
    const takesMilestones =
      this.isMeasured(parent) && (offered === undefined || offered === this.#typeOf(parent))
    return takesMilestones && wish.isTimed?.() ? 'milestone' : offered
  }

  #typeOf(parent: GrowingNode | null): NodeType | undefined {
    return parent === null ? this.target.parent?.type : parent.type
  }

  #placeOf(parent: GrowingNode | null): Place | null {
    if (parent === null) return this.target.parent
    return { type: parent.type, ...(parent.sectionKey !== null && { sectionKey: parent.sectionKey }) }
  }

  #childrenOf(place: Place | null): readonly OutlineType[] {
    const { template } = this.target
    if (place === null) return template.top
    if (isMeasure(place.type)) return []
    const known =
      place.type === 'section' && place.sectionKey ? sectionOf(template, place.sectionKey) : undefined
    return (known ?? ruleOf(template, place.type))?.children ?? []
  }
}
