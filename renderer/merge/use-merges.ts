import { useEffect, useState } from 'react'
import type { MergePage } from '../../db/model/merge/report.ts'
import { onEvent, request } from '../state/client.ts'
import { telling } from '../state/run.ts'

/** What was merged and what waits to be decided, kept up to date; null until main has answered. */
export function useMerges(): MergePage | null {
  const [page, setPage] = useState<MergePage | null>(null)
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const answer = await telling(() => request('merges.load', null))
      if (answer && wanted) setPage(answer)
    }
    void load()
    const stops = [
      onEvent('workbook.changed', () => void load()),
      onEvent('workbook.merged', () => void load()),
    ]
    return () => {
      wanted = false
      for (const stop of stops) stop()
    }
  }, [])
  return page
}
