import { type CheckedPlan, type Finding, finding } from './finding.ts'
import type { Overview } from './overview.ts'
import type { OverviewNode } from './rows.ts'
import { hasBidrag, hasIndsats, indsatserOf, unitsBehind } from './thread.ts'

/** Where the thread from goal to bidrag is broken at one node. */
export function threadFindings(checked: CheckedPlan, node: OverviewNode): readonly Finding[] {
  const { overview } = checked
  const open = (overview.linksFrom.get(node.id) ?? []).filter(({ toRef }) => toRef !== null)
  const [first] = open
  const references = open.flatMap(({ toRef }) => toRef ?? [])
  return [
    ...(first ? [finding('open-reference', node, `field:=${node.id}/${first.kind}`, references)] : []),
    ...(node.type === 'bidrag' ? bidragFindings(overview, node) : indsatsFindings(checked, node)),
  ]
}

/** In plans without bidrag of their own, indsatser are not coordinated between units. */
function indsatsFindings({ overview, template }: CheckedPlan, node: OverviewNode): readonly Finding[] {
  const coordinated = node.type === 'indsats' && template.nodes.bidrag !== undefined
  return coordinated && !hasBidrag(overview, node) ? [finding('no-bidrag', node, 'row')] : []
}

function bidragFindings(overview: Overview, node: OverviewNode): readonly Finding[] {
  const own = overview.coordinators.get(node.id) ?? []
  // Where nobody is named, that is an empty row.
  const foreign =
    own.length === 0
      ? []
      : indsatserOf(overview, node.id).filter((indsats) => {
          return !unitsBehind(overview, indsats).some((unit) => own.includes(unit))
        })
  const titles = foreign.map(({ title }) => title)
  return [
    ...(hasIndsats(overview, node) ? [] : [finding('no-indsats', node, `field:=${node.id}/contributesTo`)]),
    ...(titles.length === 0
      ? []
      : [finding('other-coordinator', node, `field:=${node.id}/coordinators`, titles)]),
  ]
}

/**
 * The indsatser of one plan that no political goal stands behind. Where that is all of them, the plan is not linked to the goals
 * at all, and that is one finding with how many there are.
 */
export function goalFindings(without: readonly OverviewNode[], indsatser: number): readonly Finding[] {
  const [first] = without
  const place = ({ id }: OverviewNode): string => `field:=${id}/realises`
  return first && without.length > 1 && without.length === indsatser
    ? [finding('no-goal', first, place(first), [String(indsatser)])]
    : without.map((node) => finding('no-goal', node, place(node)))
}
