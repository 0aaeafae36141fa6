import type { Focus } from '../../db/model/focus.ts'
import type { PlanRows } from '../../preload/contract.ts'
import { request } from './client.ts'
import { flushDrafts } from './drafts.ts'
import { putFocus } from './focus.ts'
import { setOut } from './journeys.ts'
import type { Mirror } from './mirror.ts'
import { childrenOf } from './mirror.ts'
import { remember, usePreferences } from './preferences.ts'
import { telling } from './run.ts'
import { freshOutline, type HistoryView, look, type Page, useView } from './view.ts'
import { leavePlan, showPlan, useWorkbook } from './workbook.ts'

/** Shows a page. `plansOf` is the name of the unit whose plans the list of plans begins with. */
export function showPage(page: Page, plansOf = ''): void {
  setOut()
  flushDrafts()
  if (page !== 'plan') {
    rememberPlan()
    leavePlan()
  }
  useView.setState({ page, plansOf })
}

/** Shows what was done, and how the texts were before. */
export function showHistory(history: HistoryView): void {
  useView.setState({ history })
  showPage('history')
}

/** Shows a plan as it was left: same row, same folding. Answers whether it was opened. `known` are its rows, unless main is to be asked. */
export async function openPlan(planId: string, known: PlanRows | null = null): Promise<boolean> {
  const isLast = setOut()
  if (useWorkbook.getState().mirror?.planId === planId) {
    useView.setState({ page: 'plan' })
    return true
  }
  flushDrafts()
  rememberPlan()
  const rows = known ?? (await telling(() => request('plan.load', { planId })))
  if (rows === null || !isLast()) return false
  showPlan(planId, rows)
  const { mirror } = useWorkbook.getState()
  const left = usePreferences.getState().plans[planId]
  const current = left?.nodeId && mirror?.nodes.has(left.nodeId) ? left.nodeId : firstOf(mirror)
  useView.setState({
    page: 'plan',
    chosenPlan: planId,
    outline: { ...freshOutline, current, anchor: current, folded: new Set(left?.folded ?? []) },
  })
  rememberOpenPlan()
  putFocus({ nodeId: current, place: 'row' })
  return true
}

const firstOf = (mirror: Mirror | null): string | null =>
  mirror ? (childrenOf(mirror, null)[0] ?? null) : null

/** Keeps which plan of the workbook is open. */
export function rememberOpenPlan(): void {
  const { mirror, file } = useWorkbook.getState()
  if (!mirror || !file) return
  remember({ openPlans: { ...usePreferences.getState().openPlans, [file.path]: mirror.planId } })
}

/** Keeps where the user was in the open plan. */
export function rememberPlan(): void {
  const { mirror } = useWorkbook.getState()
  if (!mirror) return
  const { current, folded } = useView.getState().outline
  const { plans } = usePreferences.getState()
  const layout = plans[mirror.planId]?.layout ?? 'skabelon'
  const left = { nodeId: current, folded: [...folded].filter((id) => mirror.nodes.has(id)), layout }
  remember({ plans: { ...plans, [mirror.planId]: left } })
}

/** Goes to a node, in whichever plan it stands, or for null to the plan's own form, and puts the cursor at a place of it (`row`, `title@0`, `field:KEY`). */
export async function goToNode(planId: string, nodeId: string | null, place = 'row'): Promise<void> {
  if (!(await openPlan(planId))) return
  if (nodeId === null) look({ current: null, anchor: null, selected: new Set(), editing: false })
  else revealNode(nodeId)
  putFocus({ nodeId, place })
}

export const goToFocus = ({ planId, nodeId, place }: Focus): Promise<void> => goToNode(planId, nodeId, place)

/** Makes a node the current row: unfolds what it lies in, and leaves a zoom or filter that hides it. */
export function revealNode(nodeId: string): void {
  const { mirror } = useWorkbook.getState()
  if (!mirror?.nodes.has(nodeId)) return
  const above = ancestorsOf(mirror, nodeId)
  const { outline } = useView.getState()
  const inside = outline.root === null || outline.root === nodeId || above.includes(outline.root)
  look({
    current: nodeId,
    anchor: nodeId,
    selected: new Set(),
    editing: false,
    filter: '',
    root: inside ? outline.root : null,
    folded: new Set([...outline.folded].filter((id) => !above.includes(id))),
  })
}

/** From the parent up to the top. */
export function ancestorsOf({ nodes }: Mirror, nodeId: string): readonly string[] {
  const above: string[] = []
  for (let id = nodes.get(nodeId)?.parentId ?? null; id !== null; id = nodes.get(id)?.parentId ?? null) {
    above.push(id)
  }
  return above
}

/** Where the focus goes when the current row is gone: the row before it, else its parent, else the first. */
export function keepCurrent(before: Mirror | null, after: Mirror | null): void {
  const { current, root } = useView.getState().outline
  if (!before || !after || before === after) return
  if (root !== null && !after.nodes.has(root)) look({ root: null })
  if (current === null || after.nodes.has(current)) return
  const candidates = [...siblingsBefore(before, current), ...ancestorsOf(before, current)]
  const next = candidates.find((id) => after.nodes.has(id)) ?? firstOf(after)
  look({ current: next, anchor: next, editing: false, selected: new Set() })
}

/** The nearest first. */
function siblingsBefore(mirror: Mirror, nodeId: string): readonly string[] {
  const siblings = childrenOf(mirror, mirror.nodes.get(nodeId)?.parentId ?? null)
  return siblings.slice(0, Math.max(0, siblings.indexOf(nodeId))).toReversed()
}
