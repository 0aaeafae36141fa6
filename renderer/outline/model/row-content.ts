import { shallow } from 'zustand/shallow'
import type { PlanRecord } from '../../../db/model/records.ts'
import { topNumbers } from '../../../db/model/report/top-numbers.ts'
import { type NodeType, outlineType, type Template } from '../../../db/model/template/template.ts'
import { childrenOf, type Mirror } from '../../state/mirror.ts'
import { type Badges, badgesOf } from './badges.ts'

/** What a row shows of its node. */
export interface RowContent extends Badges {
  readonly type: NodeType
  readonly title: string
  /** As the document numbers it: »1.«, »Bilag 1:«; '' = not at all. */
  readonly number: string
}

interface Source {
  readonly mirror: Mirror
  readonly template: Template
  readonly plan: PlanRecord
  /** `YYYY-MM-DD` */
  readonly today: string
}

/**
 * The content of each row, worked out when it is asked for and once for each state of the plan. A row whose content is what
 * it was keeps the same object, so that an edit draws again only what it changes.
 */
export class RowContents {
  #source: Source | null = null
  #numbers: ReadonlyMap<string, string> = new Map()
  #now = new Map<string, RowContent>()
  #before = new Map<string, RowContent>()

  /** undefined where the node is gone. */
  of(source: Source, id: string): RowContent | undefined {
    this.#hear(source)
    const known = this.#now.get(id)
    if (known) return known
    const node = source.mirror.nodes.get(id)
    if (!node) return undefined
    const { periodFrom: from, periodTo: to } = source.plan
    const fresh: RowContent = {
      type: node.type,
      title: node.title,
      number: this.#numbers.get(id) ?? '',
      ...badgesOf({ ...source, period: { from, to } }, id),
    }
    const before = this.#before.get(id)
    const content = before && shallow(before, fresh) ? before : fresh
    this.#now.set(id, content)
    return content
  }

  #hear(source: Source): void {
    const before = this.#source
    if (before && isSame(before, source)) return
    if (before?.mirror.nodes !== source.mirror.nodes || before.template !== source.template)
      this.#numbers = numbersOf(source.mirror, source.template)
    this.#source = source
    this.#before = this.#now
    this.#now = new Map()
  }
}

/** Asked for each row at each change: nothing is made for it. */
const isSame = (one: Source, other: Source): boolean =>
  one.mirror === other.mirror &&
  one.template === other.template &&
  one.plan === other.plan &&
  one.today === other.today

/** The numbers of sections at the top and of annexes, by node. */
export function numbersOf(mirror: Mirror, template: Template): ReadonlyMap<string, string> {
  const top = childrenOf(mirror, null).flatMap((id) => {
    const node = mirror.nodes.get(id)
    const type = outlineType.safeParse(node?.type)
    if (!node || !type.success) return []
    const key = node.sectionKey === null ? {} : { key: node.sectionKey }
    const annex = node.annex === 1 ? { annex: true } : {}
    return [{ id, type: type.data, title: node.title, ...key, ...annex }]
  })
  return new Map(Array.from(topNumbers(top, template), ([{ id }, number]) => [id, number]))
}
