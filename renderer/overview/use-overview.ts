import { useEffect, useMemo, useState } from 'react'
import { type Overview, overviewOf } from '../../db/model/overview/overview.ts'
import type { OverviewRows } from '../../db/model/overview/rows.ts'
import { onEvent, request } from '../state/client.ts'
import { telling } from '../state/run.ts'
import { useWorkbook } from '../state/workbook.ts'

/** The whole workbook as it is now; null until main has answered for the first time. */
export function useOverview(): Overview | null {
  const plans = useWorkbook((workbook) => workbook.plans)
  const [rows, setRows] = useState<OverviewRows | null>(null)
  useEffect(() => keepLoaded(setRows), [])
  return useMemo(() => rows && overviewOf(rows, plans.values()), [rows, plans])
}

/** Milliseconds between two questions: a change is seen at once, and many changes are few questions. */
const PAUSE = 400

function keepLoaded(show: (rows: OverviewRows) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let isOld = false
  let isWanted = true
  const load = async () => {
    const rows = await telling(() => request('overview.load', null))
    if (rows && isWanted) show(rows)
  }
  const ask = () => {
    isOld = timer !== null
    if (isOld) return
    void load()
    timer = setTimeout(() => {
      timer = null
      if (isOld) ask()
    }, PAUSE)
  }
  ask()
  const stop = onEvent('workbook.changed', ask)
  return () => {
    isWanted = false
    if (timer !== null) clearTimeout(timer)
    stop()
  }
}
