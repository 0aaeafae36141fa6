import type { Period } from '../../../db/model/period.ts'
import { BODY, type Records } from '../../../db/model/records.ts'
import { rowsOf, ruleOf, sectionOf } from '../../../db/model/template/rules.ts'
import type { NodeType, Row, Template } from '../../../db/model/template/template.ts'
import { nextTime } from '../../../db/model/time/next-time.ts'
import { childrenOf, type Mirror } from '../../state/mirror.ts'

export type Light = Records['status']['light']

/** What stands to the right of a title. */
export interface Badges {
  /** Rows of the form that are empty though it always shows them. */
  readonly missing: number
  readonly light: Light | null
  /** A time as it is written: its own, or that of the next milestone that is not past. */
  readonly when: string | null
  /** How an indicator is to move: »71 → 80 %«. */
  readonly measure: string | null
  /** How many there are of what it holds most of; 0 = nothing to tell. */
  readonly count: number
  readonly counted: NodeType | null
}

interface BadgeContext {
  readonly mirror: Mirror
  readonly template: Template
  readonly period: Period
  /** `YYYY-MM-DD` */
  readonly today: string
}

export function badgesOf(context: BadgeContext, id: string): Badges {
  const { mirror } = context
  const type = mirror.nodes.get(id)?.type
  return {
    missing: missingOf(context, id),
    light: mirror.statuses.get(id)?.[0]?.light ?? null,
    when: type === undefined ? null : whenOf(context, id),
    measure: measureOf(mirror.indicators.get(id)),
    ...countOf(mirror, id),
  }
}

function missingOf({ mirror, template }: BadgeContext, id: string): number {
  const node = mirror.nodes.get(id)
  if (!node || node.type === 'milestone' || node.type === 'indicator') return 0
  const rule = ruleOf(template, node.type)
  if (!rule) return 0
  const empty = rowsOf(rule).filter(
    (row) => !row.onlyWhenFilled && row.composed !== 'title' && !isFilled(mirror, id, row),
  )
  return empty.length + (lacksText(mirror, template, id) ? 1 : 0)
}

function isFilled(mirror: Mirror, id: string, { key, composed }: Row): boolean {
  if (hasText(mirror, id, key)) return true
  if (composed === 'coordinators') return (mirror.coordinators.get(id) ?? []).length > 0
  if (composed === 'milestones') return hasChildOf(mirror, id, 'milestone')
  return composed === 'indicators' && hasChildOf(mirror, id, 'indicator')
}

const hasText = (mirror: Mirror, id: string, key: string): boolean =>
  (mirror.fields.get(id) ?? []).some((field) => field.key === key && field.doc.length > 0)

const hasChildOf = (mirror: Mirror, id: string, type: NodeType): boolean =>
  childrenOf(mirror, id).some((child) => mirror.nodes.get(child)?.type === type)

/** A section that holds nothing at all: no text, no rows below it, and no table that is made of the rest of the plan. */
function lacksText(mirror: Mirror, template: Template, id: string): boolean {
  const node = mirror.nodes.get(id)
  if (node?.type !== 'section' || ruleOf(template, 'section')?.text !== true) return false
  const makesTable = node.sectionKey !== null && sectionOf(template, node.sectionKey)?.overview !== undefined
  return !makesTable && childrenOf(mirror, id).length === 0 && !hasText(mirror, id, BODY)
}

function whenOf({ mirror, period, today }: BadgeContext, id: string): string | null {
  const own = mirror.milestones.get(id)?.whenText ?? mirror.indicators.get(id)?.whenText
  if (own) return own
  const texts = childrenOf(mirror, id).flatMap((child) => mirror.milestones.get(child)?.whenText || [])
  return nextTime(texts, period, today)?.text ?? null
}

function measureOf(indicator: Records['indicator'] | undefined): string | null {
  if (!indicator) return null
  const { baseline, target, unit } = indicator
  const values = [baseline, target].filter((value) => value !== null && value !== '')
  if (values.length === 0) return null
  return [values.join(' → '), unit].filter((part) => part !== null && part !== '').join(' ')
}

/**
 * What other plans do for it: bidrag for an indsats, indsatser for a political goal. Else its children of the kind that there are
 * most of, sections left out.
 */
function countOf(mirror: Mirror, id: string): Pick<Badges, 'count' | 'counted'> {
  const contributors = new Set(mirror.contributors.get(id)?.map(({ fromId }) => fromId))
  if (contributors.size > 0) {
    return { count: contributors.size, counted: mirror.nodes.get(id)?.type === 'goal' ? 'indsats' : 'bidrag' }
  }
  const counts = new Map<NodeType, number>()
  for (const child of childrenOf(mirror, id)) {
    const type = mirror.nodes.get(child)?.type
    if (type && type !== 'section' && type !== 'milestone' && type !== 'indicator')
      counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most ? { count: most[1], counted: most[0] } : { count: 0, counted: null }
}
