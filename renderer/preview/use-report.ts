import { useEffect, useRef, useState } from 'react'
import type { Report } from '../../db/model/report/report.ts'
import { request } from '../state/client.ts'
import { telling } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'

/** Milliseconds of rest before the page is made anew; a plan that takes long to make rests longer. */
const PAUSE = 150
const PAUSE_PER_WORK = 6

interface MadeReport {
  readonly planId: string
  readonly report: Report
}

/** The open plan as it stands on paper, made anew while it is written; the newest there is. */
export function useReport(): Report | null {
  const mirror = useWorkbook((workbook) => workbook.mirror)
  const plans = useWorkbook((workbook) => workbook.plans)
  const [made, setMade] = useState<MadeReport | null>(null)
  const lastWork = useRef(0)
  const planId = mirror?.planId
  const isFirst = made?.planId !== planId
  // biome-ignore lint/correctness/useExhaustiveDependencies: any change of the plan makes the page old.
  useEffect(() => {
    if (planId === undefined) return
    const make = async () => {
      const began = performance.now()
      const report = await telling(() => request('plan.report', { planId, tables: false }))
      lastWork.current = performance.now() - began
      if (report && useWorkbook.getState().mirror?.planId === planId) setMade({ planId, report })
    }
    const timer = setTimeout(() => void make(), isFirst ? 0 : PAUSE + PAUSE_PER_WORK * lastWork.current)
    return () => clearTimeout(timer)
  }, [mirror, plans])
  return isFirst ? null : (made?.report ?? null)
}
