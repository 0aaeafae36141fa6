import { useEffect, useState } from 'react'
import type { PlanSummary } from '../../preload/contract.ts'
import { request } from '../state/client.ts'
import { telling } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'

/** What each plan holds, asked for again when plans come or go. */
export function useSummaries(): ReadonlyMap<string, PlanSummary> {
  const plans = useWorkbook((workbook) => workbook.plans)
  const [summaries, setSummaries] = useState<ReadonlyMap<string, PlanSummary>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the plans is what makes the answer old.
  useEffect(() => {
    let wanted = true
    void telling(() => request('plan.summaries', null)).then((answer) => {
      if (wanted && answer) setSummaries(new Map(answer.map((summary) => [summary.planId, summary])))
    })
    return () => {
      wanted = false
    }
  }, [plans])
  return summaries
}
