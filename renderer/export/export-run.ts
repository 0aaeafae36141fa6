import { create } from 'zustand'
import type { ExportedPlan, Input } from '../../preload/contract.ts'
import { onEvent, request } from '../state/client.ts'
import { flushDrafts } from '../state/drafts.ts'
import { remember, usePreferences } from '../state/preferences.ts'
import { telling } from '../state/run.ts'

export type ExportChoice = Input<'export.run'>
export type Layout = ExportChoice['layout']

/** An export that goes on, or that has been. */
export interface ExportRun {
  readonly choice: ExportChoice | null
  readonly progress: { readonly done: number; readonly total: number; readonly plan: string } | null
  readonly results: readonly ExportedPlan[]
}

export const noExport: ExportRun = { choice: null, progress: null, results: [] }

export const useExport = create<ExportRun>(() => noExport)

/** Writes the documents and keeps what became of each plan; the choices are remembered. */
export async function runExport(choice: ExportChoice): Promise<void> {
  flushDrafts()
  rememberChoice(choice)
  const total = choice.plans.length
  useExport.setState({ choice, progress: { done: 0, total, plan: '' } })
  const stop = onEvent('export.progress', (progress) => useExport.setState({ progress }))
  const results = await telling(() => request('export.run', choice))
  stop()
  useExport.setState((before) => ({ progress: null, results: replaced(before.results, results ?? []) }))
}

/** Once more for plans whose document was open in Word. */
export function exportAgain(planIds: readonly string[], whenInUse: ExportChoice['whenInUse']): void {
  const { choice } = useExport.getState()
  if (choice) void runExport({ ...choice, plans: [...planIds], whenInUse })
}

export const cancelExport = (): void => void telling(() => request('export.cancel', null))

/** The newest outcome of each plan, in the order of the first export. */
function replaced(before: readonly ExportedPlan[], newer: readonly ExportedPlan[]): readonly ExportedPlan[] {
  const byPlan = new Map([...before, ...newer].map((result) => [result.planId, result]))
  return [...byPlan.values()]
}

function rememberChoice({ plans: chosen, folder, layout }: ExportChoice): void {
  const { plans } = usePreferences.getState()
  const changed = chosen.map((id) => {
    const known = plans[id] ?? { nodeId: null, folded: [], layout }
    return [id, { ...known, layout }] as const
  })
  remember({ exportFolder: folder, plans: { ...plans, ...Object.fromEntries(changed) } })
}
