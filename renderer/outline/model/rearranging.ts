import { childrenOf } from '../../state/mirror.ts'
import { heightOf, isMeasure, type Outline, type Refusal, refusalOf } from './outline.ts'

/** A `node.move`: below `parentId` (null = the top), right after a sibling or first. */
export interface Move {
  readonly id: string
  readonly parentId: string | null
  readonly after: string | null
}

export type Rearrangement =
  | { readonly ok: true; readonly moves: readonly Move[] }
  | { readonly ok: false; readonly why: Refusal }

export const refused = (why: Refusal): Rearrangement => ({ ok: false, why })

/** The outline while several rows are moved one after the other: each sees what those before it did. */
export class Rearranging {
  readonly #outline: Outline
  readonly #children = new Map<string | null, readonly string[]>()
  readonly #parents = new Map<string, string | null>()
  readonly #moves: Move[] = []

  constructor(outline: Outline) {
    this.#outline = outline
  }

  get done(): Rearrangement {
    return { ok: true, moves: this.#moves }
  }

  childrenOf(parentId: string | null): readonly string[] {
    return this.#children.get(parentId) ?? childrenOf(this.#outline.mirror, parentId)
  }

  parentOf(id: string): string | null {
    const moved = this.#parents.get(id)
    return moved === undefined ? (this.#outline.mirror.nodes.get(id)?.parentId ?? null) : moved
  }

  /** The shown sibling right above. */
  above(id: string): string | undefined {
    const shown = this.#shownSiblings(id)
    return shown[shown.indexOf(id) - 1]
  }

  /** The shown sibling on one side to change places with: measures stay among measures. */
  neighbour(id: string, step: -1 | 1): string | undefined {
    const alike = this.#shownSiblings(id).filter(
      (sibling) => this.#isMeasure(sibling) === this.#isMeasure(id),
    )
    return alike[alike.indexOf(id) + step]
  }

  /** The sibling right before, shown or not; null where it stands first. */
  before(id: string): string | null {
    const siblings = this.childrenOf(this.parentOf(id))
    return siblings[siblings.indexOf(id) - 1] ?? null
  }

  refusalOf(id: string, parentId: string | null): Refusal | null {
    const { mirror } = this.#outline
    const type = mirror.nodes.get(id)?.type
    if (type === undefined) return null
    return refusalOf(this.#outline, type, parentId, heightOf(mirror, id))
  }

  /** After which child the last of its kind would stand: measures come before the others. */
  lastPlace(parentId: string, id: string): string | null {
    const children = this.childrenOf(parentId).filter((child) => child !== id)
    return (
      (this.#isMeasure(id) ? children.filter((child) => this.#isMeasure(child)) : children).at(-1) ?? null
    )
  }

  /** After which child the first of its kind would stand. */
  firstPlace(parentId: string, id: string): string | null {
    if (this.#isMeasure(id)) return null
    const children = this.childrenOf(parentId).filter((child) => child !== id)
    const first = children.findIndex((child) => !this.#isMeasure(child))
    return (first < 0 ? children.at(-1) : children[first - 1]) ?? null
  }

  move(id: string, parentId: string | null, after: string | null): void {
    const from = this.parentOf(id)
    this.#children.set(
      from,
      this.childrenOf(from).filter((sibling) => sibling !== id),
    )
    const siblings = this.childrenOf(parentId)
    const at = after === null ? 0 : siblings.indexOf(after) + 1
    this.#children.set(parentId, siblings.toSpliced(at, 0, id))
    this.#parents.set(id, parentId)
    this.#moves.push({ id, parentId, after })
  }

  #shownSiblings(id: string): readonly string[] {
    const siblings = this.childrenOf(this.parentOf(id))
    return siblings.filter((sibling) => sibling === id || this.#outline.isShown(sibling))
  }

  #isMeasure(id: string): boolean {
    const type = this.#outline.mirror.nodes.get(id)?.type
    return type !== undefined && isMeasure(type)
  }
}
