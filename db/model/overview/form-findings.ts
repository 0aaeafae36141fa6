import { BODY } from '../records.ts'
import { rowsOf, ruleOf, sectionOf } from '../template/rules.ts'
import type { NodeRule, Row } from '../template/template.ts'
import { type CheckedPlan, EFFECT, type Finding, finding } from './finding.ts'
import { childrenOf, type Overview } from './overview.ts'
import type { OverviewNode } from './rows.ts'

/** What is missing in the form of one node. */
export function formFindings({ overview, template }: CheckedPlan, node: OverviewNode): readonly Finding[] {
  const rule = ruleOf(template, node.type)
  const rows = rule ? rowsOf(rule) : []
  const unmeasured = rule?.measured === true && isUnmeasured(node, rows)
  const empty = rows.filter(
    (row) =>
      isExpected(row) && !isFilled(overview, node, row) && !(unmeasured && row.composed === 'indicators'),
  )
  const [first] = empty
  return [
    ...(node.title.trim() === '' ? [finding('untitled', node, 'title@0')] : []),
    ...(rule && lacksText(overview, template, rule, node)
      ? [finding('empty-section', node, `field:${BODY}`)]
      : []),
    ...(first
      ? [
          finding(
            'empty-rows',
            node,
            placeOf(node, first),
            empty.map(({ label }) => label),
          ),
        ]
      : []),
    ...(unmeasured ? [finding('unmeasured-effect', node, `field:${measureKey(rows)}`)] : []),
  ]
}

/** Rows that stand in the document though they are empty, as the form prescribes. */
const isExpected = ({ onlyWhenFilled, composed }: Row): boolean => !onlyWhenFilled && composed !== 'title'

function isFilled({ coordinators }: Overview, node: OverviewNode, { key, composed }: Row): boolean {
  if (node.filled.includes(key)) return true
  if (composed === 'coordinators') return coordinators.has(node.id)
  if (composed === 'milestones') return node.milestones > 0
  return composed === 'indicators' && node.indicators > 0
}

/** An effect that nothing tells how to see: neither an indicator nor, where the measure is told in words, a text. */
function isUnmeasured({ filled, indicators }: OverviewNode, rows: readonly Row[]): boolean {
  return filled.includes(EFFECT) && indicators === 0 && !filled.includes(measureKey(rows))
}

const measureKey = (rows: readonly Row[]): string =>
  rows.find(({ composed }) => composed === 'indicators')?.key ?? EFFECT

/** Units are chosen in a field of their own beside the row's text. */
const placeOf = ({ id }: OverviewNode, { key, composed }: Row): string =>
  composed === 'coordinators' ? `field:=${id}/coordinators` : `field:${key}`

/** A section that holds nothing at all, and no table that is made of the rest of the plan. */
function lacksText(
  overview: Overview,
  template: CheckedPlan['template'],
  rule: NodeRule,
  { id, type, sectionKey, filled, indicators, milestones }: OverviewNode,
): boolean {
  if (type !== 'section' || !rule.text || filled.length + indicators + milestones > 0) return false
  const makesTable = sectionKey !== null && sectionOf(template, sectionKey)?.overview !== undefined
  return !makesTable && childrenOf(overview, id).length === 0
}
